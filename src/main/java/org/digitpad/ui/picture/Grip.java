package org.digitpad.ui.picture;

import java.util.Arrays;
import org.digitpad.ink.scan.InkBounds;

/**
 * Where a frame is held while it is dragged: at a corner or an edge, which moves alone, or inside.
 */
enum Grip {
  TOP_LEFT(-1, -1),
  TOP(0, -1),
  TOP_RIGHT(1, -1),
  RIGHT(1, 0),
  BOTTOM_RIGHT(1, 1),
  BOTTOM(0, 1),
  BOTTOM_LEFT(-1, 1),
  LEFT(-1, 0),
  INSIDE(0, 0);

  private final int horizontal;
  private final int vertical;

  /**
   * @param horizontal −1 at the left edge, 1 at the right edge, else 0
   * @param vertical −1 at the top edge, 1 at the bottom edge, else 0
   */
  Grip(int horizontal, int vertical) {
    this.horizontal = horizontal;
    this.vertical = vertical;
  }

  /** Returns the grip with these numbers, which are not both 0. */
  static Grip at(int horizontal, int vertical) {
    return Arrays.stream(values())
        .filter(grip -> grip.horizontal == horizontal && grip.vertical == vertical)
        .findFirst()
        .orElseThrow();
  }

  /** Where it is in a frame, from 0 at the left to 1 at the right. */
  double x() {
    return (horizontal + 1) / 2.0;
  }

  /** Where it is in a frame, from 0 at the top to 1 at the bottom. */
  double y() {
    return (vertical + 1) / 2.0;
  }

  /**
   * Returns a frame after it was dragged, in pixels of the picture. It stays within the picture and
   * has at least one pixel; beyond the opposite edge it goes on as its mirror image.
   */
  InkBounds drag(InkBounds box, int dx, int dy, int pictureWidth, int pictureHeight) {
    if (this == INSIDE) {
      int left = clamp(box.left() + dx, pictureWidth - box.width());
      int top = clamp(box.top() + dy, pictureHeight - box.height());
      return new InkBounds(left, top, box.width(), box.height());
    }
    int right = box.left() + box.width();
    int bottom = box.top() + box.height();
    return between(
        box.left() + (horizontal < 0 ? dx : 0),
        box.top() + (vertical < 0 ? dy : 0),
        right + (horizontal > 0 ? dx : 0),
        bottom + (vertical > 0 ? dy : 0),
        pictureWidth,
        pictureHeight);
  }

  /** Returns the frame between two corners, in any order, within a picture. */
  static InkBounds between(int x1, int y1, int x2, int y2, int pictureWidth, int pictureHeight) {
    int left = clamp(Math.min(x1, x2), pictureWidth - 1);
    int top = clamp(Math.min(y1, y2), pictureHeight - 1);
    int right = Math.max(left + 1, clamp(Math.max(x1, x2), pictureWidth));
    int bottom = Math.max(top + 1, clamp(Math.max(y1, y2), pictureHeight));
    return new InkBounds(left, top, right - left, bottom - top);
  }

  private static int clamp(int value, int highest) {
    return Math.max(0, Math.min(highest, value));
  }
}
