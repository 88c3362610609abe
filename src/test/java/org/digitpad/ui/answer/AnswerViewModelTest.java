package org.digitpad.ui.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.io.BadInputException;
import org.digitpad.recognize.CanvasRecognizer;
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
                drawing -> {
                  if (drawing.equals(drawing(1))) {
                    throw new IllegalStateException("on purpose");
                  }
                  return Predictions.of(4);
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

    model.switchModel(() -> drawing -> Predictions.of(9), "another network");
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
