package org.digitpad.ui.drawings;

import org.digitpad.data.drawings.KeptDrawing;

/** A drawing in the strip. Two are equal only if they are the same object. */
public final class Thumbnail {
  /** Width and height of the picture in pixels; twice of what it takes on most screens. */
  static final int SIDE = 128;

  private final KeptDrawing kept;
  private final boolean example;
  private final byte[] coverage;

  /** Draws the picture, which may be slow. */
  Thumbnail(KeptDrawing kept, boolean example) {
    this.kept = kept;
    this.example = example;
    this.coverage = DrawingRaster.cropped(kept.drawing(), SIDE);
  }

  public KeptDrawing kept() {
    return kept;
  }

  /** Whether DigitPad brought it, so that it cannot be removed. */
  public boolean isExample() {
    return example;
  }

  /** How much of a pixel is ink, from 0 to 255. */
  int ink(int row, int column) {
    return coverage[row * SIDE + column] & 0xff;
  }
}
