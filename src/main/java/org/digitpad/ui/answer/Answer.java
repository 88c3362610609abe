package org.digitpad.ui.answer;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.digitpad.ink.DigitImage;
import org.digitpad.recognize.Prediction;

/**
 * All that is shown beside the paper at one moment.
 *
 * @param state which of the designed states this is
 * @param headline one character in large type: the digit, a dash or a question mark
 * @param sentence the same in words
 * @param probabilities ten of them, index = digit; zeros while there is no reading
 * @param image what the network saw
 * @param nanos how long the reading took, in nanoseconds; 0 while there is none
 */
public record Answer(
    State state,
    String headline,
    String sentence,
    List<Double> probabilities,
    DigitImage image,
    long nanos) {
  /** The states that the window knows how to show. */
  public enum State {
    WARMING_UP,
    BLANK,
    READ,
    REJECTED,
    FAILED,
    UNAVAILABLE
  }

  public static final Answer WARMING_UP = without(State.WARMING_UP, "–", "Warming up…");
  public static final Answer BLANK = without(State.BLANK, "–", "Nothing drawn yet");

  public Answer {
    probabilities = List.copyOf(probabilities);
  }

  static Answer of(Prediction prediction) {
    boolean rejected = prediction.rejected();
    return new Answer(
        rejected ? State.REJECTED : State.READ,
        rejected ? "?" : String.valueOf(prediction.label()),
        VerdictText.of(prediction),
        IntStream.range(0, 10).mapToObj(digit -> (double) prediction.probability(digit)).toList(),
        prediction.image(),
        prediction.nanos());
  }

  static Answer failed(String sentence) {
    return without(State.FAILED, "–", sentence);
  }

  static Answer unavailable(String sentence) {
    return without(State.UNAVAILABLE, "–", sentence);
  }

  /** How long the reading took, in words; empty while there is none. */
  public String timing() {
    return isReading() ? String.format(Locale.ROOT, "%.2f ms", nanos / 1e6) : "";
  }

  /** Whether this digit is the answer. */
  public boolean isWinner(int digit) {
    return state == State.READ && headline.equals(String.valueOf(digit));
  }

  /** Whether there are probabilities to show. */
  public boolean isReading() {
    return state == State.READ || state == State.REJECTED;
  }

  private static Answer without(State state, String headline, String sentence) {
    return new Answer(state, headline, sentence, Collections.nCopies(10, 0.0), DigitImage.BLANK, 0);
  }
}
