package org.digitpad.ui.train.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.data.source.DataSource;
import org.digitpad.ink.DigitImage;
import org.digitpad.train.ModelTraining;
import org.digitpad.train.TrainingData;
import org.digitpad.ui.train.TrainDependencies;
import org.digitpad.ui.train.TrainFixture;
import org.digitpad.ui.train.data.DatasetViewModel.State;
import org.digitpad.ui.train.history.ModelFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class DatasetViewModelTest {
  @TempDir private Path folder;
  private final LinkedBlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();

  @Test
  void offersToDownloadWhatIsMissingInItsOwnFolder() {
    DatasetViewModel model =
        model(DatasetChoices.mnist(() -> new DataSource.OwnFolder(folder.resolve("mnist"))));
    model.look();
    assertThat(model.stateProperty().get()).isEqualTo(State.LOOKING);
    drain();
    assertThat(model.stateProperty().get()).isEqualTo(State.MISSING);
    assertThat(model.canDownload()).isTrue();
    assertThat(model.sentenceProperty().get()).startsWith("Not on this computer yet.");
    assertThat(model.faultyProperty().get()).isFalse();
  }

  @Test
  void takesAFolderWithFourFiles() {
    DatasetViewModel model = model(TrainFixture.DIGITS);
    model.chooseFolder(MnistLikeDigits.writeFolder(folder.resolve("mine"), 20, 10));
    drain();
    assertThat(model.stateProperty().get()).isEqualTo(State.READY);
    assertThat(model.chosenProperty().get().name()).isEqualTo("Folder mine");
    assertThat(model.sentenceProperty().get()).startsWith("Other images than MNIST's");
    assertThat(model.chosenProperty().get().load().get().training().size()).isEqualTo(20);
  }

  @Test
  void saysWhatAFolderLacks() {
    DatasetViewModel model = model(TrainFixture.DIGITS);
    model.chooseFolder(folder);
    drain();
    assertThat(model.stateProperty().get()).isEqualTo(State.MISSING);
    assertThat(model.canDownload()).isFalse();
    assertThat(model.faultyProperty().get()).isTrue();
    assertThat(model.sentenceProperty().get())
        .contains("is missing in")
        .endsWith("Choose the folder with the four MNIST files.");
  }

  @Test
  void takesKagglesFile() throws IOException {
    DatasetViewModel model = model(TrainFixture.DIGITS);
    model.chooseFile(kaggle(20));
    drain();
    assertThat(model.sentenceProperty().get())
        .startsWith("18 digits to learn from, and the last 2 to validate with, in ");
    assertThat(model.stateProperty().get()).isEqualTo(State.READY);
    TrainingData digits = model.chosenProperty().get().load().get();
    assertThat(digits.training().size()).isEqualTo(18);
    assertThat(digits.validation().label(1)).isEqualTo(9);
  }

  @Test
  void saysWhatIsWrongWithAFileThatIsNotKaggles() throws IOException {
    DatasetViewModel model = model(TrainFixture.DIGITS);
    model.chooseFile(Files.writeString(folder.resolve("mine.csv"), "a,b\n1,2\n"));
    drain();
    assertThat(model.stateProperty().get()).isEqualTo(State.MISSING);
    assertThat(model.faultyProperty().get()).isTrue();
    assertThat(model.sentenceProperty().get())
        .contains("mine.csv, line 1: column 1 is \"a\", not \"label\"");
  }

  /** Digits whose labels count up. */
  private Path kaggle(int digits) throws IOException {
    StringBuilder text = new StringBuilder("label");
    for (int pixel = 0; pixel < DigitImage.PIXELS; pixel++) {
      text.append(",pixel").append(pixel);
    }
    for (int digit = 0; digit < digits; digit++) {
      text.append('\n').append(digit % 10).append(",7".repeat(DigitImage.PIXELS));
    }
    return Files.writeString(folder.resolve("train.csv"), text.append('\n'));
  }

  @Test
  void callsEachSetAsTheCommandLineDoes() {
    assertThat(DatasetChoices.builtin().option()).isEqualTo(" --data builtin");
    assertThat(DatasetChoices.folder(folder.resolve("fashion")).option())
        .isEqualTo(" --data fashion");
    assertThat(DatasetChoices.kaggle(folder.resolve("my $1.csv")).option())
        .isEqualTo(" --data \"my \\$1.csv\"");
  }

  @Test
  void namesADriveToo() {
    Path drive = folder.getRoot();
    assertThat(DatasetChoices.folder(drive).name()).isEqualTo("Folder " + drive);
  }

  @Test
  void downloadsAndLooksAgain() throws InterruptedException {
    boolean[] there = new boolean[1];
    DatasetViewModel model =
        model(
            new DatasetChoice(
                "Web",
                "",
                () -> new DatasetChoice.State(there[0], true, there[0] ? "Here." : "Not here."),
                () -> TrainFixture.DATA,
                (listener, cancelled) -> {
                  listener.onProgress("a.gz", 500_000, 1_000_000);
                  there[0] = true;
                }));
    model.look();
    drain();
    model.download();
    assertThat(model.stateProperty().get()).isEqualTo(State.DOWNLOADING);
    ui.take().run();
    assertThat(model.downloadedProperty().get()).isEqualTo(0.5);
    assertThat(model.sentenceProperty().get()).isEqualTo("a.gz, 0.5 of 1.0 MB");
    ui.take().run();
    drain();
    assertThat(model.stateProperty().get()).isEqualTo(State.READY);
  }

  @Test
  void cancelsADownload() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    DatasetViewModel model =
        model(
            new DatasetChoice(
                "Web",
                "",
                () -> new DatasetChoice.State(false, true, "Not here."),
                () -> TrainFixture.DATA,
                (listener, cancelled) -> {
                  begun.countDown();
                  while (!cancelled.getAsBoolean()) {
                    Thread.sleep(1);
                  }
                  throw new InterruptedException("cancelled");
                }));
    model.look();
    drain();
    model.download();
    begun.await();
    model.cancel();
    ui.take().run();
    assertThat(model.stateProperty().get()).isEqualTo(State.MISSING);
    assertThat(model.sentenceProperty().get()).startsWith("Cancelled.");
    assertThat(model.faultyProperty().get()).isFalse();
    assertThat(model.canDownload()).isTrue();
  }

  @Test
  void saysWhatWentWrongWithADownload() throws InterruptedException {
    DatasetViewModel model =
        model(
            new DatasetChoice(
                "Web",
                "",
                () -> new DatasetChoice.State(false, true, "Not here."),
                () -> TrainFixture.DATA,
                (listener, cancelled) -> {
                  throw new IllegalStateException("on purpose");
                }));
    model.look();
    drain();
    model.download();
    ui.take().run();
    assertThat(model.sentenceProperty().get())
        .isEqualTo("The download failed (IllegalStateException). Try it again.");
    assertThat(model.faultyProperty().get()).isTrue();
    assertThat(model.canDownload()).isTrue();
  }

  private DatasetViewModel model(DatasetChoice choice) {
    return new DatasetViewModel(
        new TrainDependencies(
            List.of(choice),
            DatasetChoices::folder,
            DatasetChoices::kaggle,
            ModelTraining::train,
            new ModelFolder(() -> folder)),
        Runnable::run,
        ui::add);
  }

  private void drain() {
    for (Runnable task = ui.poll(); task != null; task = ui.poll()) {
      task.run();
    }
  }
}
