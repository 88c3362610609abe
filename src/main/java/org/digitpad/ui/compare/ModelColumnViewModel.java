package org.digitpad.ui.compare;

import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.digitpad.recognize.CanvasRecognizer;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.recognize.Recognizer;
import org.digitpad.ui.answer.Answer;
import org.digitpad.ui.answer.AnswerViewModel;
import org.jspecify.annotations.Nullable;

/** One model and what it makes of the drawing, on a thread of its own. */
public final class ModelColumnViewModel implements AutoCloseable {
  private final LibraryModel choice;
  private final int colour;
  private final Executor ui;
  private final AnswerViewModel answer;
  private final LatencyMeter meter = new LatencyMeter();
  private final ReadOnlyObjectWrapper<@Nullable LibraryModel> model =
      new ReadOnlyObjectWrapper<>(this, "model");
  private final ReadOnlyBooleanWrapper odd = new ReadOnlyBooleanWrapper(this, "odd");
  private final ReadOnlyDoubleWrapper latency = new ReadOnlyDoubleWrapper(this, "latency");

  /**
   * @param choice what to load
   * @param colour number of its colour, from 1
   * @param ui runs a task on the UI thread
   */
  ModelColumnViewModel(LibraryModel choice, int colour, Executor ui) {
    this.choice = choice;
    this.colour = colour;
    this.ui = ui;
    answer = new AnswerViewModel(this::reader, choice.title(), ui);
    answer.answerProperty().addListener((property, before, now) -> measure(now));
  }

  private CanvasRecognizer reader() {
    Recognizer recognizer = new Recognizer(choice.model());
    recognizer.warmUp();
    ui.execute(() -> model.set(choice));
    return recognizer;
  }

  private void measure(Answer now) {
    if (now.isReading()) {
      meter.add(now.nanos());
      latency.set(meter.medianMicros());
    }
  }

  LibraryModel libraryModel() {
    return choice;
  }

  public String name() {
    return choice.title();
  }

  /** Number of its colour, the same in every chart. */
  public int colour() {
    return colour;
  }

  /** Style class that gives its colour. */
  public String style() {
    return "model-" + colour;
  }

  public AnswerViewModel answer() {
    return answer;
  }

  /** The model; null until it is loaded, and where it cannot be. */
  public ReadOnlyObjectProperty<@Nullable LibraryModel> modelProperty() {
    return model.getReadOnlyProperty();
  }

  /** Whether it reads something else than most. */
  public ReadOnlyBooleanProperty oddProperty() {
    return odd.getReadOnlyProperty();
  }

  void setOdd(boolean differs) {
    odd.set(differs);
  }

  /**
   * Median time from strokes to probabilities over the last {@value LatencyMeter#READINGS} readings
   * here, in microseconds; 0 before the first.
   */
  public ReadOnlyDoubleProperty latencyProperty() {
    return latency.getReadOnlyProperty();
  }

  @Override
  public void close() {
    answer.close();
  }
}
