package org.digitpad.ui.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.digitpad.data.mydrawings.MyDrawing;
import org.digitpad.io.BadInputException;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.recognize.ModelLibrary;
import org.digitpad.recognize.live.CanvasRecognizer;
import org.digitpad.ui.answer.Predictions;
import org.digitpad.ui.common.UiQueue;
import org.digitpad.ui.practice.PracticeViewModel.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PracticeViewModelTest {
  private static final LibraryModel MODEL = ModelLibrary.bundled().get(0);

  private final List<MyDrawing> kept = new ArrayList<>();
  private final List<MyDrawing> removed = new ArrayList<>();
  private final List<Rest> rests = new ArrayList<>();
  private final ManualCountdown countdown = new ManualCountdown();
  private final UiQueue background = new UiQueue();
  private Instant now = Instant.parse("2026-11-26T17:00:00Z");
  private CanvasRecognizer recognizer = (content, growing) -> Predictions.row(Predictions.of(3));

  private final PracticeViewModel model =
      new PracticeViewModel(
          () -> MODEL,
          used -> recognizer,
          kept::add,
          removed::add,
          rests::add,
          countdown,
          () -> now,
          new Random(1),
          background,
          Runnable::run);

  /** Time passes when the test says so. */
  private static final class ManualCountdown implements Countdown {
    private double seconds;
    private @Nullable Runnable task;
    private int starts;

    @Override
    public void restart(double length, Runnable next) {
      seconds = length;
      task = next;
      starts++;
    }

    @Override
    public void stop() {
      task = null;
    }

    boolean isOn() {
      return task != null;
    }

    void end() {
      Runnable next = task;
      task = null;
      next.run();
    }
  }

  @Test
  void aDrawingIsKeptWithItsLabelOnceThePenHasRested() {
    start();
    int asked = model.digit();
    draw(1);
    assertThat(kept).isEmpty();
    countdown.end();
    background.drain();
    assertThat(kept).hasSize(1);
    MyDrawing drawing = kept.get(0);
    assertThat(drawing.label()).isEqualTo(asked);
    assertThat(drawing.answer()).isEqualTo(3);
    assertThat(drawing.model()).isEqualTo(MODEL.name());
    assertThat(drawing.date()).isEqualTo(now);
    assertThat(model.pad().content().isBlank()).isTrue();
    assertThat(model.positionProperty().get()).isEqualTo(1);
    assertThat(model.digit()).isNotEqualTo(asked);
  }

  @Test
  void aSecondStrokeBeginsTheWaitAnew() {
    start();
    draw(1);
    assertThat(countdown.isOn()).isTrue();
    model.pad().penDown(50, 50);
    assertThat(countdown.isOn()).isFalse();
    model.pad().penMove(60, 60);
    assertThat(countdown.isOn()).isFalse();
    model.next();
    assertThat(model.positionProperty().get()).isZero();
    model.pad().penUp();
    assertThat(countdown.isOn()).isTrue();
    countdown.end();
    background.drain();
    assertThat(kept.get(0).drawing().strokes()).hasSize(2);
  }

  @Test
  void digitsOfTwoStrokesGetMoreTimeAfterTheFirst() {
    start();
    for (int i = 0; i < 10; i++) {
      boolean longer = List.of(4, 5, 7).contains(model.digit());
      draw(1);
      assertThat(countdown.seconds).isCloseTo(longer ? 1.5 : 1, within(1e-9));
      draw(2);
      assertThat(countdown.seconds).isCloseTo(1, within(1e-9));
      countdown.end();
    }
  }

  @Test
  void nextGoesOnAtOnceButNotOnABlankPaper() {
    start();
    model.next();
    assertThat(model.positionProperty().get()).isZero();
    assertThat(model.canAcceptProperty().get()).isFalse();
    draw(1);
    assertThat(model.canAcceptProperty().get()).isTrue();
    model.next();
    assertThat(model.positionProperty().get()).isEqualTo(1);
    assertThat(countdown.isOn()).isFalse();
  }

  @Test
  void withoutARestOnlyNextGoesOn() {
    start();
    draw(1);
    model.choose(Rest.ENDLESS);
    assertThat(countdown.isOn()).isFalse();
    draw(2);
    assertThat(countdown.isOn()).isFalse();
    model.choose(Rest.LONG);
    assertThat(countdown.seconds).isEqualTo(2);
    assertThat(rests).containsExactly(Rest.ENDLESS, Rest.LONG);
  }

  @Test
  void undoTakesStrokesBackAndThenDrawings() {
    start();
    final int first = model.digit();
    assertThat(model.canUndoProperty().get()).isFalse();
    draw(1);
    model.next();
    background.drain();
    draw(2);
    model.undo();
    assertThat(model.pad().content().isBlank()).isTrue();
    assertThat(countdown.isOn()).isFalse();
    assertThat(removed).isEmpty();
    model.undo();
    assertThat(removed).isEqualTo(kept);
    assertThat(model.digit()).isEqualTo(first);
    assertThat(model.canUndoProperty().get()).isFalse();
    // the drawing before does not come back to the paper
    assertThat(model.pad().content().isBlank()).isTrue();
  }

  @Test
  void aDrawingThatIsTakenBackBeforeItIsReadIsNotKept() {
    start();
    draw(1);
    model.next();
    model.undo();
    background.drain();
    assertThat(kept).isEmpty();
    assertThat(removed).isEmpty();
  }

  @Test
  void aSkippedDigitIsNotKeptAndCanBeTakenBack() {
    start();
    final int first = model.digit();
    draw(1);
    model.skip();
    background.drain();
    assertThat(kept).isEmpty();
    assertThat(model.pad().content().isBlank()).isTrue();
    assertThat(model.positionProperty().get()).isEqualTo(1);
    model.undo();
    assertThat(model.digit()).isEqualTo(first);
  }

  @Test
  void aRoundEndsWithASummary() {
    start();
    for (int i = 0; i < 50; i++) {
      draw(i);
      now = now.plusSeconds(2);
      countdown.end();
    }
    assertThat(model.stateProperty().get()).isEqualTo(State.FINISHED);
    assertThat(model.summaryProperty().get().reading()).isEqualTo(50);
    background.drain();
    PracticeSummary summary = model.summaryProperty().get();
    assertThat(summary.count()).isEqualTo(50);
    assertThat(summary.reading()).isZero();
    assertThat(summary.right()).isEqualTo(5);
    assertThat(summary.misread()).hasSize(45).noneMatch(drawing -> drawing.label() == 3);
    assertThat(summary.time()).isEqualTo(Duration.ofSeconds(100));
    assertThat(kept).hasSize(50);
  }

  @Test
  void breakingOffKeepsWhatIsDrawn() {
    start();
    draw(1);
    model.next();
    draw(2);
    model.stop();
    background.drain();
    assertThat(kept).hasSize(2);
    assertThat(model.stateProperty().get()).isEqualTo(State.FINISHED);
    assertThat(countdown.isOn()).isFalse();
    model.leave();
    assertThat(model.stateProperty().get()).isEqualTo(State.OFF);
  }

  @Test
  void breakingOffDuringAStrokeDoesNotKeepHalfADigit() {
    start();
    draw(1);
    model.next();
    draw(2);
    model.pad().penDown(10, 10);
    model.stop();
    background.drain();
    assertThat(kept).hasSize(1);
  }

  @Test
  void aRoundWithoutADrawingHasNoSummary() {
    start();
    model.skip();
    model.stop();
    assertThat(model.stateProperty().get()).isEqualTo(State.OFF);
  }

  @Test
  void leavingKeepsWhatIsStillBeingReadAndKeepsItOnce() {
    start();
    draw(1);
    model.next();
    draw(2);
    model.leave();
    assertThat(kept).hasSize(2).allMatch(drawing -> drawing.answer() == null);
    background.drain();
    assertThat(kept).hasSize(2);
    assertThat(model.stateProperty().get()).isEqualTo(State.OFF);
  }

  @Test
  void aModelThatCannotBeLoadedCostsOnlyTheAnswers() {
    recognizer =
        (content, growing) -> {
          throw new BadInputException("damaged");
        };
    start();
    draw(1);
    model.next();
    model.stop();
    background.drain();
    assertThat(kept).singleElement().matches(drawing -> drawing.answer() == null);
    assertThat(model.summaryProperty().get().unread()).isEqualTo(1);
  }

  @Test
  void whatIsNoSingleDigitIsReadAsNone() {
    recognizer = (content, growing) -> Predictions.row(Predictions.of(1), Predictions.of(1));
    start();
    draw(1);
    model.next();
    background.drain();
    assertThat(kept.get(0).answer()).isEqualTo(MyDrawing.NO_DIGIT);
  }

  @Test
  void anotherRoundBeginsAnew() {
    start();
    draw(1);
    model.stop();
    background.drain();
    model.start();
    assertThat(model.positionProperty().get()).isZero();
    assertThat(model.summaryProperty().get().count()).isZero();
    assertThat(model.stateProperty().get()).isEqualTo(State.DRAWING);
    assertThat(kept).hasSize(1);
  }

  @Test
  void anotherRoundKeepsWhatIsStillBeingReadFirst() {
    start();
    draw(1);
    model.stop();
    model.start();
    assertThat(kept).hasSize(1);
    background.drain();
    assertThat(kept).hasSize(1);
    assertThat(model.summaryProperty().get().count()).isZero();
  }

  private void start() {
    model.start();
    background.drain();
  }

  /** Draws one stroke, another for each number. */
  private void draw(int number) {
    model.pad().penDown(100 + number, 40);
    model.pad().penMove(100 + number, 200);
    model.pad().penUp();
  }
}
