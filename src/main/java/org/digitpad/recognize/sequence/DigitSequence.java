package org.digitpad.recognize.sequence;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The digits of a drawing, from left to right.
 *
 * @param digits at least one; a blank drawing is one blank digit
 * @param lastDrawn index of the digit to which the last stroke belongs, or its end
 */
public record DigitSequence(List<SequenceDigit> digits, int lastDrawn) {
  /**
   * @throws IllegalArgumentException if there is no digit, or none of that index
   */
  public DigitSequence {
    digits = List.copyOf(digits);
    if (digits.isEmpty()) {
      throw new IllegalArgumentException("a sequence needs a digit");
    }
    if (lastDrawn < 0 || lastDrawn >= digits.size()) {
      throw new IllegalArgumentException("no digit has the index " + lastDrawn);
    }
  }

  /** A single digit. */
  public DigitSequence(SequenceDigit digit) {
    this(List.of(digit), 0);
  }

  /** Returns whether nothing is drawn. */
  public boolean isBlank() {
    return digits.get(0).prediction().image().isBlank();
  }

  /** The most probable digits, such as "1984"; empty if nothing is drawn. */
  public String text() {
    return isBlank()
        ? ""
        : digits.stream()
            .map(digit -> Integer.toString(digit.prediction().label()))
            .collect(Collectors.joining());
  }
}
