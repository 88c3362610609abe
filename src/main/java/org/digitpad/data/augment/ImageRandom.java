package org.digitpad.data.augment;

/**
 * Random numbers that depend on a seed and the index of an image alone (SplitMix64).
 *
 * <p>Source: G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators", OOPSLA
 * 2014, with the mixing function of David Stafford's variant 13.
 */
final class ImageRandom {
  /** 2⁶⁴ divided by the golden ratio. */
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private static final double UNIT = 0x1p-63;
  private static final float UNIT_16 = 0x1p-15f;

  private long state;

  /** Starts the sequence of an image. */
  void reseed(long seed, int image) {
    // mixed twice so that neither neighboring seeds nor neighboring images share numbers
    state = mix(mix(seed) + image);
  }

  private long next() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  private static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** Returns a number that is uniformly distributed in -1 to 1. */
  double nextUniform() {
    return next() * UNIT;
  }

  /** Returns the smallest length, not below the given one, that {@link #addUniform} accepts. */
  static int paddedLength(int length) {
    return (length + 3) / 4 * 4;
  }

  /**
   * Adds to each element a random number, uniformly distributed in ±bound in steps of bound / 2¹⁵.
   *
   * @param values an array whose length is a multiple of four, since one draw serves four elements
   */
  void addUniform(float bound, float[] values) {
    float unit = bound * UNIT_16;
    for (int i = 0; i < values.length; i += 4) {
      long bits = next();
      values[i] += unit * (short) bits;
      values[i + 1] += unit * (short) (bits >> 16);
      values[i + 2] += unit * (short) (bits >> 32);
      values[i + 3] += unit * (short) (bits >> 48);
    }
  }
}
