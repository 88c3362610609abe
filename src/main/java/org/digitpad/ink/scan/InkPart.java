package org.digitpad.ink.scan;

import java.util.List;

/**
 * Ink in a picture: a connected part, or what a cut leaves of one. Two parts are equal if they are
 * the same object.
 */
public final class InkPart {
  private final InkBounds box;
  private final int[] pixels;

  /**
   * @param pixels indices of the pixels, row-major; not copied
   */
  InkPart(InkBounds box, int[] pixels) {
    this.box = box;
    this.pixels = pixels;
  }

  /** Returns the part that has some pixels of a raster, at least one. */
  static InkPart of(int[] pixels, int width) {
    int left = Integer.MAX_VALUE;
    int right = 0;
    int top = Integer.MAX_VALUE;
    int bottom = 0;
    for (int pixel : pixels) {
      left = Math.min(left, pixel % width);
      right = Math.max(right, pixel % width);
      top = Math.min(top, pixel / width);
      bottom = Math.max(bottom, pixel / width);
    }
    return new InkPart(new InkBounds(left, top, right - left + 1, bottom - top + 1), pixels);
  }

  /** The box around the ink, in pixels of the {@link PictureInk} it is from. */
  public InkBounds box() {
    return box;
  }

  int[] pixels() {
    return pixels;
  }

  int size() {
    return pixels.length;
  }

  /** Returns the box around parts, of which there is at least one. */
  static InkBounds box(List<InkPart> parts) {
    return parts.stream().map(InkPart::box).reduce(InkBounds::union).orElseThrow();
  }
}
