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
