package org.digitpad.ui.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.io.BadInputException;
import org.digitpad.recognize.Prediction;
import org.digitpad.recognize.live.CanvasRecognizer;
import org.digitpad.ui.common.UiQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The test's own thread is the UI thread: tests run queued tasks one by one. */
class AnswerViewModelTest {
  private final UiQueue ui = new UiQueue();
  private final SteppedRecognizer recognizer = new SteppedRecognizer();
  private AnswerViewModel model = model(() -> recognizer);

  @AfterEach
  void close() {
    model.close();
  }

  @Test
  void warmsUpFirstAndThenWaitsForADrawing() throws InterruptedException {
    assertThat(answer()).isEqualTo(Answer.WARMING_UP);
    model.warmUp();
    ui.runNext();
    assertThat(answer()).isEqualTo(Answer.BLANK);
  }

  @Test
  void showsAPrediction() throws InterruptedException {
    loaded();
    model.contentExtended(drawing(1));
    recognizer.answer(Predictions.of(7, 0.97, 1, 0.02));
    ui.runNext();

    assertThat(answer().state()).isEqualTo(Answer.State.PREDICTED);
    assertThat(answer().headline()).isEqualTo("7");
    assertThat(answer().nanos()).isEqualTo(80_000);
    assertThat(answer().isPredicted(7)).isTrue();
    assertThat(answer().isPredicted(1)).isFalse();
  }

  @Test
  void keepsWarmingUpUntilTheFirstPrediction() throws InterruptedException {
    model.contentExtended(drawing(1));
    recognizer.awaitBegun();
    ui.runNext();
    assertThat(answer().state()).isEqualTo(Answer.State.WARMING_UP);
    recognizer.answer(Predictions.of(2));
    ui.runNext();
    assertThat(answer().headline()).isEqualTo("2");
  }

  @Test
  void showsAPredictionForAnEarlierPartOfTheStroke() throws InterruptedException {
    loaded();
    model.contentExtended(drawing(1));
    recognizer.awaitBegun();
    model.contentExtended(drawing(2));
    recognizer.answer(Predictions.of(1));
    ui.runNext();
    assertThat(answer().headline()).isEqualTo("1");
  }

  @Test
  void neverShowsAPredictionForAClearedDrawing() throws InterruptedException {
    loaded();
    model.contentExtended(drawing(1));
    recognizer.answer(Predictions.of(7));
    Runnable late = ui.take();

    model.contentReplaced(CanvasContent.BLANK);
    late.run();

    assertThat(answer()).isEqualTo(Answer.BLANK);
  }

  @Test
  void neverShowsAPredictionForAReplacedDrawing() throws InterruptedException {
    loaded();
    model.contentExtended(drawing(1));
    recognizer.awaitBegun();
    recognizer.answer(Predictions.of(7));
    Runnable late = ui.take();

    model.contentReplaced(drawing(2));
    late.run();
    assertThat(answer()).isEqualTo(Answer.BLANK);
    recognizer.answer(Predictions.of(2));
    ui.runNext();

    assertThat(answer().headline()).isEqualTo("2");
  }

  @Test
  void queuesOneUiTaskAtATimeAndShowsTheLatestPrediction() throws InterruptedException {
    loaded();
    model.contentExtended(drawing(1));
    recognizer.awaitBegun();
    recognizer.answer(Predictions.of(1));
    Runnable first = ui.take();
    model.contentExtended(drawing(2));
    recognizer.awaitBegun();
    recognizer.answer(Predictions.of(2));
    model.contentExtended(drawing(3));
    recognizer.awaitBegun();

    assertThat(ui.isEmpty()).isTrue();
    first.run();
    assertThat(answer().headline()).isEqualTo("2");
    recognizer.answer(Predictions.of(3));
  }

  @Test
  void showsARejectedDrawingWithoutAWinner() throws InterruptedException {
    loaded();
    model.contentExtended(drawing(1));
    recognizer.answer(Predictions.rejected());
    ui.runNext();

    assertThat(answer().headline()).isEqualTo("?");
    assertThat(answer().state()).isEqualTo(Answer.State.REJECTED);
    assertThat(answer().isPredicted(3)).isFalse();
    assertThat(answer().probability(3)).isGreaterThan(0.3);
  }

  @Test
  void showsWhyTheModelIsUnavailable() throws InterruptedException {
    model =
        model(
            () -> {
              throw new BadInputException("the model file is not there.");
            });
    model.contentExtended(drawing(1));
    ui.runNext();
    model.contentReplaced(CanvasContent.BLANK);
    model.contentExtended(drawing(2));

    assertThat(answer().state()).isEqualTo(Answer.State.UNAVAILABLE);
    assertThat(answer().sentence())
        .isEqualTo(Messages.get("ui.answer.unavailableBecause", "the model file is not there."));
  }

  @Test
  void showsAFailureOnOneDrawingAndPredictsForTheNext() throws InterruptedException {
    model =
        model(
            () ->
                (drawing, growing) -> {
                  if (drawing.equals(drawing(1))) {
                    throw new IllegalStateException("on purpose");
                  }
                  return Predictions.row(Predictions.of(4));
                });
    loaded();
    model.contentExtended(drawing(1));
    ui.runNext();
    assertThat(answer().state()).isEqualTo(Answer.State.FAILED);
    assertThat(answer().sentence())
        .isEqualTo(Messages.get("ui.answer.failed", "IllegalStateException"));
    model.contentExtended(drawing(2));
    ui.runNext();
    assertThat(answer().headline()).isEqualTo("4");
  }

