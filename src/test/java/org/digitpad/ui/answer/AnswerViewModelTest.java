package org.digitpad.ui.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.io.BadInputException;
import org.digitpad.recognize.CanvasRecognizer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The UI thread is the test's own: it runs what was queued for it when the test says so. */
@Timeout(20)
class AnswerViewModelTest {
  private final LinkedBlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
  private final SteppedRecognizer reader = new SteppedRecognizer();
  private AnswerViewModel model = model(() -> reader);

  @AfterEach
  void close() {
    model.close();
  }

  @Test
  void warmsUpFirstAndThenWaitsForADrawing() throws InterruptedException {
    assertThat(answer()).isEqualTo(Answer.WARMING_UP);
    model.warmUp();
    ui.take().run();
    assertThat(answer()).isEqualTo(Answer.BLANK);
  }

  @Test
  void showsWhatWasRead() throws InterruptedException {
    loaded();
    model.follow(drawing(1));
    reader.answer(Predictions.of(7, 0.97, 1, 0.02));
    ui.take().run();

    assertThat(answer().state()).isEqualTo(Answer.State.READ);
    assertThat(answer().headline()).isEqualTo("7");
    assertThat(answer().sentence()).isEqualTo("Almost certainly a 7");
    assertThat(answer().timing()).isEqualTo("0.08 ms");
    assertThat(answer().isWinner(7)).isTrue();
    assertThat(answer().isWinner(1)).isFalse();
  }

  @Test
  void keepsWarmingUpUntilTheDrawingMadeMeanwhileIsRead() throws InterruptedException {
    model.follow(drawing(1));
    reader.awaitBegun();
    ui.take().run();
    assertThat(answer().state()).isEqualTo(Answer.State.WARMING_UP);
    reader.answer(Predictions.of(2));
    ui.take().run();
    assertThat(answer().headline()).isEqualTo("2");
  }

  @Test
  void showsAReadingOfTheYoungerSelfOfAGrowingDrawing() throws InterruptedException {
    loaded();
    model.follow(drawing(1));
    reader.awaitBegun();
    model.follow(drawing(2));
    reader.answer(Predictions.of(1));
    ui.take().run();
    assertThat(answer().headline()).isEqualTo("1");
  }

  @Test
  void neverShowsAReadingOfADrawingThatWasCleared() throws InterruptedException {
    loaded();
    model.follow(drawing(1));
    reader.answer(Predictions.of(7));
    Runnable late = ui.take();

    model.restart(CanvasContent.BLANK);
    late.run();

    assertThat(answer()).isEqualTo(Answer.BLANK);
  }

  @Test
  void neverShowsAReadingOfADrawingThatWasReplaced() throws InterruptedException {
    loaded();
    model.follow(drawing(1));
    reader.awaitBegun();
    reader.answer(Predictions.of(7));
    Runnable late = ui.take();

    model.restart(drawing(2));
    late.run();
    assertThat(answer()).isEqualTo(Answer.BLANK);
    reader.answer(Predictions.of(2));
    ui.take().run();

    assertThat(answer().headline()).isEqualTo("2");
  }

  @Test
  void leavesOneTaskAtATimeForTheUiThreadAndTheLatestReadingWins() throws InterruptedException {
    loaded();
    model.follow(drawing(1));
    reader.awaitBegun();
    reader.answer(Predictions.of(1));
    Runnable first = ui.take();
    model.follow(drawing(2));
    reader.awaitBegun();
    reader.answer(Predictions.of(2));
    model.follow(drawing(3));
    reader.awaitBegun();

    assertThat(ui).isEmpty();
    first.run();
    assertThat(answer().headline()).isEqualTo("2");
    reader.answer(Predictions.of(3));
  }

  @Test
  void showsARejectedDrawingWithoutAWinner() throws InterruptedException {
    loaded();
    model.follow(drawing(1));
    reader.answer(Predictions.rejected());
    ui.take().run();

    assertThat(answer().headline()).isEqualTo("?");
    assertThat(answer().sentence()).isEqualTo("Not a digit?");
    assertThat(answer().isWinner(3)).isFalse();
    assertThat(answer().probabilities().get(3)).isGreaterThan(0.3);
  }

  @Test
  void saysWhyNothingIsReadAndStaysSo() throws InterruptedException {
    model =
        model(
            () -> {
              throw new BadInputException("the model file is not there.");
            });
    model.follow(drawing(1));
    ui.take().run();
    model.restart(CanvasContent.BLANK);
    model.follow(drawing(2));

    assertThat(answer().state()).isEqualTo(Answer.State.UNAVAILABLE);
    assertThat(answer().sentence())
        .isEqualTo("You can draw, but this network reads nothing: the model file is not there.");
  }

  @Test
  void saysThatOneDrawingWasNotReadAndReadsTheNext() throws InterruptedException {
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
    model.follow(drawing(1));
    ui.take().run();
    assertThat(answer().state()).isEqualTo(Answer.State.FAILED);
    assertThat(answer().sentence())
        .isEqualTo(
            "This drawing was not read: the network failed on it (IllegalStateException)."
                + " Draw on, or clear the paper.");
    model.follow(drawing(2));
    ui.take().run();
    assertThat(answer().headline()).isEqualTo("4");
  }

  private void loaded() throws InterruptedException {
    model.warmUp();
    ui.take().run();
  }

  private Answer answer() {
    return model.answerProperty().get();
  }

  @Test
  void anotherReaderReadsWhatIsOnThePaper() throws InterruptedException {
    loaded();
    model.follow(drawing(1));
    reader.answer(Predictions.of(7));
    ui.take().run();

    model.use(() -> drawing -> Predictions.of(9), "another network");
    while (!answer().headline().equals("9")) {
      ui.take().run();
    }

    assertThat(model.readerNameProperty().get()).isEqualTo("another network");
  }

  private AnswerViewModel model(Supplier<CanvasRecognizer> loader) {
    return new AnswerViewModel(loader, "a network", ui::add);
  }

  private static CanvasContent drawing(int id) {
    return new CanvasContent(new Drawing(List.of(new Stroke(List.of(new InkPoint(id, id))))));
  }
}
