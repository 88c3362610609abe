package org.digitpad.ui.train.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.digitpad.data.kaggle.KaggleFixture;
import org.digitpad.data.mnist.MnistFixture;
import org.digitpad.data.mnist.MnistFolder;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.data.source.DataSource;
import org.digitpad.i18n.Messages;
import org.digitpad.train.TrainingData;
import org.digitpad.ui.common.UiQueue;
import org.digitpad.ui.train.TrainFixture;
import org.digitpad.ui.train.data.DatasetChoice.Availability;
import org.digitpad.ui.train.data.DatasetChoice.Download;
import org.digitpad.ui.train.data.DatasetViewModel.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetViewModelTest {
  @TempDir private Path folder;
  private final UiQueue ui = new UiQueue();

  @Test
  void offersToDownloadIntoItsOwnFolder() {
    DatasetViewModel model =
        model(DatasetChoices.mnist(() -> new DataSource.OwnFolder(folder.resolve("mnist"))));
    model.refresh();
    assertThat(model.stateProperty().get()).isEqualTo(State.LOOKING);
    ui.drain();
    assertThat(model.stateProperty().get()).isEqualTo(State.MISSING);
    assertThat(model.canDownload()).isTrue();
    assertThat(model.messageProperty().get())
        .isEqualTo(Messages.get("ui.train.data.notDownloaded"));
    assertThat(model.errorProperty().get()).isFalse();
  }

  @Test
  void acceptsAFolderWithFourFiles() {
    DatasetViewModel model = model(TrainFixture.DIGITS);
    model.chooseFolder(MnistLikeDigits.writeFolder(folder.resolve("mine"), 20, 10));
    ui.drain();
    assertThat(model.stateProperty().get()).isEqualTo(State.READY);
    assertThat(model.chosenProperty().get().name())
        .isEqualTo(Messages.get("ui.train.data.folder", "mine"));
    assertThat(model.messageProperty().get())
        .isEqualTo(Messages.get("ui.train.data.otherImages", folder.resolve("mine")));
    assertThat(model.chosenProperty().get().load().get().training().size()).isEqualTo(20);
  }

  @Test
  void saysWhatIsMissingInAFolder() {
    DatasetViewModel model = model(TrainFixture.DIGITS);
    model.chooseFolder(folder);
    ui.drain();
    assertThat(model.stateProperty().get()).isEqualTo(State.MISSING);
    assertThat(model.canDownload()).isFalse();
    assertThat(model.errorProperty().get()).isTrue();
    assertThat(model.messageProperty().get())
        .isEqualTo(
            Messages.get(
                "ui.train.data.incompleteFolder",
                new MnistFolder(folder).status().files().get(0).problem()));
  }

  @Test
  void acceptsKagglesFile() {
    DatasetViewModel model = model(TrainFixture.DIGITS);
    model.chooseFile(
        KaggleFixture.writeTrain(folder.resolve("train.csv"), MnistFixture.digits(20, 1)));
    ui.drain();
    assertThat(model.messageProperty().get())
        .isEqualTo(
            Messages.get("ui.train.data.kaggleDescription", 18, 2, folder.resolve("train.csv")));
    assertThat(model.stateProperty().get()).isEqualTo(State.READY);
    TrainingData digits = model.chosenProperty().get().load().get();
    assertThat(digits.training().size()).isEqualTo(18);
    assertThat(digits.validation().label(1)).isEqualTo(9);
  }

  @Test
  void saysWhatIsWrongWithAnotherCsvFile() throws IOException {
    DatasetViewModel model = model(TrainFixture.DIGITS);
    model.chooseFile(Files.writeString(folder.resolve("mine.csv"), "a,b\n1,2\n"));
    ui.drain();
    assertThat(model.stateProperty().get()).isEqualTo(State.MISSING);
    assertThat(model.errorProperty().get()).isTrue();
    assertThat(model.messageProperty().get()).contains("mine.csv");
  }

  @Test
  void namesEachDatasetAsTheCommandLineDoes() {
    assertThat(DatasetChoices.builtin().option()).isEqualTo(" --data builtin");
    assertThat(DatasetChoices.folder(folder.resolve("fashion")).option())
        .isEqualTo(" --data fashion");
    assertThat(DatasetChoices.kaggle(folder.resolve("my $1.csv")).option())
        .isEqualTo(" --data \"my \\$1.csv\"");
  }

  @Test
  void namesADriveToo() {
    Path drive = folder.getRoot();
    assertThat(DatasetChoices.folder(drive).name())
        .isEqualTo(Messages.get("ui.train.data.folder", drive));
  }

  @Test
  void downloadsAndChecksAgain() throws InterruptedException {
    boolean[] there = new boolean[1];
    DatasetViewModel model =
        model(
            downloadable(
                () -> there[0],
                (listener, cancelled) -> {
                  listener.onProgress("a.gz", 500_000, 1_000_000);
                  there[0] = true;
                }));
    model.refresh();
    ui.drain();
    model.download();
    assertThat(model.stateProperty().get()).isEqualTo(State.DOWNLOADING);
    ui.runNext();
    assertThat(model.downloadedProperty().get()).isEqualTo(0.5);
    assertThat(model.messageProperty().get())
        .isEqualTo(Messages.get("ui.train.data.progress", "a.gz", "0.5", "1.0"));
    ui.runNext();
    ui.drain();
    assertThat(model.stateProperty().get()).isEqualTo(State.READY);
  }

  @Test
  void cancelsADownload() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch cancelRequested = new CountDownLatch(1);
    DatasetViewModel model =
        model(
            downloadable(
                () -> false,
                (listener, cancelled) -> {
                  begun.countDown();
                  cancelRequested.await();
                  assertThat(cancelled.getAsBoolean()).isTrue();
                  throw new InterruptedException("cancelled");
                }));
    model.refresh();
    ui.drain();
    model.download();
    begun.await();
    model.cancel();
    cancelRequested.countDown();
    ui.runNext();
    assertThat(model.stateProperty().get()).isEqualTo(State.MISSING);
    assertThat(model.messageProperty().get()).isEqualTo(Messages.get("ui.train.data.cancelled"));
    assertThat(model.errorProperty().get()).isFalse();
    assertThat(model.canDownload()).isTrue();
  }

  @Test
  void saysWhyADownloadFailed() throws InterruptedException {
    DatasetViewModel model =
        model(
            downloadable(
                () -> false,
                (listener, cancelled) -> {
                  throw new IllegalStateException("on purpose");
                }));
    model.refresh();
    ui.drain();
    model.download();
    ui.runNext();
    assertThat(model.messageProperty().get())
        .startsWith(Messages.get("ui.train.data.downloadFailed", "IllegalStateException"));
    assertThat(model.errorProperty().get()).isTrue();
    assertThat(model.canDownload()).isTrue();
  }

  /** A dataset that is missing until a download succeeds. */
  private static DatasetChoice downloadable(BooleanSupplier there, Download download) {
    return new DatasetChoice(
        "Web",
        "",
        () -> new Availability(there.getAsBoolean(), true, true, "Anywhere."),
        () -> TrainFixture.DATA,
        download);
  }

  private DatasetViewModel model(DatasetChoice choice) {
    return new DatasetViewModel(
        List.of(choice), DatasetChoices::folder, DatasetChoices::kaggle, Runnable::run, ui);
  }
}
