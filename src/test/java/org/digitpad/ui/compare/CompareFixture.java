package org.digitpad.ui.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.ModelFile;
import org.digitpad.nn.model.Models;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.ui.pad.PadViewModel;

/**
 * Compares models that predict the same digit for every image, without a window: the test's thread
 * is the UI thread.
 */
final class CompareFixture implements AutoCloseable {
  static final LabeledImages IMAGES = MnistLikeDigits.images(200, 1);
  static final TestImages TEST_IMAGES = new TestImages(IMAGES, false, "200 digits");

  private static final long TIMEOUT_SECONDS = 60;

  final LinkedBlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
  final PadViewModel pad = new PadViewModel(drawing -> {});
  final List<LibraryModel> own = new ArrayList<>();
  final CompareViewModel model;

  CompareFixture(List<LibraryModel> bundled, Supplier<TestImages> images) {
    model =
        new CompareViewModel(
            new CompareDependencies(bundled, () -> List.copyOf(own), images),
            pad,
            Runnable::run,
            ui::add);
  }

  /** Compares {@link #threeModels} on {@link #TEST_IMAGES}. */
  static CompareFixture threeModelsCompared(Path folder) {
    return new CompareFixture(threeModels(folder), () -> TEST_IMAGES);
  }

  /** A and B predict a 3 and C a 5; A is most confident, B least. */
  static List<LibraryModel> threeModels(Path folder) {
    return List.of(
        constant(folder, "A", 3, 8), constant(folder, "B", 3, 4), constant(folder, "C", 5, 6));
  }

  /** Writes a model that predicts the same digit for every image. */
  static LibraryModel constant(Path folder, String title, int digit, float bias) {
    return write(folder, title, Models.always(digit, bias));
  }

  static LibraryModel write(Path folder, String title, Model model) {
    Path file = folder.resolve(ModelFile.name(title));
    try {
      ModelFile.write(model, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return LibraryModel.ofFile(file);
  }

  ModelColumnViewModel column(String title) {
    return model.columns().stream()
        .filter(column -> column.title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  Consensus consensus() {
    return model.consensusProperty().get();
  }

  TestPredictionsViewModel.Snapshot snapshot() {
    return model.predictions().snapshotProperty().get();
  }

  void draw() {
    pad.penDown(100, 100);
    pad.penMove(140, 180);
    pad.penUp();
  }

  /** Activates the tab and waits until all models have predicted all images. */
  CompareFixture activateAndPredict() {
    model.activate();
    until(
        () ->
            snapshot().columns().size() == model.columns().size()
                && model.predictions().activityProperty().get().isEmpty());
    return this;
  }

  void untilState(Consensus.State state) {
    until(() -> consensus().state() == state);
  }

  void untilGroups(Consensus.Group... groups) {
    until(() -> consensus().groups().equals(List.of(groups)));
  }

  static Consensus.Group group(String prediction, String... titles) {
    return new Consensus.Group(prediction, List.of(titles));
  }

  /** Runs the tasks of the UI thread until a condition holds. */
  void until(BooleanSupplier condition) {
    try {
      while (!condition.getAsBoolean()) {
        Runnable task = ui.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        if (task == null) {
          throw new AssertionError("timed out at " + consensus());
        }
        task.run();
      }
    } catch (InterruptedException end) {
      throw new IllegalStateException(end);
    }
  }

  @Override
  public void close() {
    model.close();
  }
}
