package org.digitpad.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.digitpad.nn.model.ModelFile;
import org.digitpad.ui.train.TrainViewModel.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class TrainViewModelTest {
  @TempDir private Path models;
  private TrainBench bench;
  private TrainViewModel model;

  @BeforeEach
  void open() {
    bench = new TrainBench(models, TrainBench.DIGITS);
    model = bench.model;
  }

  @Test
  void trainsToAModelThatThePadCanUse() {
    bench.choose(2);
    assertThat(model.canTrainProperty().get()).isTrue();
    assertThat(headline()).isEqualTo("Nothing trained yet");

    model.train();
    assertThat(model.stateProperty().get()).isEqualTo(State.LOADING);
    assertThat(model.canTrainProperty().get()).isFalse();
    bench.await(State.DONE);

    SavedRun run = model.resultProperty().get();
    assertThat(run.name()).isEqualTo("conv-gru-1");
    assertThat(headline()).isEqualTo(run.accuracy() + " of the 60 validation images read right");
    assertThat(detail()).contains("other images than the bundled model");
    assertThat(model.progress().fractionProperty().get()).isEqualTo(1);
    assertThat(model.progress().logProperty().get()).startsWith("Epoch 1/2 - ").contains("Epoch 2");
    assertThat(model.mistakes().evaluationProperty().get().samples()).isEqualTo(60);
    assertThat(ModelFile.read(models.resolve("conv-gru-1.safetensors"))).isEqualTo(run.model());
    assertThat(run.model().card().command())
        .isEqualTo(
            "java -jar target/digitpad.jar train --model conv-gru --recipe best --epochs 2"
                + " --batch 40 --seed 1 --out conv-gru-1.safetensors");
    assertThat(model.runs().saved()).extracting(SavedRun::name).contains("conv-gru-1");
    model.runs().use(run);
    assertThat(bench.pad).containsExactly(run);
    assertThat(model.runs().onPadProperty().get()).isEqualTo(run.file());
  }

  @Test
  void theBundledModelReadsOnceTheModelOnThePadIsDeleted() {
    bench.choose(1);
    model.train();
    bench.await(State.DONE);
    SavedRun run = model.runs().saved().get(1);
    model.runs().readsOnPad(run.file().get());

    model.runs().delete(run);
    bench.drain();

    assertThat(bench.pad).extracting(SavedRun::path).containsExactly((Path) null);
    assertThat(model.runs().onPadProperty().get()).isEmpty();
    assertThat(model.runs().messageProperty().get())
        .isEqualTo("conv-gru-1 is deleted; the bundled model reads.");
  }

  @Test
  void drawsTheReferenceFirstAndThenTheRun() {
    assertThat(model.charts().curvesProperty().get())
        .extracting(Curve::name)
        .containsExactly("Reference");
    assertThat(model.charts().curvesProperty().get().get(0).accuracy()).hasSize(10);

    bench.choose(2);
    model.train();
    bench.await(State.DONE);

    assertThat(model.charts().curvesProperty().get())
        .extracting(Curve::name, Curve::size)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Reference", 10),
            org.assertj.core.groups.Tuple.tuple("Batches", 8),
            org.assertj.core.groups.Tuple.tuple("Training", 2),
            org.assertj.core.groups.Tuple.tuple("Validation", 2));
    assertThat(model.charts().csv().lines()).hasSize(1 + 10 + 8 + 2 + 2);
  }

  @Test
  void refusesWhatIsNoNumberAtItsField() {
    NumberChoice epochs = model.choices().numbers().get(0);
    for (String wrong :
        new String[] {"", "ten", "0", "-3", "1.5", "1001", "99999999999999999999"}) {
      epochs.textProperty().set(wrong);
      assertThat(epochs.errorProperty().get()).isEqualTo("Give a whole number from 1 to 1,000.");
      assertThat(model.canTrainProperty().get()).isFalse();
      model.train();
      assertThat(model.stateProperty().get()).isEqualTo(State.IDLE);
    }
    epochs.textProperty().set(" 3 ");
    assertThat(epochs.errorProperty().get()).isEmpty();
    assertThat(model.canTrainProperty().get()).isTrue();
    model.choices().numbers().get(2).textProperty().set("x");
    assertThat(model.choices().numbers().get(2).errorProperty().get())
        .isEqualTo("Give a whole number.");
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
    bench.await(State.TRAINING);
    reached.await();
    model.refresh();
    assertThat(headline()).startsWith("Epoch 1 of 2 · ").endsWith(" left");
    assertThat(detail()).startsWith("Batch 2 of 4 · loss ");

    model.pause();
    paused.countDown();
    model.refresh();

    assertThat(model.stateProperty().get()).isEqualTo(State.PAUSED);
    assertThat(headline()).isEqualTo("Paused in epoch 1 of 2");
    model.resume();
    bench.await(State.DONE);
  }

  @Test
  void aStoppedRunIsOfferedAndGoesOnToTheSameWeights() throws IOException {
    bench.choose(3);
    model.train();
    bench.await(State.DONE);
    float[] unbroken = model.resultProperty().get().model().parameters();

    stopIn(2);
    assertThat(headline()).isEqualTo("Stopped in epoch 2 of 3.");
    assertThat(detail()).contains("go on from the end of epoch 1");
    assertThat(model.unfinishedProperty().get().history()).hasSize(1);

    TrainBench next = new TrainBench(models, TrainBench.DIGITS);
    assertThat(next.model.unfinishedProperty().get().history()).hasSize(1);
    next.model.goOn();
    next.await(State.DONE);

    assertThat(next.model.resultProperty().get().name()).isEqualTo("conv-gru-2");
    assertThat(next.model.resultProperty().get().model().parameters()).isEqualTo(unbroken);
    assertThat(next.model.unfinishedProperty().get()).isNull();
    assertThat(next.model.progress().logProperty().get().lines()).hasSize(3);
  }

  @Test
  void aRunThatWasStoppedAtOnceLeavesNothing() {
    stopIn(1);
    assertThat(detail()).startsWith("No epoch was finished");
    assertThat(model.unfinishedProperty().get()).isNull();
    assertThat(models).isEmptyDirectory();
  }

  @Test
  void findsTheImagesOfARunThatGoesOnAmongAllSets() {
    stopIn(2);
    TrainBench next = new TrainBench(models, other(), TrainBench.DIGITS);
    next.model.goOn();
    next.await(State.DONE);
  }

  @Test
  void saysThatTheImagesOfARunAreNotThereAndLetsOneDiscardIt() {
    stopIn(2);
    TrainBench next = new TrainBench(models, other());
    next.model.goOn();
    next.await(State.FAILED);
    assertThat(next.model.progress().headlineProperty().get())
        .contains("not among the data on the left");

    next.model.discard();
    next.drain();

    assertThat(next.model.unfinishedProperty().get()).isNull();
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
    bench.await(State.FAILED);

    assertThat(headline())
        .isEqualTo(
            "Nothing can be kept in the folder of your models: No space left on device."
                + " Make room there; what was kept before is safe.");
    assertThat(detail()).contains("from the end of epoch 1");
    bench.hook = (epoch, step) -> {};
    model.goOn();
    bench.await(State.DONE);
  }

  @Test
  void survivesAnErrorInTheMiddle() {
    bench.hook =
        (epoch, step) -> {
          throw new OutOfMemoryError("for the test");
        };
    bench.choose(1);
    model.train();
    bench.await(State.FAILED);

    assertThat(headline()).startsWith("The memory is used up.");
    assertThat(model.canTrainProperty().get()).isTrue();
  }

  @Test
  void showsTheDigitsThatWereMisread() {
    bench.choose(1);
    model.train();
    bench.await(State.DONE);
    var missed = model.mistakes().evaluationProperty().get().misread().get(0);

    model.mistakes().choose(missed.label(), missed.read());

    MistakesViewModel.Selection shown = model.mistakes().selectionProperty().get();
    assertThat(shown.sentence()).contains("× " + missed.label() + ", read as " + missed.read());
    assertThat(shown.pictures().get(0))
        .isEqualTo(TrainBench.DATA.validation().image(missed.index()));
  }

  @Test
  void comparesCopiesAndDeletesRuns() {
    bench.choose(1);
    model.train();
    bench.await(State.DONE);
    SavedRun run = model.runs().saved().get(1);

    assertThat(model.runs().compare(run, true)).isTrue();
    assertThat(model.charts().curvesProperty().get())
        .extracting(Curve::name)
        .contains("conv-gru-1");
    model.runs().saveAs(run, models.resolve("mine/copy.safetensors"));
    bench.drain();
    assertThat(ModelFile.read(models.resolve("mine/copy.safetensors"))).isEqualTo(run.model());
    model.runs().delete(run);
    bench.drain();

    assertThat(models.resolve("conv-gru-1.safetensors")).doesNotExist();
    assertThat(model.runs().compared()).isEmpty();
    assertThat(model.runs().saved()).hasSize(1);
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
    bench.await(State.TRAINING);
    await(reached);
    model.stop();
    assertThat(model.stateProperty().get()).isEqualTo(State.STOPPING);
    stopped.countDown();
    bench.await(State.STOPPED);
    bench.hook = (epoch, step) -> {};
  }

  private static DataChoice other() {
    return MnistChoices.folder(Path.of("nowhere"));
  }

  private String headline() {
    return model.progress().headlineProperty().get();
  }

  private String detail() {
    return model.progress().detailProperty().get();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException end) {
      throw new IllegalStateException(end);
    }
  }
}
