package org.digitpad.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;
import javax.imageio.ImageIO;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.data.mydrawings.MyDrawing;
import org.digitpad.data.mydrawings.MyDrawings;
import org.digitpad.data.mydrawings.MyDrawingsStore;
import org.digitpad.data.source.DataSource;
import org.digitpad.data.synth.ExampleDigits;
import org.digitpad.data.synth.PenDrawings;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.recognize.ModelLibrary;
import org.digitpad.recognize.Prediction;
import org.digitpad.recognize.Recognizer;
import org.digitpad.train.TrainingListener;
import org.digitpad.ui.common.ForwardingListener;
import org.digitpad.ui.common.ThemeChoice;
import org.digitpad.ui.compare.CompareViewModel;
import org.digitpad.ui.compare.ModelColumnViewModel;
import org.digitpad.ui.draw.InMemoryDraftStore;
import org.digitpad.ui.pad.PadViewModel;
import org.digitpad.ui.train.TrainViewModel;
import org.digitpad.ui.train.run.RunState;

/**
 * Writes screenshots in the light and the dark theme into a folder: {@code draw} with a drawing
 * that the bundled model has recognized, {@code row} and {@code inside} with four digits, {@code
 * training} during a training, {@code train} after it, {@code compare} with a digit on which the
 * models differ, and {@code my-drawings} with drawings that a person has labeled. Trains on MNIST
 * where {@code DIGITPAD_MNIST_DIR} is set, and on a few synthetic digits otherwise. Needs the JVM
 * options of headless JavaFX.
 */
public final class ScreenshotMain {
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;
  private static final int SCALE = 2;

  // of a row of digits, in canvas units
  private static final double CENTER = PadViewModel.SIDE / 2;
  private static final double ROW_STEP = 64;
  private static final double ROW_SCALE = 0.45;
  private static final double ROW_PEN = 9;

  /** Number of synthetic training images, where there is no MNIST. */
  private static final int SYNTHETIC_IMAGES = 3_000;

  /** Number of the person's drawings. */
  private static final int MY_DRAWINGS = 120;

  /** The training waits in the middle of this epoch until its screenshots are taken. */
  private static final int SCREENSHOT_EPOCH = 6;

  private final CountDownLatch halfway = new CountDownLatch(1);
  private final CountDownLatch screenshotsTaken = new CountDownLatch(1);
  private final Path folder;
  private final WindowDriver window;
  private final AppSession session;

