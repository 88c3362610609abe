package org.digitpad.ink.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The connected parts of a mask of ink, where pixels touch their eight neighbors, and the groups of
 * them that may be a digit.
 */
final class InkComponents {
  /** Parts that a group starts from; what is smaller than the largest six is hardly the digit. */
  private static final int MAX_SEEDS = 6;

  /** Shortest longer side of a digit as a share of the picture's, and in pixels. */
  private static final double MIN_SIDE = 0.02;

  private static final int MIN_PIXELS = 8;

  /** Parts belong together if their distance is at most this share of the larger one's side. */
  private static final double MAX_GAP = 0.25;

  /** Parts whose longer side is below this share of the largest one's are specks. */
  private static final double MIN_PART = 0.12;

  /** Distance from the border in pixels within which a part is cut off by it. */
  private static final int BORDER = 2;

  /** A group that is shorter than this share of the longest one is no whole digit. */
  private static final double MIN_WHOLE = 0.5;

  /** A frame has this share of its ink within {@link #FRAME_MARGIN} of its bounding box. */
  private static final double FRAME_SHARE = 0.85;

  private static final double FRAME_MARGIN = 0.08;

  private final int width;
  private final int height;
  private final int[] labels;
  private final List<Part> parts = new ArrayList<>();

  /**
   * A connected part.
   *
   * @param label number of the part in {@link #labels}
   * @param pixels number of its pixels
   */
  private record Part(int label, InkBounds box, int pixels) {}

  InkComponents(boolean[] ink, int width, int height) {
    this.width = width;
    this.height = height;
    this.labels = new int[ink.length];
    int[] stack = new int[ink.length];
    for (int pixel = 0; pixel < ink.length; pixel++) {
      if (ink[pixel] && labels[pixel] == 0) {
        parts.add(fill(ink, pixel, parts.size() + 1, stack));
      }
    }
  }

  private Part fill(boolean[] ink, int seed, int label, int[] stack) {
    int left = width;
    int right = 0;
    int top = height;
    int bottom = 0;
    int pixels = 0;
    int depth = 0;
    stack[depth++] = seed;
    labels[seed] = label;
    while (depth > 0) {
      int pixel = stack[--depth];
      int x = pixel % width;
      int y = pixel / width;
      pixels++;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
      for (int row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
        for (int column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
          int next = row * width + column;
          if (ink[next] && labels[next] == 0) {
            labels[next] = label;
            stack[depth++] = next;
          }
        }
      }
    }
    return new Part(label, new InkBounds(left, top, right - left + 1, bottom - top + 1), pixels);
  }

  /**
   * Some of the parts.
   *
   * @param whole whether it has all parts that belong together
   * @param has whether it has the part of each label; false for 0
   */
  record Group(InkBounds box, boolean whole, boolean[] has) {}

  /** Returns the groups that may be a digit, larger ones first. */
  List<Group> groups() {
    double minSide = Math.max(MIN_PIXELS, MIN_SIDE * Math.max(width, height));
    List<Part> seeds =
        parts.stream()
            .filter(part -> part.box.longerSide() >= minSide && !touchesBorder(part.box))
            .sorted(Comparator.comparingInt(Part::pixels).reversed())
            .limit(MAX_SEEDS)
            .toList();
    List<Part> digits = seeds.stream().filter(seed -> !isFrame(seed, seeds)).toList();
    Set<Integer> frames = new HashSet<>();
    seeds.stream().filter(seed -> !digits.contains(seed)).forEach(seed -> frames.add(seed.label));
    List<Group> groups = new ArrayList<>();
    int longest = 0;
    for (Part seed : digits) {
      Group grown = grow(seed, frames);
      longest = Math.max(longest, grown.box.longerSide());
      boolean large = grown.box.longerSide() >= MIN_WHOLE * longest;
      groups.add(new Group(grown.box, large, grown.has));
      if (!grown.box.equals(seed.box)) {
        boolean[] alone = new boolean[parts.size() + 1];
        alone[seed.label] = true;
        groups.add(new Group(seed.box, false, alone));
      }
    }
    return groups;
  }

  /** Whether a pixel is in a group. */
  boolean isIn(Group group, int pixel) {
    return group.has[labels[pixel]];
  }

  private boolean touchesBorder(InkBounds box) {
    return box.left() < BORDER
        || box.top() < BORDER
        || box.left() + box.width() > width - BORDER
        || box.top() + box.height() > height - BORDER;
  }

  /** Whether a part is a box that another large part is in. */
  private boolean isFrame(Part part, List<Part> others) {
    InkBounds box = part.box;
    boolean surrounds =
        others.stream()
            .anyMatch(
                other ->
                    other != part
                        && other.box.left() > box.left()
                        && other.box.top() > box.top()
                        && other.box.left() + other.box.width() < box.left() + box.width()
                        && other.box.top() + other.box.height() < box.top() + box.height()
                        && other.box.longerSide() > 0.25 * box.longerSide());
    if (!surrounds) {
      return false;
    }
    double marginX = FRAME_MARGIN * box.width();
    double marginY = FRAME_MARGIN * box.height();
    int outside = 0;
    for (int y = 0; y < box.height(); y++) {
      for (int x = 0; x < box.width(); x++) {
        boolean inside =
            x >= marginX && x < box.width() - marginX && y >= marginY && y < box.height() - marginY;
        if (!inside && labels[(box.top() + y) * width + box.left() + x] == part.label) {
          outside++;
        }
      }
    }
    return outside >= FRAME_SHARE * part.pixels;
  }

  private Group grow(Part seed, Set<Integer> frames) {
    boolean[] group = new boolean[parts.size() + 1];
    group[seed.label] = true;
    InkBounds box = seed.box;
    double minSide = MIN_PART * seed.box.longerSide();
    boolean grows = true;
    while (grows) {
      grows = false;
      for (Part part : parts) {
        if (!group[part.label]
            && part.box.longerSide() >= minSide
            && !frames.contains(part.label)
            && !touchesBorder(part.box)
            && gap(box, part.box)
                <= MAX_GAP * Math.max(seed.box.longerSide(), part.box.longerSide())) {
          group[part.label] = true;
          box = union(box, part.box);
          grows = true;
        }
      }
    }
    return new Group(box, true, group);
  }

  /** The distance of two boxes along the axis on which they are further apart. */
  private static int gap(InkBounds one, InkBounds other) {
    int x =
        Math.max(one.left(), other.left())
            - Math.min(one.left() + one.width(), other.left() + other.width());
    int y =
        Math.max(one.top(), other.top())
            - Math.min(one.top() + one.height(), other.top() + other.height());
    return Math.max(x, y);
  }

  private static InkBounds union(InkBounds one, InkBounds other) {
    int left = Math.min(one.left(), other.left());
    int top = Math.min(one.top(), other.top());
    int right = Math.max(one.left() + one.width(), other.left() + other.width());
    int bottom = Math.max(one.top() + one.height(), other.top() + other.height());
    return new InkBounds(left, top, right - left, bottom - top);
  }
}
