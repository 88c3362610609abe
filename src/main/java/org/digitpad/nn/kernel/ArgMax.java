package org.digitpad.nn.kernel;

/** Finds the largest of several values, such as the most probable class. */
public final class ArgMax {
  private ArgMax() {}

  /** Index of the largest value; of equal values, the smallest index. */
  public static int of(float[] values) {
    return of(values, 0, values.length);
  }

  /**
   * Index of the largest of {@code count} values that start at {@code offset}; of equal values, the
   * smallest index.
   *
   * @return 0 to {@code count} − 1, relative to {@code offset}; 0 if all values are NaN
   */
  public static int of(float[] values, int offset, int count) {
    int best = 0;
    for (int i = 1; i < count; i++) {
      if (values[offset + i] > values[offset + best]) {
        best = i;
      }
    }
    return best;
  }
}
