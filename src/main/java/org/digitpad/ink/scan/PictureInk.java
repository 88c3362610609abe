package org.digitpad.ink.scan;

import java.util.List;
import org.digitpad.ink.InkArray;

/**
 * The ink of a picture, told from what else is dark in one way. Large pictures are searched at a
 * smaller size; the boxes of parts are in pixels of that size, those of digits in the picture's.
 */
public final class PictureInk {
  /** A digit is at least this share of the longer side of all ink. */
  private static final double MIN_COVERED = 0.7;

  /** How often ink that is cut off by the border may reach it. */
  private static final int MAX_BORDER_RUNS = 4;

  /** Share of the border that ink which is cut off by it may cover. */
  private static final double MAX_BORDER_SHARE = 0.15;

  private final GrayImage picture;
  private final int step;
  private final InkArray contrast;
  private final boolean[] ink;
  private final double floor;
  private final InkComponents components;

  /**
   * @param step of how many columns and rows of the picture one is in the contrast
   * @param ink the pixels that are ink
   * @param floor contrast that is noise
   */
  PictureInk(GrayImage picture, int step, InkArray contrast, boolean[] ink, double floor) {
    this.picture = picture;
    this.step = step;
    this.contrast = contrast;
    this.ink = ink;
    this.floor = floor;
    this.components = new InkComponents(ink, contrast.width(), contrast.height());
  }

  /** Returns what may be the only digit, a dozen candidates at most. */
  public List<ScannedDigit> candidates() {
    return components.groups().stream().map(group -> digit(group.parts(), group.whole())).toList();
  }

  /** Returns the connected parts that may be digits or belong to digits: no frames, no specks. */
  public List<InkPart> parts() {
    return components.ofDigits();
  }

  /** Whether there are parts beside a digit that are at least half as high. */
  public boolean hasDigitsBeside(ScannedDigit digit) {
    InkBounds box = digit.box().scaled(1.0 / step);
    return parts().stream()
        .map(InkPart::box)
        .filter(part -> 2 * part.height() >= box.height())
        .mapToInt(part -> part.left() + part.width() / 2)
        .anyMatch(center -> center < box.left() || center >= box.right());
  }

  /** Whether the largest part is a patch, such as a sheet of paper, and not strokes. */
  public boolean isSolid() {
    return components.isSolid();
  }

  /** Whether there is nothing as large as a digit. */
  public boolean isEmpty() {
    return components.isEmpty();
  }

  /** Whether a digit that was found includes ink that is far from the largest part. */
  public boolean isScattered(ScannedDigit digit) {
    InkBounds all = digit.box();
    List<InkComponents.Group> groups = components.groups();
    if (groups.isEmpty()) {
      return false;
    }
    InkBounds box = groups.get(0).box().scaled(step);
    return box.longerSide() < MIN_COVERED * all.longerSide();
  }

  /** Whether as little ink is at the border of the picture as a digit has that is cut off there. */
  public boolean bordersLikeDigit() {
    int width = contrast.width();
    int height = contrast.height();
    int length = 2 * (width + height);
    int count = 0;
    int runs = 0;
    boolean last = ink[0];
    for (int at = 0; at < length; at++) {
      int x;
      int y;
      if (at < width) {
        x = at;
        y = 0;
      } else if (at < width + height) {
        x = width - 1;
        y = at - width;
      } else if (at < 2 * width + height) {
        x = 2 * width + height - 1 - at;
        y = height - 1;
      } else {
        x = 0;
        y = length - 1 - at;
      }
      boolean now = ink[y * width + x];
      count += now ? 1 : 0;
      runs += now && !last ? 1 : 0;
      last = now;
    }
    return runs <= MAX_BORDER_RUNS && count <= MAX_BORDER_SHARE * length;
  }

  /**
   * Returns this ink without what is left of the boxes that another ink of the picture has: what
   * removes lines takes some sides of a box and leaves others.
   */
  public PictureInk withoutFramesOf(PictureInk other) {
    boolean[] free = other.components.withoutFrames();
    boolean[] left = new boolean[ink.length];
    for (int pixel = 0; pixel < left.length; pixel++) {
      left[pixel] = ink[pixel] && free[pixel];
    }
    return new PictureInk(picture, step, contrast, left, floor);
  }

  /** Whether there are boxes around other ink. */
  public boolean hasFrames() {
    return components.hasFrames();
  }

  /**
   * Returns where a part that may hold several digits can be cut.
   *
   * @param height of a digit in pixels
   */
  public InkCuts cuts(InkPart part, double height) {
    return new InkCuts(part, contrast.width(), height);
  }

  /** Returns parts as one digit. */
  public ScannedDigit digit(List<InkPart> parts) {
    return digit(parts, true);
  }

  private ScannedDigit digit(List<InkPart> parts, boolean whole) {
    InkBounds around = InkPart.box(parts);
    InkBounds box =
        new InkBounds(around.left() - 1, around.top() - 1, around.width() + 2, around.height() + 2)
            .clamped(contrast.width(), contrast.height());
    ScannedDigit scanned = ImageNormalizer.fit(ink(parts, box));
    InkBounds found = scanned.box();
    InkBounds moved =
        new InkBounds(
            box.left() + found.left(), box.top() + found.top(), found.width(), found.height());
    InkBounds inPicture = moved.scaled(step).clamped(picture.width(), picture.height());
    return new ScannedDigit(scanned.image(), inPicture, whole);
  }

  /** The ink of parts, with the soft edges around them that belong to no other ink. */
  private InkArray ink(List<InkPart> parts, InkBounds box) {
    boolean[] mask = new boolean[box.width() * box.height()];
    for (InkPart part : parts) {
      for (int pixel : part.pixels()) {
        int x = pixel % contrast.width() - box.left();
        int y = pixel / contrast.width() - box.top();
        mask[y * box.width() + x] = true;
      }
    }
    float[] values = new float[mask.length];
    for (int pixel = 0; pixel < values.length; pixel++) {
      values[pixel] = contrast.ink()[at(box, pixel)];
    }
    double full = Math.max(InkLevels.full(values, mask, floor), floor + 1.0 / InkLevels.LEVELS);
    for (int pixel = 0; pixel < values.length; pixel++) {
      boolean belongs = mask[pixel] || !ink[at(box, pixel)] && touches(mask, box, pixel);
      double value = belongs ? (values[pixel] - floor) / (full - floor) : 0;
      values[pixel] = (float) Math.max(0, Math.min(1, value));
    }
    return new InkArray(box.width(), box.height(), values);
  }

  private int at(InkBounds box, int pixel) {
    int row = box.top() + pixel / box.width();
    return row * contrast.width() + box.left() + pixel % box.width();
  }

  private static boolean touches(boolean[] mask, InkBounds box, int pixel) {
    int x = pixel % box.width();
    int y = pixel / box.width();
    for (int row = Math.max(0, y - 1); row <= Math.min(box.height() - 1, y + 1); row++) {
      for (int column = Math.max(0, x - 1); column <= Math.min(box.width() - 1, x + 1); column++) {
        if (mask[row * box.width() + column]) {
          return true;
        }
      }
    }
    return false;
  }
}
