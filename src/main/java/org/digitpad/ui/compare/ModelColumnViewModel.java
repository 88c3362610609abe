package org.digitpad.ui.compare;

import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.recognize.Recognizer;
import org.digitpad.recognize.live.CanvasRecognizer;
import org.digitpad.recognize.live.GrowingDrawingRecognizer;
import org.digitpad.recognize.sequence.DigitSequenceRecognizer;
import org.digitpad.ui.answer.Answer;
import org.digitpad.ui.answer.AnswerViewModel;
import org.digitpad.ui.chart.ModelColors;
import org.jspecify.annotations.Nullable;

/** One model and its answer for the drawing, which it computes on a thread of its own. */
public final class ModelColumnViewModel implements AutoCloseable {
  /** What there is to say about a model's answer. */
  public enum Mark {
    NONE,
    /** It is not the majority's. */
    DIFFERS,
    /** It is the label of the test digit on the canvas. */
    RIGHT,
    /** It is not the label of the test digit on the canvas. */
    WRONG
  }

  private final LibraryModel libraryModel;
  private final int color;
  private final Executor ui;
  private final AnswerViewModel answer;
  private final LatencyMeter meter = new LatencyMeter();
  private final ReadOnlyObjectWrapper<@Nullable LibraryModel> model =
      new ReadOnlyObjectWrapper<>(this, "model");
  private final ReadOnlyObjectWrapper<Mark> mark =
      new ReadOnlyObjectWrapper<>(this, "mark", Mark.NONE);
  private final ReadOnlyDoubleWrapper latency = new ReadOnlyDoubleWrapper(this, "latency");

  /**
   * @param libraryModel the model, which need not be loaded yet
   * @param color number of its color, from 1
   * @param ui runs a task on the UI thread
   */
  ModelColumnViewModel(LibraryModel libraryModel, int color, Executor ui) {
    this.libraryModel = libraryModel;
    this.color = color;
    this.ui = ui;
    answer = new AnswerViewModel(this::loadRecognizer, libraryModel.title(), ui);
    answer.answerProperty().addListener((property, before, now) -> measure(now));
  }

  private CanvasRecognizer loadRecognizer() {
    Recognizer recognizer = libraryModel.newRecognizer();
    recognizer.warmUp();
    ui.execute(() -> model.set(libraryModel));
    return new SteadyRecognizer(
        new GrowingDrawingRecognizer(new DigitSequenceRecognizer(recognizer)));
  }

  private void measure(Answer now) {
    if (now.hasPrediction()) {
      meter.add(now.nanos());
      latency.set(meter.medianMicros());
    }
  }

  /** The model, which may not be loaded yet. */
  LibraryModel libraryModel() {
    return libraryModel;
  }

  public String title() {
    return libraryModel.title();
  }

  /** The number of its color, the same in every chart. */
  public int color() {
    return color;
  }

  /** The style class that gives its color. */
  public String style() {
    return ModelColors.style(color);
  }

  public AnswerViewModel answer() {
    return answer;
  }

  /** The model once it is loaded; null before, and if it cannot be loaded. */
  public ReadOnlyObjectProperty<@Nullable LibraryModel> modelProperty() {
    return model.getReadOnlyProperty();
  }

  /** How its answer compares with the label, if that is known, or else with the majority's. */
  public ReadOnlyObjectProperty<Mark> markProperty() {
    return mark.getReadOnlyProperty();
  }

  void setMark(Mark mark) {
    this.mark.set(mark);
  }

  /**
   * Median time from strokes to probabilities over the last {@value LatencyMeter#WINDOW}
   * predictions on this computer, in microseconds; 0 before the first.
   */
  public ReadOnlyDoubleProperty latencyProperty() {
    return latency.getReadOnlyProperty();
  }

  @Override
  public void close() {
    answer.close();
  }
}
