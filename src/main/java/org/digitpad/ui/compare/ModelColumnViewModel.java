package org.digitpad.ui.compare;

import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.digitpad.recognize.CanvasRecognizer;
import org.digitpad.recognize.Recognizer;
import org.digitpad.ui.answer.Answer;
import org.digitpad.ui.answer.AnswerViewModel;
import org.digitpad.ui.models.LoadedModel;
import org.digitpad.ui.models.ModelChoice;
import org.jspecify.annotations.Nullable;

/** One model and what it makes of the drawing, on a thread of its own. */
public final class ModelColumnViewModel implements AutoCloseable {
  private final ModelChoice choice;
  private final int colour;
  private final Executor ui;
  private final AnswerViewModel answer;
  private final LatencyMeter meter = new LatencyMeter();
  private final ReadOnlyObjectWrapper<@Nullable LoadedModel> model =
      new ReadOnlyObjectWrapper<>(this, "model");
  private final ReadOnlyBooleanWrapper odd = new ReadOnlyBooleanWrapper(this, "odd");
  private final ReadOnlyDoubleWrapper latency = new ReadOnlyDoubleWrapper(this, "latency");

  /**
   * @param choice what to load
   * @param colour number of its colour, from 1
   * @param ui runs a task on the UI thread
   */
  ModelColumnViewModel(ModelChoice choice, int colour, Executor ui) {
    this.choice = choice;
    this.colour = colour;
    this.ui = ui;
    answer = new AnswerViewModel(this::reader, choice.name(), ui);
    answer.answerProperty().addListener((property, before, now) -> measure(now));
  }

  private CanvasRecognizer reader() {
    LoadedModel loaded = choice.load().get();
    Recognizer recognizer = new Recognizer(loaded.model());
    recognizer.warmUp();
    ui.execute(() -> model.set(loaded));
    return recognizer;
  }

  private void measure(Answer now) {
    if (now.hasPrediction()) {
      meter.add(now.nanos());
      latency.set(meter.medianMicros());
    }
  }

  ModelChoice choice() {
    return choice;
  }

  public String name() {
    return choice.name();
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
  public ReadOnlyObjectProperty<@Nullable LoadedModel> modelProperty() {
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
