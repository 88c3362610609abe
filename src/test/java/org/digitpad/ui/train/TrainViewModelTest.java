package org.digitpad.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.digitpad.i18n.Numbers;
import org.digitpad.nn.model.ModelFile;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.train.Recipe;
import org.digitpad.ui.chart.Curve;
import org.digitpad.ui.train.data.DatasetChoice;
import org.digitpad.ui.train.data.DatasetChoices;
import org.digitpad.ui.train.run.RunState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class TrainViewModelTest {
  @TempDir private Path models;
  private TrainFixture bench;
  private TrainViewModel model;

  @BeforeEach
  void open() {
    bench = new TrainFixture(models, TrainFixture.DIGITS);
    model = bench.model;
  }

  @Test
  void trainsToAModelThatThePadCanUse() {
    bench.choose(2);
    assertThat(model.canTrainProperty().get()).isTrue();
    assertThat(headline()).isEqualTo("Nothing trained yet");

    model.train();
    assertThat(model.run().stateProperty().get()).isEqualTo(RunState.LOADING);
    assertThat(model.canTrainProperty().get()).isFalse();
    bench.await(RunState.DONE);

    LibraryModel run = model.run().resultProperty().get();
    assertThat(run.title()).isEqualTo("conv-gru-1");
    assertThat(headline())
        .startsWith(Numbers.percent(run.model().card().valAccuracy(), 2))
        .endsWith(" of the 60 validation images read right");
    assertThat(detail()).contains("other images than the bundled model");
    assertThat(model.run().progress().fractionProperty().get()).isEqualTo(1);
    assertThat(model.run().progress().epochs().logProperty().get())
        .startsWith("Epoch 1/2 - ")
        .contains("Epoch 2");
    assertThat(model.run().mistakes().evaluationProperty().get().samples()).isEqualTo(60);
    assertThat(ModelFile.read(models.resolve("conv-gru-1.safetensors"))).isEqualTo(run.model());
    assertThat(run.model().card().command())
        .isEqualTo(
            "java -jar target/digitpad.jar train --model conv-gru --recipe best --epochs 2"
                + " --batch 40 --seed 1 --data digits --out conv-gru-1.safetensors");
    assertThat(model.runs().saved()).extracting(LibraryModel::title).contains("conv-gru-1");
    model.runs().use(run);
    assertThat(bench.pad).containsExactly(run);
    assertThat(model.runs().onPadProperty().get()).isEqualTo(run.file());
  }

  @Test
  void theBundledModelReadsOnceTheModelOnThePadIsDeleted() {
    bench.choose(1);
    model.train();
    bench.await(RunState.DONE);
    LibraryModel run = trained();
    model.runs().readsOnPad(run.file().get());

    model.runs().delete(run);
    bench.drain();

    assertThat(bench.pad).extracting(LibraryModel::file).containsExactly(Optional.empty());
    assertThat(model.runs().onPadProperty().get()).isEmpty();
    assertThat(model.runs().messageProperty().get())
        .isEqualTo("conv-gru-1 is deleted; the bundled model reads.");
  }

  @Test
  void drawsTheReferenceFirstAndThenTheRun() {
    assertThat(model.run().charts().curvesProperty().get())
        .extracting(Curve::name)
        .containsExactly("Reference");
    assertThat(model.run().charts().curvesProperty().get().get(0).accuracy()).hasSize(10);

    bench.choose(2);
    model.train();
    bench.await(RunState.DONE);

    assertThat(model.run().charts().curvesProperty().get())
        .extracting(Curve::name, Curve::size)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Reference", 10),
            org.assertj.core.groups.Tuple.tuple("Batches", 10),
            org.assertj.core.groups.Tuple.tuple("Training", 2),
            org.assertj.core.groups.Tuple.tuple("Validation", 2));
    assertThat(model.run().charts().csv().lines()).hasSize(1 + 10 + 10 + 2 + 2);
  }

  @Test
  void refusesWhatIsNoNumberAtItsField() {
    NumberSetting epochs = model.choices().epochs();
    for (String wrong :
        new String[] {"", "ten", "0", "-3", "1.5", "1001", "99999999999999999999"}) {
      epochs.textProperty().set(wrong);
      assertThat(epochs.errorProperty().get()).isEqualTo("Give a whole number from 1 to 1,000.");
      assertThat(model.canTrainProperty().get()).isFalse();
      model.train();
      assertThat(model.run().stateProperty().get()).isEqualTo(RunState.IDLE);
    }
    epochs.textProperty().set(" 3 ");
    assertThat(epochs.errorProperty().get()).isEmpty();
    assertThat(model.canTrainProperty().get()).isTrue();
    model.choices().seed().textProperty().set("x");
    assertThat(model.choices().seed().errorProperty().get()).isEqualTo("Give a whole number.");
  }

  @Test
  void refusesWhatIsNoRateAtItsField() {
    NumberSetting rate = model.choices().rate();
    for (String wrong :
        new String[] {"", "fast", "0", "-0.1", "1.01", "0,006", "NaN", "0x1p-3", "1d", "1e-999"}) {
      rate.textProperty().set(wrong);
      assertThat(rate.errorProperty().get())
          .isEqualTo("Give a number above 0 and up to 1, such as 0.001.");
      assertThat(model.canTrainProperty().get()).isFalse();
    }
    rate.textProperty().set(" 2e-3 ");
    assertThat(rate.errorProperty().get()).isEmpty();
    assertThat(model.canTrainProperty().get()).isTrue();
  }

  @Test
  void aRateFollowsTheRecipeUntilSomebodyChangesIt() {
    assertThat(model.choices().rate().textProperty().get())
        .isEqualTo(String.valueOf(Recipe.BEST.learningRate()));
    model.choices().recipeProperty().set(Recipe.REFERENCE);
    assertThat(model.choices().rate().textProperty().get()).isEqualTo("0.001");
    model.choices().rate().textProperty().set("0.01");
    model.choices().recipeProperty().set(Recipe.BEST);
    assertThat(model.choices().rate().textProperty().get()).isEqualTo("0.01");
  }

  @Test
  void trainsAtTheRateThatWasTypedAndGoesOnAtIt() {
    model.choices().rate().textProperty().set("0.002");
    stopIn(2);
    TrainFixture next = new TrainFixture(models, TrainFixture.DIGITS);
    next.model.goOn();
    assertThat(next.model.choices().rate().textProperty().get()).isEqualTo("0.002");
    next.await(RunState.DONE);
    assertThat(next.model.run().resultProperty().get().model().card().command())
        .contains(" --rate 0.002 ");
  }

  @Test
  void pausesAndGoesOn() throws InterruptedException {
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch paused = new CountDownLatch(1);
    bench.hook =
        (epoch, step) -> {
          if (epoch == 1 && step == 2) {
            reached.countDown();
            await(paused);
          }
        };
    bench.choose(2);
    model.train();
    bench.await(RunState.TRAINING);
    reached.await();
    model.run().refresh();
    assertThat(headline()).startsWith("Epoch 1 of 2 · ").endsWith(" left");
    assertThat(detail()).startsWith("Batch 2 of 5 · loss ");

    model.run().pause();
    paused.countDown();
    model.run().refresh();

    assertThat(model.run().stateProperty().get()).isEqualTo(RunState.PAUSED);
    assertThat(headline()).isEqualTo("Paused in epoch 1 of 2");
    model.run().resume();
    bench.await(RunState.DONE);
  }

  @Test
  void aStoppedRunIsOfferedAndGoesOnToTheSameWeights() throws IOException {
    bench.choose(3);
    model.train();
    bench.await(RunState.DONE);
    float[] unbroken = model.run().resultProperty().get().model().parameters();

    stopIn(2);
    assertThat(headline()).isEqualTo("Stopped in epoch 2 of 3.");
    assertThat(detail()).contains("go on from the end of epoch 1");
    assertThat(model.unfinished().runProperty().get().history()).hasSize(1);

    TrainFixture next = new TrainFixture(models, TrainFixture.DIGITS);
    assertThat(next.model.unfinished().runProperty().get().history()).hasSize(1);
    next.model.goOn();
    next.await(RunState.DONE);

    assertThat(next.model.run().resultProperty().get().title()).isEqualTo("conv-gru-2");
    assertThat(next.model.run().resultProperty().get().model().parameters()).isEqualTo(unbroken);
    assertThat(next.model.unfinished().runProperty().get()).isNull();
    assertThat(next.model.run().progress().epochs().logProperty().get().lines()).hasSize(3);
  }

  @Test
  void aRunThatWasStoppedAtOnceLeavesNothing() {
    stopIn(1);
    assertThat(detail()).startsWith("No epoch was finished");
    assertThat(model.unfinished().runProperty().get()).isNull();
    assertThat(models).isEmptyDirectory();
  }

  @Test
  void findsTheImagesOfARunThatGoesOnAmongAllSets() {
    stopIn(2);
    TrainFixture next = new TrainFixture(models, other(), TrainFixture.DIGITS);
    next.model.goOn();
    next.await(RunState.DONE);
  }

  @Test
  void showsTheChoicesOfARunThatGoesOn() {
    model.choices().recipeProperty().set(Recipe.REFERENCE);
    model.choices().seed().textProperty().set("7");
    stopIn(2);
    TrainFixture next = new TrainFixture(models, other(), TrainFixture.DIGITS);
    next.model.choices().threads().textProperty().set("none");

    next.model.goOn();
    next.await(RunState.DONE);

    assertThat(next.model.data().chosenProperty().get()).isEqualTo(TrainFixture.DIGITS);
    SettingsViewModel shown = next.model.choices();
    assertThat(shown.recipeProperty().get()).isEqualTo(Recipe.REFERENCE);
    assertThat(shown.epochs().textProperty().get()).isEqualTo("3");
    assertThat(shown.batch().textProperty().get()).isEqualTo("40");
    assertThat(shown.seed().textProperty().get()).isEqualTo("7");
    assertThat(shown.threads().textProperty().get()).isEqualTo("1");
    assertThat(next.model.run().resultProperty().get().model().card().command())
        .contains(" --seed 7 --data digits --out ");
  }

  @Test
  void saysThatTheImagesOfARunAreNotThereAndLetsOneDiscardIt() {
    stopIn(2);
    TrainFixture next = new TrainFixture(models, other());
    next.model.goOn();
    next.await(RunState.FAILED);
    assertThat(next.model.run().progress().headlineProperty().get())
        .contains("not among the data on the left");

    next.model.discard();
    next.drain();

    assertThat(next.model.unfinished().runProperty().get()).isNull();
    assertThat(models).isEmptyDirectory();
  }

  @Test
  void saysThatTheDiskIsFullAndKeepsWhatWasKept() {
    bench.hook =
        (epoch, step) -> {
          if (epoch == 2 && step == 4) {
            throw new FileSystemException("x", null, "No space left on device");
          }
        };
    bench.choose(2);
    model.train();
    bench.await(RunState.FAILED);

    assertThat(headline())
        .isEqualTo(
            "Nothing can be kept in the folder of your models (x): No space left on device."
                + " Mend that or make room there; what was kept before is safe.");
    assertThat(detail()).contains("from the end of epoch 1");
    bench.hook = (epoch, step) -> {};
    model.goOn();
    bench.await(RunState.DONE);
  }

  @Test
  void saysBeforeTheFirstStepThatNothingCanBeKept() throws IOException {
    Path blocked = Files.writeString(models.resolve("file"), "where a folder should be");
    TrainFixture nowhere = new TrainFixture(blocked, TrainFixture.DIGITS);
    AtomicBoolean stepped = new AtomicBoolean();
    nowhere.hook = (epoch, step) -> stepped.set(true);
    nowhere.choose(1);
    nowhere.model.train();
    nowhere.await(RunState.FAILED);

    assertThat(nowhere.model.run().progress().headlineProperty().get())
        .startsWith("Nothing can be kept in the folder of your models (" + blocked + ")");
    assertThat(stepped).isFalse();
  }

  @Test
  void survivesAnErrorInTheMiddle() {
    bench.hook =
        (epoch, step) -> {
          throw new OutOfMemoryError("for the test");
        };
    bench.choose(1);
    model.train();
    bench.await(RunState.FAILED);

    assertThat(headline()).startsWith("The memory is used up.");
    assertThat(model.canTrainProperty().get()).isTrue();
  }

  @Test
  void showsTheDigitsThatWereMisread() {
    bench.choose(1);
    model.train();
    bench.await(RunState.DONE);
    var missed = model.run().mistakes().evaluationProperty().get().misclassified().get(0);

    model.run().mistakes().choose(missed.label(), missed.predicted());

    MisclassifiedViewModel.Selection shown = model.run().mistakes().selectionProperty().get();
    assertThat(shown.sentence())
        .contains("× " + missed.label() + ", read as " + missed.predicted());
    assertThat(shown.pictures().get(0))
        .isEqualTo(TrainFixture.DATA.validation().image(missed.index()));
  }

  private LibraryModel trained() {
    return model.runs().saved().stream()
        .filter(run -> run.title().equals("conv-gru-1"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void comparesCopiesAndDeletesRuns() {
    bench.choose(1);
    model.train();
    bench.await(RunState.DONE);
    LibraryModel run = trained();

    assertThat(model.runs().compare(run, true)).isTrue();
    assertThat(model.run().charts().curvesProperty().get())
        .extracting(Curve::name)
        .contains("conv-gru-1");
    model.runs().saveAs(run, models.resolve("mine/copy.safetensors"));
    bench.drain();
    assertThat(ModelFile.read(models.resolve("mine/copy.safetensors"))).isEqualTo(run.model());
    model.runs().delete(run);
    bench.drain();

    assertThat(models.resolve("conv-gru-1.safetensors")).doesNotExist();
    assertThat(model.runs().compared()).isEmpty();
    assertThat(model.runs().saved()).isNotEmpty().allMatch(saved -> saved.file().isEmpty());
    assertThat(model.runs().messageProperty().get()).isEqualTo("conv-gru-1 is deleted.");
  }

  @Test
  void saysWhyACopyFailed() throws IOException {
    Path file = Files.writeString(models.resolve("file"), "x");
    model.runs().saveAs(model.runs().saved().get(0), file.resolve("copy.safetensors"));
    bench.drain();
    assertThat(model.runs().messageProperty().get()).contains("was not saved as");
  }

  private void stopIn(int epochToStopIn) {
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    bench.hook =
        (epoch, step) -> {
          if (epoch == epochToStopIn && step == 2) {
            reached.countDown();
            await(stopped);
          }
        };
    bench.choose(3);
    model.train();
    bench.await(RunState.TRAINING);
    await(reached);
    model.run().stop();
    assertThat(model.run().stateProperty().get()).isEqualTo(RunState.STOPPING);
    stopped.countDown();
    bench.await(RunState.STOPPED);
    bench.hook = (epoch, step) -> {};
  }

  private static DatasetChoice other() {
    return DatasetChoices.folder(Path.of("nowhere"));
  }

  private String headline() {
    return model.run().progress().headlineProperty().get();
  }

  private String detail() {
    return model.run().progress().detailProperty().get();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException end) {
      throw new IllegalStateException(end);
    }
  }
}