  private ScreenshotMain(Path folder) throws IOException {
    this.folder = folder;
    Path files = Files.createTempDirectory("digitpad-screenshots");
    window =
        WindowDriver.open(
            new TestDependencies()
                .drafts(new InMemoryDraftStore(WindowDriver.seven()))
                .images(images(files))
                .myDrawings(myDrawings(files))
                .models(files.resolve("models"))
                .trainer(
                    (training, listener, control, resume) ->
                        training.train(new Pausing(listener), control, resume))
                .build(),
            WIDTH,
            HEIGHT);
    session = window.session;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length != 1) {
      System.err.println("Give the folder for the screenshots.");
      System.exit(2);
    }
    new ScreenshotMain(Files.createDirectories(Path.of(args[0]))).writeAll();
    System.exit(0);
  }

  private void writeAll() throws IOException, InterruptedException {
    window.awaitPrediction();
    write("draw");
    drawRow(1, 9, 8, 4);
    write("row");
    window.run(session.inside()::toggle);
    // explanations come from a thread of their own
    Thread.sleep(2_000);
    write("inside");
    window.run(session.inside()::toggle);
    train();
    halfway.await();
    window.run(session.train().run()::refresh);
    write("training");
    screenshotsTaken.countDown();
    window.await(
        "the end of the training",
        session.train().run().stateProperty(),
        state -> state == RunState.DONE || state == RunState.FAILED);
    showMostCommonMistake();
    write("train");
    compare();
    write("compare");
    window.press("tab-my-drawings");
    window.await("the drawings", session.myDrawings().loadedProperty(), Boolean::booleanValue);
    write("my-drawings");
    window.run(session::close);
  }

  /** Draws digits side by side, and waits until they are recognized. */
  private void drawRow(int... digits) throws InterruptedException {
    List<Stroke> strokes = new ArrayList<>();
    for (int i = 0; i < digits.length; i++) {
      double left = (i - digits.length / 2.0) * ROW_STEP + ROW_STEP / 2;
      for (Stroke stroke : ExampleDigits.drawings().get(digits[i]).strokes()) {
        strokes.add(
            new Stroke(
                stroke.points().stream()
                    .map(
                        point ->
                            new InkPoint(
                                CENTER + left + ROW_SCALE * (point.x() - CENTER),
                                CENTER + ROW_SCALE * (point.y() - CENTER)))
                    .toList(),
                ROW_PEN));
      }
    }
    String text = IntStream.of(digits).mapToObj(String::valueOf).collect(Collectors.joining());
    window.run(() -> session.pad().replaceDrawing(new Drawing(strokes)));
    window.await(
        "the row", session.answer().answerProperty(), answer -> answer.headline().equals(text));
  }

  /** Writes one screenshot in light and one in dark. */
  private void write(String name) throws IOException {
    for (ThemeChoice theme : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
      useTheme(theme);
      WritableImage[] screenshot = new WritableImage[1];
      window.run(() -> screenshot[0] = snapshot());
      BufferedImage image = SwingFXUtils.fromFXImage(screenshot[0], null);
      Path file = folder.resolve(name + (theme == ThemeChoice.DARK ? "-dark.png" : "-light.png"));
      ImageIO.write(image, "png", file.toFile());
      System.out.println(file);
    }
  }

  private static Path images(Path files) {
    String mnist = System.getenv().getOrDefault(DataSource.FOLDER_VARIABLE, "");
    return mnist.isBlank()
        ? MnistLikeDigits.writeFolder(
            files.resolve("images"), SYNTHETIC_IMAGES, SYNTHETIC_IMAGES / 10)
        : Path.of(mnist);
  }

  /** Writes twelve synthetic drawings of each digit, with what the bundled model reads. */
  private static Path myDrawings(Path files) {
    Recognizer recognizer = ModelLibrary.find(ModelLibrary.DEFAULT).newRecognizer();
    List<MyDrawing> mine = new ArrayList<>();
    for (int i = 0; i < MY_DRAWINGS; i++) {
      Drawing drawing = PenDrawings.digit(i, 1);
      Prediction read = recognizer.recognize(drawing);
      int answer = read.rejected() ? MyDrawing.NO_DIGIT : read.label();
      mine.add(
          MyDrawing.of(drawing, PenDrawings.label(i), Instant.EPOCH, ModelLibrary.DEFAULT, answer));
    }
    Path file = files.resolve("my-drawings.jsonl");
    new MyDrawingsStore(file).update(kept -> MyDrawings.with(kept, mine));
    return file;
  }

  /** Holds the training once, until the screenshots are taken. */
  private final class Pausing extends ForwardingListener {
    Pausing(TrainingListener listener) {
      super(listener);
    }

    @Override
    public void onStep(StepMetrics step) {
      super.onStep(step);
      if (step.epoch() == SCREENSHOT_EPOCH && step.step() == step.steps() / 2) {
        halfway.countDown();
        try {
          screenshotsTaken.await();
        } catch (InterruptedException end) {
          throw new IllegalStateException(end);
        }
      }
    }
  }

  /** Starts a training with the default settings. */
  private void train() throws InterruptedException {
    TrainViewModel model = session.train();
    useTheme(ThemeChoice.LIGHT);
    window.press("tab-train");
    window.await("the images", model.canTrainProperty(), Boolean::booleanValue);
    window.run(model::train);
  }

  private void showMostCommonMistake() {
    TrainViewModel model = session.train();
    window.press("show-misclassified");
    window.run(
        () ->
            model.run().misclassified().evaluationProperty().get().misclassified().stream()
                .collect(Collectors.groupingBy(each -> List.of(each.label(), each.predicted())))
                .entrySet()
                .stream()
                .max(Comparator.comparingInt(entry -> entry.getValue().size()))
                .ifPresent(
                    most ->
                        model
                            .run()
                            .misclassified()
                            .select(most.getKey().get(0), most.getKey().get(1))));
  }

  /** Places a digit on the canvas that only one model misclassifies. */
  private void compare() throws InterruptedException {
    CompareViewModel model = session.compare();
    useTheme(ThemeChoice.LIGHT);
    window.press("tab-compare");
    window.await(
        "the predictions for the test images",
        model.predictions().activityProperty(),
        activity ->
            activity.isEmpty()
                && model.predictions().snapshotProperty().get().models().size()
                    == model.columns().size());
    ModelColumnViewModel last = model.columns().get(model.columns().size() - 1);
    window.run(
        () -> {
          model.disagreements().correctModelsProperty().set(model.columns().size() - 1);
          model
              .disagreements()
              .putOnCanvas(model.disagreements().shownProperty().get().digits().get(0));
        });
    window.await(
        "a prediction for the digit",
        last.answer().answerProperty(),
        answer -> answer.image().equals(session.pad().backgroundProperty().get()));
  }

  private void useTheme(ThemeChoice theme) {
    window.run(() -> session.appearance().themeProperty().set(theme));
  }

  private WritableImage snapshot() {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(new Scale(SCALE, SCALE));
    return window.stage().getScene().getRoot().snapshot(parameters, null);
  }
}
