package org.digitpad.ui.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.digitpad.evaluate.Evaluation.Misclassified;
import org.digitpad.evaluate.ReferenceResults;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.Numbers;
import org.digitpad.nn.arch.Architectures;
import org.digitpad.nn.model.EpochMetrics;
import org.digitpad.nn.model.ModelFile;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.train.ModelTraining;
import org.digitpad.train.Recipe;
import org.digitpad.train.UnfinishedRun;
import org.digitpad.train.UnusableCheckpoint;
import org.digitpad.ui.chart.Curve;
import org.digitpad.ui.train.TrainFixture.Halt;
import org.digitpad.ui.train.data.DatasetChoice;
import org.digitpad.ui.train.data.DatasetChoices;
import org.digitpad.ui.train.history.RunHistoryViewModel;
import org.digitpad.ui.train.run.MisclassifiedViewModel;
import org.digitpad.ui.train.run.RunState;
import org.digitpad.ui.train.settings.SettingsViewModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TrainViewModelTest {
  /** Steps of an epoch. */
  private static final int STEPS = 9;

  private static final String ANY = "\\E.*\\Q";

  @TempDir private Path models;
  private TrainFixture fixture;
  private TrainViewModel model;

  @BeforeEach
  void open() {
    fixture = new TrainFixture(models, TrainFixture.DIGITS);
    model = fixture.model;
  }

  @Test
  void trainsAModelThatThePadCanUse() {
    fixture.trainer = ModelTraining::train;
    fixture.setUp(2);
    assertThat(model.canTrainProperty().get()).isTrue();
    assertThat(headline()).isEqualTo(Messages.get("ui.train.run.idle"));

    model.train();
    assertThat(model.run().stateProperty().get()).isEqualTo(RunState.LOADING);
    assertThat(model.canTrainProperty().get()).isFalse();
    fixture.await(RunState.DONE);

    LibraryModel run = model.run().resultProperty().get();
    assertThat(run.title()).isEqualTo("conv-gru-1");
    assertThat(headline())
        .isEqualTo(
            Messages.plural(
                "ui.train.run.validationAccuracy",
                60,
                Numbers.percent(run.model().card().valAccuracy(), 2)));
    assertThat(detail())
        .isEqualTo(
            Messages.get(
                "ui.train.run.trainedOnOther",
                Messages.get(
                    "ui.train.run.seconds",
                    Math.max(1, Math.round(run.model().card().seconds())))));
    assertThat(model.run().progress().fractionProperty().get()).isEqualTo(1);
    assertThat(model.run().historyProperty().get().finished())
        .extracting(EpochMetrics::epoch)
        .containsExactly(1, 2);
    assertThat(model.run().misclassified().evaluationProperty().get().samples()).isEqualTo(60);
    assertThat(ModelFile.read(models.resolve("conv-gru-1.safetensors"))).isEqualTo(run.model());
    assertThat(run.model().card().command())
        .isEqualTo(
            "java -jar target/digitpad.jar train --model conv-gru --recipe best --epochs 2"
                + " --batch 40 --seed 1 --data digits --out conv-gru-1.safetensors");
    assertThat(model.history().saved()).extracting(LibraryModel::title).contains("conv-gru-1");
    model.history().use(run);
    assertThat(fixture.pad).containsExactly(run);
    assertThat(model.history().activeProperty().get()).isEqualTo(run);
  }

  @Test
  void bundledModelBecomesActiveWhenTheActiveModelIsDeleted() {
    fixture.setUp(1);
    fixture.train();
    LibraryModel run = listed("conv-gru-1");
    fixture.active.set(run);

    model.history().delete(run);
    fixture.ui.drain();

    assertThat(fixture.pad).extracting(LibraryModel::isBundled).containsExactly(true);
    assertThat(model.history().activeProperty().get().isBundled()).isTrue();
    assertThat(model.history().messageProperty().get())
        .isEqualTo(Messages.get("ui.train.history.deletedActive", "conv-gru-1"));
  }

  @Test
  void drawsTheReferenceBehindARunOfItsNetworkOnMnist() {
    fixture = new TrainFixture(models, TrainFixture.MNIST, TrainFixture.DIGITS);
    model = fixture.model;
    String reference = Messages.get("ui.train.run.curve.reference");
    assertThat(curveNames()).containsExactly(reference);
    assertThat(detail()).isEqualTo(Messages.get("ui.train.run.idleDetail"));
    assertThat(model.run().charts().curvesProperty().get().get(0).accuracy())
        .containsExactly(
            ReferenceResults.history("conv-gru").stream()
                .mapToDouble(EpochMetrics::valAccuracy)
                .toArray());

    fixture.setUp(2);
    fixture.train();

    assertThat(model.run().charts().curvesProperty().get())
        .extracting(Curve::name, Curve::size)
        .containsExactly(
            tuple(reference, 10),
            tuple(Messages.get("ui.train.run.curve.batches"), 2 * STEPS),
            tuple(Messages.get("ui.train.run.curve.training"), 2),
            tuple(Messages.get("ui.train.run.curve.validation"), 2));
    assertThat(model.run().charts().csv().lines()).hasSize(1 + 10 + 2 * STEPS + 2 + 2);
  }

  @Test
  void drawsNoReferenceBesideOtherNetworksAndOtherDigits() {
    fixture = new TrainFixture(models, TrainFixture.MNIST, TrainFixture.DIGITS);
    model = fixture.model;
    String reference = Messages.get("ui.train.run.curve.reference");
    model.settings().architectureProperty().set(Architectures.MLP);
    assertThat(curveNames()).isEmpty();
    assertThat(detail()).isEmpty();
    model.settings().architectureProperty().set(Architectures.CONV_GRU);
    model.dataset().chosenProperty().set(TrainFixture.DIGITS);
    fixture.ui.drain();
    assertThat(curveNames()).isEmpty();

    fixture.setUp(1);
    fixture.train();
    assertThat(curveNames()).doesNotContain(reference);
    model.history().compare(listed("MLP"), true);
    assertThat(curveNames()).doesNotContain(reference);
    model.history().compare(listed("Conv-GRU"), true);
    assertThat(curveNames()).contains(reference);
  }

  @Test
  void theEpochAxisIsLongEnoughForEveryRun() {
    fixture.setUp(2);
    fixture.train();
    assertThat(model.run().charts().epochs()).isEqualTo(2);

    LibraryModel bundled = listed("Conv-GRU");
    model.history().compare(bundled, true);
    assertThat(model.run().charts().epochs())
        .isEqualTo(bundled.model().card().history().size())
        .isGreaterThan(2);
    model.history().compare(bundled, false);
    assertThat(model.run().charts().epochs()).isEqualTo(2);
  }

  @Test
  void aModelHasOneColorInAllCurvesAndARunThatOfItsModel() {
    fixture.setUp(1);
    fixture.train();
    LibraryModel bundled = listed("Conv-GRU");
    model.history().compare(bundled, true);

    assertThat(model.run().charts().curvesProperty().get())
        .extracting(curve -> curve.style().split(" ")[0])
        .containsExactly(
            "curve-reference",
            fixture.colors.style(bundled),
            fixture.colors.style(model.run().resultProperty().get()),
            fixture.colors.style(model.run().resultProperty().get()),
            fixture.colors.style(model.run().resultProperty().get()));
    assertThat(fixture.colors.of(bundled)).isEqualTo(1);
  }

  @Test
  void doesNotTrainWithInvalidSettings() {
    model.settings().epochs().textProperty().set("none");
    assertThat(model.canTrainProperty().get()).isFalse();
    model.train();
    assertThat(model.run().stateProperty().get()).isEqualTo(RunState.IDLE);

    model.settings().epochs().textProperty().set("3");
    assertThat(model.canTrainProperty().get()).isTrue();
  }

  @Test
  void trainsAndResumesAtTheEditedLearningRate() {
    model.settings().learningRate().textProperty().set("0.002");
    fixture.trainAndStopIn(2);

    TrainFixture next = reopen(TrainFixture.DIGITS);
    next.model.resumeUnfinished();
    assertThat(next.model.settings().learningRate().textProperty().get()).isEqualTo("0.002");
    next.await(RunState.DONE);

    assertThat(next.training.settings().recipe().learningRate()).isEqualTo(0.002);
  }

  @Test
  void pausesAndResumes() {
    Halt halt = fixture.haltAt(1, 2);
    fixture.setUp(2);
    model.train();
    fixture.await(RunState.TRAINING);
    halt.awaitReached();
    model.run().refresh();
    assertThat(headline()).matches(pattern("ui.train.run.training", 1, 2, ANY, ANY));
    assertThat(detail()).matches(pattern("ui.train.run.batch", 2, STEPS, ANY, ANY));

    model.run().pause();
    halt.release();
    model.run().refresh();

    assertThat(model.run().stateProperty().get()).isEqualTo(RunState.PAUSED);
    assertThat(headline()).isEqualTo(Messages.get("ui.train.run.pausedInEpoch", 1, 2));
    model.run().resume();
    fixture.await(RunState.DONE);
  }

  @Test
  void resumesAStoppedRunToTheSameWeights() {
    fixture.setUp(3);
    float[] uninterrupted = fixture.train().model().parameters();

    fixture.trainAndStopIn(2);
    assertThat(headline()).isEqualTo(Messages.get("ui.train.run.stoppedInEpoch", 2, 3));
    assertThat(detail()).isEqualTo(Messages.get("ui.train.run.epochsKept", 1));
    assertThat(model.unfinished().runProperty().get().history()).hasSize(1);

    TrainFixture next = reopen(TrainFixture.DIGITS);
    assertThat(next.model.unfinished().runProperty().get().history()).hasSize(1);
    next.model.resumeUnfinished();
    next.await(RunState.DONE);

    LibraryModel result = next.model.run().resultProperty().get();
    assertThat(result.title()).isEqualTo("conv-gru-2");
    assertThat(result.model().parameters()).isEqualTo(uninterrupted);
    assertThat(next.model.unfinished().runProperty().get()).isNull();
    assertThat(next.model.run().historyProperty().get().finished()).hasSize(3);
  }

  @Test
  void leavesNothingWhenStoppedInTheFirstEpoch() {
    fixture.trainAndStopIn(1);
    assertThat(detail()).isEqualTo(Messages.get("ui.train.run.nothingKept"));
    assertThat(model.unfinished().runProperty().get()).isNull();
    assertThat(models).isEmptyDirectory();
  }

  @Test
  void showsTheSettingsAndTheDatasetOfAResumedRun() {
    model.settings().recipeProperty().set(Recipe.REFERENCE);
    model.settings().seed().textProperty().set("7");
    fixture.trainAndStopIn(2);
    TrainFixture next = reopen(missingFolder(), TrainFixture.DIGITS);
    next.model.settings().threads().textProperty().set("none");

    next.model.resumeUnfinished();
    next.await(RunState.DONE);

    assertThat(next.model.dataset().chosenProperty().get()).isEqualTo(TrainFixture.DIGITS);
    SettingsViewModel shown = next.model.settings();
    assertThat(shown.recipeProperty().get()).isEqualTo(Recipe.REFERENCE);
    assertThat(shown.epochs().textProperty().get()).isEqualTo("3");
    assertThat(shown.batchSize().textProperty().get()).isEqualTo("40");
    assertThat(shown.seed().textProperty().get()).isEqualTo("7");
    assertThat(shown.threads().textProperty().get()).isEqualTo("1");
    assertThat(next.training.settings().seed()).isEqualTo(7);
    assertThat(next.training.options()).isEqualTo(" --data digits");
  }

  @Test
  void discardsARunWhoseImagesAreNotFound() {
    fixture.trainAndStopIn(2);
    TrainFixture next = reopen(missingFolder());
    next.model.resumeUnfinished();
    next.await(RunState.FAILED);
    assertThat(next.model.run().progress().headlineProperty().get())
        .isEqualTo(Messages.get("ui.train.run.imagesNotFound"));

    next.model.unfinished().discard();
    next.ui.drain();

    assertThat(next.model.unfinished().runProperty().get()).isNull();
    assertThat(models).isEmptyDirectory();
  }

  @Test
  void keepsFinishedEpochsWhenTheDiskIsFull() {
    fixture.hook =
        (epoch, step) -> {
          if (epoch == 2 && step == 4) {
            throw new FileSystemException("x", null, "No space left on device");
          }
        };
    fixture.setUp(2);
    model.train();
    fixture.await(RunState.FAILED);

    assertThat(headline())
        .isEqualTo(Messages.get("ui.train.run.notSavedAt", Messages.get("io.reason.noSpace"), "x"));
    assertThat(detail()).isEqualTo(Messages.get("ui.train.run.epochsKept", 1));
    fixture.hook = (epoch, step) -> {};
    model.resumeUnfinished();
    fixture.await(RunState.DONE);
  }

  @Test
  void doesNotReplaceAFileThatComesWhileItTrains() throws IOException {
    Path output = models.resolve("conv-gru-1.safetensors");
    fixture.hook =
        (epoch, step) -> {
          if (epoch == 2 && step == 1) {
            Files.writeString(output, "of the user");
          }
        };
    fixture.setUp(2);
    model.train();
    fixture.await(RunState.FAILED);

    String sentence = Messages.get("ui.train.run.outputTaken", output);
    assertThat(headline()).isEqualTo(sentence);
    fixture.hook = (epoch, step) -> {};
    model.resumeUnfinished();
    fixture.await(RunState.FAILED);
    assertThat(headline()).isEqualTo(sentence);
    assertThat(output).hasContent("of the user");

    Files.delete(output);
    model.resumeUnfinished();
    fixture.await(RunState.DONE);
    assertThat(files()).containsExactly("conv-gru-1.safetensors");
  }

  @Test
  void failsBeforeTheFirstStepWhenNothingCanBeSaved() throws IOException {
    Path blocked = Files.writeString(models.resolve("file"), "where a folder should be");
    TrainFixture nowhere = new TrainFixture(blocked, TrainFixture.DIGITS);
    AtomicBoolean stepped = new AtomicBoolean();
    nowhere.hook = (epoch, step) -> stepped.set(true);
    nowhere.setUp(1);
    nowhere.model.train();
    nowhere.await(RunState.FAILED);

    assertThat(nowhere.model.run().progress().headlineProperty().get())
        .contains("(" + blocked, Messages.get("io.reason.fileInTheWay"));
    assertThat(stepped).isFalse();
  }

  @Test
  void canTrainAgainAfterAnError() {
    fixture.hook =
        (epoch, step) -> {
          throw new OutOfMemoryError("for the test");
        };
    fixture.setUp(1);
    model.train();
    fixture.await(RunState.FAILED);

    assertThat(headline()).contains("memory", " MB ", "java -Xmx");
    assertThat(model.canTrainProperty().get()).isTrue();
  }

  @Test
  void showsTheMisclassifiedImagesOfACell() {
    fixture.setUp(1);
    fixture.train();
    MisclassifiedViewModel misclassified = model.run().misclassified();
    Misclassified first = misclassified.evaluationProperty().get().misclassified().get(0);
    int count =
        misclassified
            .evaluationProperty()
            .get()
            .confusion()
            .get(first.label())
            .get(first.predicted());

    misclassified.select(first.label(), first.predicted());

    MisclassifiedViewModel.Selection shown = misclassified.selectionProperty().get();
    assertThat(shown.description())
        .isEqualTo(
            Messages.get("ui.train.run.misclassifiedAll", count, first.label(), first.predicted()));
    assertThat(shown.images()).hasSize(count);
    assertThat(shown.images().get(0))
        .isEqualTo(TrainFixture.DATA.validation().image(first.index()));
  }

  @Test
  void comparesCopiesAndDeletesRuns() {
    fixture.setUp(1);
    fixture.train();
    LibraryModel run = listed("conv-gru-1");

    assertThat(model.history().compare(run, true)).isTrue();
    assertThat(model.run().charts().curvesProperty().get())
        .extracting(Curve::name)
        .contains("conv-gru-1");
    model.history().saveAs(run, models.resolve("mine/copy.safetensors"));
    fixture.ui.drain();
    assertThat(ModelFile.read(models.resolve("mine/copy.safetensors"))).isEqualTo(run.model());
    model.history().delete(run);
    fixture.ui.drain();

    assertThat(models.resolve("conv-gru-1.safetensors")).doesNotExist();
    assertThat(model.history().compared()).isEmpty();
    assertThat(model.history().saved()).isNotEmpty().allMatch(saved -> saved.file().isEmpty());
    assertThat(model.history().messageProperty().get())
        .isEqualTo(Messages.get("ui.train.history.deleted", "conv-gru-1"));
  }

  @Test
  void saysWhyACopyFailed() throws IOException {
    Path file = Files.writeString(models.resolve("file"), "x");
    LibraryModel bundled = model.history().saved().get(0);
    String name = RunHistoryViewModel.title(bundled);
    Path target = file.resolve("copy.safetensors");
    model.history().saveAs(bundled, target);
    fixture.ui.drain();
    assertThat(model.history().messageProperty().get())
        .contains(name, target.toString())
        .isNotEqualTo(Messages.get("ui.train.history.savedAs", name, target));
  }

  @Test
  void twoWindowsTrainAtOnceToDifferentFiles() {
    TrainFixture other = reopen(TrainFixture.DIGITS);
    Halt halt = fixture.haltAt(1, 2);
    Halt otherHalt = other.haltAt(1, 2);
    fixture.setUp(1);
    other.setUp(1);
    model.train();
    other.model.train();
    // both have chosen their files, and neither has written any
    halt.awaitReached();
    otherHalt.awaitReached();
    halt.release();
    otherHalt.release();
    fixture.await(RunState.DONE);
    other.await(RunState.DONE);

    assertThat(Stream.of(model, other.model).map(each -> each.run().resultProperty().get().title()))
        .containsExactlyInAnyOrder("conv-gru-1", "conv-gru-2");
    assertThat(files()).containsExactly("conv-gru-1.safetensors", "conv-gru-2.safetensors");
  }

  @Test
  void aLivingRunIsNotOfferedInAnotherWindow() {
    fixture.trainAndStopIn(2);
    TrainFixture other = reopen(TrainFixture.DIGITS);
    assertThat(other.model.unfinished().runProperty().get()).isNotNull();
    Halt halt = fixture.haltAt(2, 2);
    model.resumeUnfinished();
    fixture.await(RunState.TRAINING);
    halt.awaitReached();
    Path checkpoint = models.resolve("conv-gru-1.safetensors.checkpoint");

    // it was found before the run went on
    other.model.unfinished().discard();
    other.ui.drain();
    assertThat(other.model.unfinished().messageProperty().get()).contains("conv-gru-1.safetensors");
    assertThat(checkpoint).exists();
    assertThat(other.model.unfinished().runProperty().get()).isNull();

    TrainFixture third = reopen(TrainFixture.DIGITS);
    assertThat(third.model.unfinished().runProperty().get()).isNull();
    halt.release();
    fixture.await(RunState.DONE);
    assertThat(files()).containsExactly("conv-gru-1.safetensors");
  }

  @Test
  void aRunThatGoesOnElsewhereIsNotResumed() {
    fixture.trainAndStopIn(2);
    TrainFixture other = reopen(TrainFixture.DIGITS);
    Halt halt = fixture.haltAt(2, 2);
    model.resumeUnfinished();
    halt.awaitReached();

    other.model.resumeUnfinished();
    other.await(RunState.FAILED);
    assertThat(other.model.run().progress().headlineProperty().get())
        .contains("conv-gru-1.safetensors")
        .contains("process");

    halt.release();
    fixture.await(RunState.DONE);
    assertThat(other.model.run().resultProperty().get()).isNull();
  }

  @Test
  void aRunThatIsFinishedElsewhereIsNotTrainedAgain() {
    fixture.trainAndStopIn(2);
    TrainFixture other = reopen(TrainFixture.DIGITS);
    model.resumeUnfinished();
    fixture.await(RunState.DONE);

    other.model.resumeUnfinished();
    other.await(RunState.FAILED);

    assertThat(other.model.run().progress().headlineProperty().get())
        .isEqualTo(Messages.get("ui.train.history.runGone"));
    assertThat(other.training).isNull();
    assertThat(other.model.unfinished().runProperty().get()).isNull();
  }

  @Test
  void tellsOfADamagedCheckpointAndOffersTheOneBefore() throws IOException {
    fixture.setUp(3);
    float[] uninterrupted = fixture.train().model().parameters();
    fixture.trainAndStopIn(3);
    Path checkpoint = models.resolve("conv-gru-2.safetensors.checkpoint");
    byte[] content = Files.readAllBytes(checkpoint);
    Files.write(checkpoint, Arrays.copyOf(content, content.length / 2));

    TrainFixture next = reopen(TrainFixture.DIGITS);
    UnfinishedRun offered = next.model.unfinished().runProperty().get();
    assertThat(offered.lastDamaged()).isTrue();
    assertThat(offered.history()).hasSize(1);
    assertThat(checkpoint).hasSize(content.length / 2);
    next.model.resumeUnfinished();
    next.await(RunState.DONE);

    assertThat(next.model.run().resultProperty().get().model().parameters())
        .isEqualTo(uninterrupted);
    assertThat(files()).hasSize(3).anyMatch(name -> name.matches(".*\\.checkpoint\\.damaged-.*"));
  }

  @Test
  void tellsOfACheckpointThatIsLostUntilItIsSetAside() throws IOException {
    Files.writeString(models.resolve("conv-gru-7.safetensors.checkpoint"), "nothing");
    model.refresh();
    fixture.ui.drain();
    assertThat(model.unfinished().runProperty().get()).isNull();
    UnusableCheckpoint lost = model.unfinished().unusableProperty().get();
    assertThat(lost.sentence())
        .contains("conv-gru-7.safetensors.checkpoint", "damaged")
        .doesNotContain("--");

    model.unfinished().setAside();
    fixture.ui.drain();

    assertThat(model.unfinished().unusableProperty().get()).isNull();
    assertThat(files()).hasSize(1).allMatch(name -> name.contains(".checkpoint.damaged-"));
  }

  /** As another window or a person may do at any time. */
  @Test
  void copesWithModelsThatAreDeletedElsewhere() throws IOException {
    fixture.setUp(1);
    fixture.train();
    LibraryModel run = listed("conv-gru-1");
    Files.delete(models.resolve("conv-gru-1.safetensors"));

    model.history().use(run);
    assertThat(fixture.pad).containsExactly(run);
    model.history().saveAs(run, models.resolve("copy.safetensors"));
    fixture.ui.drain();
    assertThat(files()).containsExactly("copy.safetensors");
    model.history().delete(run);
    fixture.ui.drain();

    assertThat(model.history().messageProperty().get())
        .isEqualTo(Messages.get("ui.train.history.deletedActive", "conv-gru-1"));
    assertThat(model.history().saved())
        .extracting(LibraryModel::title)
        .contains("copy")
        .doesNotContain("conv-gru-1");
  }

  @Test
  void savesNoModelOverItselfOrOverALivingRun() {
    fixture.setUp(1);
    fixture.train();
    LibraryModel run = listed("conv-gru-1");
    Path own = run.file().get();
    model.history().saveAs(run, models.resolve("./conv-gru-1.safetensors"));
    fixture.ui.drain();
    assertThat(model.history().messageProperty().get())
        .contains(Messages.get("io.overwritesInput", models + "/./conv-gru-1.safetensors"));

    TrainFixture other = reopen(TrainFixture.DIGITS);
    Halt halt = other.haltAt(1, 2);
    other.setUp(1);
    other.model.train();
    halt.awaitReached();
    model.history().saveAs(run, models.resolve("conv-gru-2.safetensors"));
    fixture.ui.drain();
    assertThat(model.history().messageProperty().get()).contains("process");
    assertThat(files()).doesNotContain("conv-gru-2.safetensors");
    halt.release();
    other.await(RunState.DONE);
    assertThat(own).exists();
  }

  @Test
  void deletesTheTemporaryFilesOfKilledPrograms() throws IOException {
    for (String name : List.of("conv-gru-1.safetensors", "conv-gru-1.safetensors.checkpoint")) {
      Files.writeString(models.resolve("." + name + "." + UUID.randomUUID() + ".tmp"), "half");
    }
    // of a program that was killed while it trained
    Files.writeString(models.resolve(".conv-gru-1.safetensors.lock"), "window 1");

    fixture.setUp(1);
    fixture.train();

    assertThat(files()).containsExactly("conv-gru-1.safetensors");
  }

  /** Pipes never end, and a folder or a link is no model. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void passesOverWhatIsNoFile() throws Exception {
    for (String name : List.of("pipe.safetensors", "pipe.safetensors.checkpoint")) {
      Path pipe = models.resolve(name);
      assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    }
    Files.createDirectory(models.resolve("folder.safetensors"));
    Files.createDirectory(models.resolve("folder.safetensors.checkpoint"));
    try (RandomAccessFile huge =
        new RandomAccessFile(models.resolve("huge.safetensors.checkpoint").toFile(), "rw")) {
      huge.setLength(1L << 40);
    }

    model.refresh();
    fixture.ui.drain();

    assertThat(model.history().saved()).isNotEmpty().allMatch(LibraryModel::isBundled);
    assertThat(model.unfinished().runProperty().get()).isNull();
    assertThat(model.unfinished().unusableProperty().get().files().output())
        .isEqualTo(models.resolve("huge.safetensors"));
  }

  private List<String> files() {
    try (Stream<Path> found = Files.list(models)) {
      return found.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The tab as after a restart, or in another window, with the same models. */
  private TrainFixture reopen(DatasetChoice... datasets) {
    return new TrainFixture(models, datasets);
  }

  private LibraryModel listed(String name) {
    return model.history().saved().stream()
        .filter(run -> run.title().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static DatasetChoice missingFolder() {
    return DatasetChoices.folder(Path.of("nowhere"));
  }

  @Test
  void saysSoIfThereIsARunToResume() {
    fixture.trainAndStopIn(2);
    TrainFixture next = reopen(TrainFixture.DIGITS);
    assertThat(next.model.run().progress().headlineProperty().get())
        .isEqualTo(Messages.get("ui.train.run.idleResumable"));
  }

  @Test
  void thereIsNothingToSelectBeforeTheFirstEpoch() {
    assertThat(model.run().misclassified().selectionProperty().get().description())
        .isEqualTo(Messages.get("ui.train.run.nothingToSelect"));
    fixture.setUp(1);
    fixture.train();
    assertThat(model.run().misclassified().selectionProperty().get().description())
        .isEqualTo(Messages.get("ui.train.run.selectCell"));
  }

  @Test
  void aDeletedRunCannotBePutOnThePad() {
    fixture.setUp(1);
    LibraryModel result = fixture.train();
    fixture.ui.drain();
    model.history().delete(listed("conv-gru-1"));
    fixture.ui.drain();

    assertThat(model.history().deleted()).contains(result);
    model.history().use(result);
    assertThat(fixture.pad).isEmpty();
    assertThat(model.history().activeProperty().get().isBundled()).isTrue();

    fixture.train();
    fixture.ui.drain();
    assertThat(model.history().deleted()).isEmpty();
  }

  private List<String> curveNames() {
    return model.run().charts().curvesProperty().get().stream().map(Curve::name).toList();
  }

  private String headline() {
    return model.run().progress().headlineProperty().get();
  }

  private String detail() {
    return model.run().progress().detailProperty().get();
  }

  /** Returns a regular expression for a message in which some values are {@link #ANY}. */
  private static String pattern(String key, Object... arguments) {
    return "\\Q" + Messages.get(key, arguments) + "\\E";
  }
}