  @Test
  void showsSeveralDigitsWithTheOneDrawnLastChosen() throws InterruptedException {
    row(1, 9, 8, 4);

    assertThat(answer().headline()).isEqualTo("1984");
    assertThat(answer().isPredicted(4)).isTrue();
    assertThat(model.boxesProperty().get())
        .extracting(DigitBox::text)
        .containsExactly("1", "9", "8", "4");
    assertThat(model.boxesProperty().get())
        .extracting(DigitBox::chosen)
        .containsExactly(false, false, false, true);
    assertThat(answer().description())
        .isEqualTo("Reads 1984; chosen: digit 4 of 4, 4. Almost certainly a 4");
  }

  @Test
  void keepsTheChosenDigitWhileOthersAreDrawn() throws InterruptedException {
    row(1, 9, 8);
    model.choose(1);
    assertThat(answer().isPredicted(9)).isTrue();
    row(1, 9, 8, 4);

    assertThat(answer().chosen()).isEqualTo(1);
    assertThat(model.followPen()).isTrue();
    assertThat(answer().chosen()).isEqualTo(3);
    assertThat(model.followPen()).isFalse();
  }

  @Test
  void choosesTheDigitBeside() throws InterruptedException {
    row(1, 9, 8);
    model.chooseBeside(1);
    assertThat(answer().chosen()).isEqualTo(2);
    model.chooseBeside(-1);
    assertThat(answer().chosen()).isEqualTo(1);
    model.chooseBeside(-1);
    model.chooseBeside(-1);
    assertThat(answer().chosen()).isZero();
  }

  @Test
  void followsThePenAgainOnceTheChosenDigitIsGone() throws InterruptedException {
    row(1, 9, 8);
    model.choose(2);
    row(1, 9);
    assertThat(answer().chosen()).isEqualTo(1);
    row(1, 9, 8);
    assertThat(answer().chosen()).isEqualTo(2);
    model.choose(0);
    model.contentReplaced(CanvasContent.BLANK);
    row(1, 9, 8);
    assertThat(answer().chosen()).isEqualTo(2);
  }

  @Test
  void aSingleDigitHasNoBox() throws InterruptedException {
    row(1, 9);
    row(7);

    assertThat(model.boxesProperty().get()).isEmpty();
    assertThat(answer().description()).isEqualTo(answer().sentence());
    row(1, 9);
    model.contentReplaced(CanvasContent.BLANK);
    assertThat(model.boxesProperty().get()).isEmpty();
  }

  @Test
  void marksRejectedDigitsInTheRow() throws InterruptedException {
    loaded();
    model.strokeEnded(drawing(1));
    recognizer.answer(
        Predictions.row(Predictions.of(1), Predictions.rejected(), Predictions.of(4)));
    ui.runNext();

    assertThat(answer().headline()).isEqualTo("1?4");
    assertThat(answer().state()).isEqualTo(Answer.State.PREDICTED);
    model.choose(1);
    assertThat(answer().state()).isEqualTo(Answer.State.REJECTED);
  }

  @Test
  void tellsTheRecognizerWhetherTheStrokeGrows() throws InterruptedException {
    List<Boolean> growing = new CopyOnWriteArrayList<>();
    model =
        model(
            () ->
                (drawing, grows) -> {
                  growing.add(grows);
                  return Predictions.row(Predictions.of(4));
                });
    loaded();
    model.contentExtended(drawing(1));
    ui.runNext();
    model.strokeEnded(drawing(1));
    ui.runNext();
    model.contentReplaced(drawing(2));
    ui.runNext();

    assertThat(growing).containsExactly(true, false, false);
  }

  /** Draws digits and waits until they are read. */
  private void row(int... digits) throws InterruptedException {
    if (answer().state() == Answer.State.WARMING_UP) {
      loaded();
    }
    model.strokeEnded(drawing(digits.length));
    recognizer.answer(
        Predictions.row(
            Arrays.stream(digits).mapToObj(Predictions::of).toArray(Prediction[]::new)));
    ui.runNext();
  }

  private void loaded() throws InterruptedException {
    model.warmUp();
    ui.runNext();
  }

  private Answer answer() {
    return model.answerProperty().get();
  }

  @Test
  void anotherModelPredictsForTheSameDrawing() throws InterruptedException {
    loaded();
    model.contentExtended(drawing(1));
    recognizer.answer(Predictions.of(7));
    ui.runNext();

    model.switchModel(
        () -> (drawing, growing) -> Predictions.row(Predictions.of(9)), "another network");
    while (!answer().headline().equals("9")) {
      ui.runNext();
    }

    assertThat(model.modelNameProperty().get()).isEqualTo("another network");
  }

  private AnswerViewModel model(Supplier<CanvasRecognizer> loader) {
    return new AnswerViewModel(loader, "a network", ui);
  }

  private static CanvasContent drawing(int id) {
    return new CanvasContent(new Drawing(List.of(new Stroke(List.of(new InkPoint(id, id))))));
  }
}
