package org.digitpad.data.augment;

/**
 * Random numbers that depend on a seed and an image alone.
 *
 * <p>Source: G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators", OOPSLA
 * 2014, with the mixing function of David Stafford's variant 13.
 */
final class ImageRandom {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;
  private static final double UNIT = 0x1p-63;
  private static final float UNIT_16 = 0x1p-15f;

  private long state;

  /** Begins the sequence of an image. */
  void start(long seed, int image) {
    // mixed twice, so that neither neighbouring seeds nor neighbouring images share numbers
    state = mix(mix(seed) + image);
  }

  private long next() {
    state += GOLDEN;
    return mix(state);
  }

  private static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** Evenly from -1 to 1. */
  double uniform() {
    return next() * UNIT;
  }

  /** The next length that {@link #addUniform} takes. */
  static int padded(int length) {
    return (length + 3) / 4 * 4;
  }

  /**
   * Adds to each number one that lies evenly between ±bound, in steps of bound / 2¹⁵.
   *
   * @param numbers a multiple of four: so many come from one draw
   */
  void addUniform(float bound, float[] numbers) {
    float unit = bound * UNIT_16;
    for (int i = 0; i < numbers.length; i += 4) {
      long bits = next();
      numbers[i] += unit * (short) bits;
      numbers[i + 1] += unit * (short) (bits >> 16);
      numbers[i + 2] += unit * (short) (bits >> 32);
      numbers[i + 3] += unit * (short) (bits >> 48);
    }
  }
}
