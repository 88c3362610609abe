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

  /** The same digit has at most this size in another ink. */
  private static final double MAX_SAME = 1.2;

  /** How often ink that is cut off by the border may reach it. */
  private static final int MAX_BORDER_RUNS = 4;

  /** Share of the border that ink which is cut off by it may cover. */
  private static final double MAX_BORDER_SHARE = 0.15;

  /** Pixels of a part that are looked at to tell whether it is an edge. */
  private static final int EDGE_SAMPLES = 300;

  /** Share of pixels at an edge, above which ink is no stroke. */
  private static final double MAX_EDGE_SHARE = 0.6;

  /** Least contrast of the one side of a stroke as a share of that of the other side. */
  private static final double MIN_SECOND_SIDE = 0.25;

  /** Width of the soft edge of ink in pixels. */
  private static final int SOFT_EDGE = 3;

  private final GrayImage picture;
  private final int step;

  /** The picture at the size in which ink is searched. */
  private final GrayImage image;

  private final InkArray contrast;
  private final boolean[] ink;
  private final double floor;
  private final InkComponents components;

  /**
   * @param step of how many columns and rows of the picture one is in the image and the contrast
   * @param image the picture at the size of the contrast
   * @param ink the pixels that are ink
   * @param floor contrast that is noise
   */
  PictureInk(
      GrayImage picture,
      int step,
      GrayImage image,
      InkArray contrast,
      boolean[] ink,
      double floor) {
    this.picture = picture;
    this.step = step;
    this.image = image;
    this.contrast = contrast;
    this.ink = ink;
    this.floor = floor;
    this.components = new InkComponents(ink, contrast.width(), contrast.height());
  }

  /** Returns what may be the only digit, a dozen candidates at most. */
  public List<ScannedDigit> candidates() {
    return components.groups().stream()
        .filter(group -> !isEdge(group.parts()))
        .map(group -> digit(group.parts(), group.whole()))
        .toList();
  }

  /** Returns the connected parts that may be digits or belong to digits: no frames, no specks. */
  public List<InkPart> parts() {
    return components.ofDigits();
  }

  /** Whether a digit is here too, and parts beside it that are at least half as high. */
  public boolean hasAmongDigits(ScannedDigit digit) {
    InkBounds box = digit.box().scaled(1.0 / step);
    List<InkBounds> boxes = parts().stream().map(InkPart::box).toList();
    boolean isHere =
        components.groups().stream()
            .map(InkComponents.Group::box)
            .anyMatch(
                group -> group.longerSide() < MAX_SAME * box.longerSide() && group.gap(box) < 0);
    return isHere
        && boxes.stream()
            .filter(part -> 2 * part.height() >= box.height())
            .mapToInt(part -> part.left() + part.width() / 2)
            .anyMatch(center -> center < box.left() || center >= box.right());
  }

  /**
   * Whether the largest part is a patch, such as a sheet of paper, and not strokes.
   *
   * @param minFill the share of its box that it covers at least
   */
  public boolean isSolid(double minFill) {
    return components.isSolid(minFill);
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
    return new PictureInk(picture, step, image, contrast, left, floor);
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

  /**
   * Whether parts are the rest of an edge, as of a sheet of paper or of a shadow: the paper is
   * lighter than a stroke of dark ink on both sides, but than an edge on one only.
   */
  private boolean isEdge(List<InkPart> parts) {
    int pixels = 0;
    int onEdges = 0;
    for (InkPart part : parts) {
      int every = 1 + part.size() / EDGE_SAMPLES;
      for (int i = 0; i < part.size(); i += every) {
        int pixel = part.pixels()[i];
        pixels++;
        onEdges += isStroke(pixel) ? 0 : 1;
      }
    }
    return onEdges > MAX_EDGE_SHARE * pixels;
  }

  /** Whether both sides of the ink differ from a pixel of it alike. */
  private boolean isStroke(int pixel) {
    int left = beyond(pixel, -1, 0);
    int right = beyond(pixel, 1, 0);
    int above = beyond(pixel, 0, -1);
    int below = beyond(pixel, 0, 1);
    // a line through the ink crosses a stroke where it is shorter
    boolean across = right - left <= (below - above) / image.width();
    int level = level(pixel);
    int one = level(across ? left : above) - level;
    int other = level(across ? right : below) - level;
    int least = Math.min(Math.abs(one), Math.abs(other));
    int most = Math.max(Math.abs(one), Math.abs(other));
    return one > 0 == other > 0 && most > 0 && least >= MIN_SECOND_SIDE * most;
  }

  private int level(int pixel) {
    return image.luminance()[pixel] & 0xff;
  }

  /** Returns the pixel beyond the ink and its soft edge, or the last one in the image. */
  private int beyond(int pixel, int stepX, int stepY) {
    int x = pixel % image.width();
    int y = pixel / image.width();
    int left = SOFT_EDGE;
    while (left > 0
        && x + stepX >= 0
        && y + stepY >= 0
        && x + stepX < image.width()
        && y + stepY < image.height()) {
      x += stepX;
      y += stepY;
      left = ink[y * image.width() + x] ? SOFT_EDGE : left - 1;
    }
    return y * image.width() + x;
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
