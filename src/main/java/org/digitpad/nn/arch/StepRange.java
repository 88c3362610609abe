package org.digitpad.nn.arch;

/**
 * Some successive steps of a sequence, such as rows of an image.
 *
 * @param first number of the first step, from 0
 * @param last number of the last step
 */
public record StepRange(int first, int last) {
  public StepRange {
    if (first < 0 || last < first) {
      throw new IllegalArgumentException("no steps from " + first + " to " + last);
    }
  }
}
