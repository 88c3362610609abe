package org.digitpad.ui.answer;

import org.digitpad.i18n.Messages;
import org.digitpad.ink.DigitImage;
import org.digitpad.recognize.Prediction;
import org.jspecify.annotations.Nullable;

/**
 * What is shown beside the canvas: the state of the recognizer, with its prediction in the states
 * {@link State#PREDICTED} and {@link State#REJECTED}. Two answers are equal only if they are the
 * same object, so that observers are notified of every prediction.
 */
public final class Answer {
  /** The states that the window distinguishes. */
  public enum State {
    /** The model is being loaded. */
    WARMING_UP,
    /** Nothing is drawn. */
    BLANK,
    /** The network recognized a digit. */
    PREDICTED,
    /** The network takes the drawing for no digit. */
    REJECTED,
    /** The network failed on this drawing. */
    FAILED,
    /** The model could not be loaded. */
    UNAVAILABLE
  }

  public static final Answer WARMING_UP = new Answer(State.WARMING_UP, null, "");
  public static final Answer BLANK = new Answer(State.BLANK, null, "");

  private final State state;
  private final @Nullable Prediction prediction;
  private final String sentence;

  private Answer(State state, @Nullable Prediction prediction, String sentence) {
    this.state = state;
    this.prediction = prediction;
    this.sentence = sentence;
  }

  /** Returns the answer where there is nothing to recognize, with a sentence about it. */
  public static Answer blank(String sentence) {
    return new Answer(State.BLANK, null, sentence);
  }

  public static Answer of(Prediction prediction) {
    return new Answer(prediction.rejected() ? State.REJECTED : State.PREDICTED, prediction, "");
  }

  /** Returns the answer for a drawing that the network failed on, with a sentence about it. */
  public static Answer failed(String error) {
    return new Answer(State.FAILED, null, error);
  }

  /** Returns the answer where there is no model, with a sentence about it. */
  public static Answer unavailable(String error) {
    return new Answer(State.UNAVAILABLE, null, error);
  }

  public State state() {
    return state;
  }

  /** Whether there are probabilities to show. */
  public boolean hasPrediction() {
    return prediction != null;
  }

  /** Whether there is an error to show. */
  public boolean isError() {
    return state == State.FAILED || state == State.UNAVAILABLE;
  }

  /** Whether this digit is the predicted one. */
  public boolean isPredicted(int digit) {
    return state == State.PREDICTED && prediction != null && prediction.label() == digit;
  }

  /** One character for large type: the digit, a question mark, or a dash without prediction. */
  public String headline() {
    if (prediction == null) {
      return "–";
    }
    return prediction.rejected() ? "?" : String.valueOf(prediction.label());
  }

  /** The answer as a sentence. */
  public String sentence() {
    return switch (state) {
      case WARMING_UP -> Messages.get("ui.answer.warmingUp");
      case BLANK -> sentence.isEmpty() ? Messages.get("ui.answer.blank") : sentence;
      case PREDICTED, REJECTED -> prediction == null ? "" : VerdictText.of(prediction);
      case FAILED, UNAVAILABLE -> sentence;
    };
  }

  /** The probability of a digit, from 0 to 1; 0 without prediction. */
  public double probability(int digit) {
    return prediction == null ? 0 : prediction.probability(digit);
  }

  /** The image that the network saw; blank without prediction. */
  public DigitImage image() {
    return prediction == null ? DigitImage.BLANK : prediction.image();
  }

  /** Time from drawing to probabilities, in nanoseconds; 0 without prediction. */
  public long nanos() {
    return prediction == null ? 0 : prediction.nanos();
  }
}
