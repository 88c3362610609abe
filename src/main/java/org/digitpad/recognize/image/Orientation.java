package org.digitpad.recognize.image;

import org.digitpad.ink.scan.GrayImage;

/**
 * How a picture is stored, as the tag Orientation of Exif says it (CIPA DC-008, Exif 2.32, 4.6.5):
 * where row 0 and column 0 of the stored picture are when it is shown.
 */
enum Orientation {
  TOP_LEFT(false, false, false),
  TOP_RIGHT(false, true, false),
  BOTTOM_RIGHT(false, true, true),
  BOTTOM_LEFT(false, false, true),
  LEFT_TOP(true, false, false),
  RIGHT_TOP(true, true, false),
  RIGHT_BOTTOM(true, true, true),
  LEFT_BOTTOM(true, false, true);

  private final boolean transposed;
  private final boolean fromRight;
  private final boolean fromBottom;

  /**
   * @param transposed whether stored rows are columns
   * @param fromRight whether what is stored first is shown at the right
   * @param fromBottom whether what is stored first is shown at the bottom
   */
  Orientation(boolean transposed, boolean fromRight, boolean fromBottom) {
    this.transposed = transposed;
    this.fromRight = fromRight;
    this.fromBottom = fromBottom;
  }

  /** Returns the orientation with a number from 1 to 8; any other number means upright. */
  static Orientation of(int number) {
    return number >= 1 && number <= values().length ? values()[number - 1] : TOP_LEFT;
  }

  /** Returns the picture as it is to be shown. */
  GrayImage upright(GrayImage stored) {
    if (this == TOP_LEFT) {
      return stored;
    }
    int width = transposed ? stored.height() : stored.width();
    int height = transposed ? stored.width() : stored.height();
    byte[] shown = new byte[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        shown[y * width + x] = stored.luminance()[pixel(x, y, width, height)];
      }
    }
    return new GrayImage(width, height, shown);
  }

  /** Returns the preview as it is to be shown. */
  Preview upright(Preview stored) {
    if (this == TOP_LEFT) {
      return stored;
    }
    int width = transposed ? stored.height() : stored.width();
    int height = transposed ? stored.width() : stored.height();
    int[] shown = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        shown[y * width + x] = stored.rgb()[pixel(x, y, width, height)];
      }
    }
    return new Preview(width, height, shown);
  }

  /** Returns which of the stored pixels is at a place of a picture that is shown in this size. */
  private int pixel(int x, int y, int width, int height) {
    int fromTop = fromBottom ? height - 1 - y : y;
    int fromLeft = fromRight ? width - 1 - x : x;
    return transposed ? fromLeft * height + fromTop : fromTop * width + fromLeft;
  }
}
