package org.digitpad.ui.answer;

import java.util.List;
import java.util.stream.Collectors;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.DigitImage;
import org.digitpad.recognize.Prediction;
import org.digitpad.recognize.sequence.SequenceDigit;
import org.jspecify.annotations.Nullable;

/**
 * What is shown beside the canvas: the state of the recognizer, with its predictions in the states
 * {@link State#PREDICTED} and {@link State#REJECTED}. Of several digits one is chosen, to which the
 * state, the sentence, the probabilities and the image belong. Two answers are equal only if they
 * are the same object, so that observers are notified of every prediction.
 */
public final class Answer {
  /** The states that the window distinguishes. */
  public enum State {
    /** The model is being loaded. */
    WARMING_UP,
    /** Nothing is drawn. */
    BLANK,
    /** The network recognized the chosen digit. */
    PREDICTED,
    /** The network takes the drawing, or the chosen part of it, for no digit. */
    REJECTED,
    /** The network failed on this drawing. */
    FAILED,
    /** The model could not be loaded. */
    UNAVAILABLE
  }

  public static final Answer WARMING_UP = new Answer(State.WARMING_UP, "");
  public static final Answer BLANK = new Answer(State.BLANK, "");

  private final State state;
  private final List<Prediction> predictions;
  private final int chosen;
  private final boolean perhapsTwo;
  private final boolean unfinished;
  private final @Nullable Prediction prediction;
  private final String sentence;

  private Answer(State state, String sentence) {
    this.state = state;
    this.sentence = sentence;
    predictions = List.of();
    chosen = 0;
    perhapsTwo = false;
    unfinished = false;
    prediction = null;
  }

  /** Returns the answer where there is nothing to recognize, with a sentence about it. */
  public static Answer blank(String sentence) {
    return new Answer(State.BLANK, sentence);
  }

  private Answer(List<Prediction> predictions, int chosen, boolean perhapsTwo, boolean unfinished) {
    this.predictions = List.copyOf(predictions);
    this.chosen = chosen;
    this.perhapsTwo = perhapsTwo;
    this.unfinished = unfinished;
    this.prediction = predictions.get(chosen);
    this.state = prediction.rejected() ? State.REJECTED : State.PREDICTED;
    this.sentence = "";
  }

  /**
   * Returns the answer for digits that stand apart for certain, as in the frames of a picture.
   *
   * @param digits from left to right, at least one
   * @param chosen index of the digit that is looked at
   */
  public static Answer ofRow(List<Prediction> digits, int chosen) {
    return new Answer(digits, chosen, false, false);
  }

  /** Returns the answer for a single digit. */
  public static Answer of(Prediction prediction) {
    return new Answer(List.of(prediction), 0, false, false);
  }

  /**
   * Returns the answer for several digits.
   *
   * @param digits from left to right, at least one
   * @param chosen index of the digit that is looked at
   */
  public static Answer of(List<SequenceDigit> digits, int chosen) {
    SequenceDigit digit = digits.get(chosen);
    return new Answer(
        digits.stream().map(SequenceDigit::prediction).toList(),
        chosen,
        digit.perhapsTwo(),
        digit.unfinished());
  }

  /** Returns the answer for a drawing that the network failed on, with a sentence about it. */
  public static Answer failed(String error) {
    return new Answer(State.FAILED, error);
  }

  /** Returns the answer where there is no model, with a sentence about it. */
  public static Answer unavailable(String error) {
    return new Answer(State.UNAVAILABLE, error);
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

  /** Text for large type: a digit or a question mark for each, or a dash without prediction. */
  public String headline() {
    return predictions.isEmpty()
        ? "–"
        : predictions.stream().map(Answer::character).collect(Collectors.joining());
  }

  /** Index of the chosen digit in the headline. */
  public int chosen() {
    return chosen;
  }

  /** What screen readers say: the sentence, after what all digits are if there are several. */
  public String description() {
    return predictions.size() < 2
        ? sentence()
        : Messages.get(
            "ui.answer.several",
            headline(),
            chosen + 1,
            predictions.size(),
            character(predictions.get(chosen)),
            Messages.part(sentence()));
  }

  /** A digit, or a question mark where there is none. */
  static String character(Prediction prediction) {
    return prediction.rejected() ? "?" : String.valueOf(prediction.label());
  }

  /** The answer as a sentence. */
  public String sentence() {
    return switch (state) {
      case WARMING_UP -> Messages.get("ui.answer.warmingUp");
      case BLANK -> sentence.isEmpty() ? Messages.get("ui.answer.blank") : sentence;
      case PREDICTED, REJECTED -> prediction == null ? "" : verdict(prediction);
      case FAILED, UNAVAILABLE -> sentence;
    };
  }

  private String verdict(Prediction of) {
    return unfinished ? VerdictText.ofUnfinished(of) : VerdictText.of(of, perhapsTwo);
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
