package org.digitpad.ink.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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

  /** A part with this share of a group's ink is a digit with dirt around it. */
  private static final double MOST = 0.85;

  /** A frame has this share of its ink within {@link #FRAME_MARGIN} of its bounding box. */
  private static final double FRAME_SHARE = 0.85;

  private static final double FRAME_MARGIN = 0.08;

  /** What covers more of its box is a sheet of paper, and no frame. */
  private static final double MAX_FRAME_FILL = 0.5;

  /** A frame encloses at least this share of its box. */
  private static final double MIN_INSIDE = 0.25;

  /** Width of the soft edges of a frame, in pixels. */
  private static final int EDGE = 2;

  /** Side of a frame's corners, as a share of its sides. */
  private static final double CORNER = 0.1;

  /** Largest ratio of the sides of a straight 1. */
  private static final double MAX_ONE = 0.35;

  /** Wider parts are several digits, in heights. */
  private static final double MAX_ASPECT_RATIO = 6;

  private final int width;
  private final int height;

  /** All parts, except for those that are cut off by the border. */
  private final List<InkPart> parts = new ArrayList<>();

  /** The largest parts, larger ones first. */
  private final List<InkPart> seeds;

  private final Set<InkPart> frames;

  InkComponents(boolean[] ink, int width, int height) {
    this.width = width;
    this.height = height;
    boolean[] seen = new boolean[ink.length];
    int[] queue = new int[ink.length];
    List<InkPart> cutOff = new ArrayList<>();
    for (int pixel = 0; pixel < ink.length; pixel++) {
      if (ink[pixel] && !seen[pixel]) {
        InkPart part = fill(ink, pixel, seen, queue);
        (touchesBorder(part.box()) ? cutOff : parts).add(part);
      }
    }
    double minSide = Math.max(MIN_PIXELS, MIN_SIDE * Math.max(width, height));
    List<InkPart> large =
        parts.stream()
            .filter(part -> part.box().longerSide() >= minSide)
            .sorted(Comparator.comparingInt(InkPart::size).reversed())
            .toList();
    frames = new HashSet<>();
    Stream.concat(large.stream(), cutOff.stream())
        .filter(part -> isFrame(part, large))
        .forEach(frames::add);
    seeds = large.stream().filter(part -> !frames.contains(part)).toList();
  }

  private InkPart fill(boolean[] ink, int seed, boolean[] seen, int[] queue) {
    int left = width;
    int right = 0;
    int top = height;
    int bottom = 0;
    int end = 0;
    queue[end++] = seed;
    seen[seed] = true;
    for (int start = 0; start < end; start++) {
      int x = queue[start] % width;
      int y = queue[start] / width;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
      for (int row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
        for (int column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
          int next = row * width + column;
          if (ink[next] && !seen[next]) {
            seen[next] = true;
            queue[end++] = next;
          }
        }
      }
    }
    InkBounds box = new InkBounds(left, top, right - left + 1, bottom - top + 1);
    return new InkPart(box, Arrays.copyOf(queue, end));
  }

  /**
   * Some of the parts.
   *
   * @param whole whether it has all parts that belong together
   */
  record Group(List<InkPart> parts, boolean whole) {
    InkBounds box() {
      return InkPart.box(parts);
    }
  }

  /** Returns the groups that may be a digit, larger ones first. */
  List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    int longest = 0;
    for (InkPart seed : seeds.subList(0, Math.min(MAX_SEEDS, seeds.size()))) {
      List<InkPart> grown = grow(seed);
      int side = InkPart.box(grown).longerSide();
      longest = Math.max(longest, side);
      groups.add(new Group(grown, side >= MIN_WHOLE * longest));
      if (!InkPart.box(grown).equals(seed.box())) {
        int all = grown.stream().mapToInt(InkPart::size).sum();
        boolean most = seed.size() >= MOST * all;
        groups.add(new Group(List.of(seed), most && side >= MIN_WHOLE * longest));
      }
    }
    return groups;
  }

  /** Returns the parts that may be digits of a row or parts of them: all but frames and specks. */
  List<InkPart> ofDigits() {
    double longest =
        seeds.stream()
            .map(InkPart::box)
            .mapToDouble(box -> Math.max(box.height(), box.width() / MAX_ASPECT_RATIO))
            .max()
            .orElse(0);
    return parts.stream()
        .filter(part -> part.box().longerSide() >= MIN_PART * longest && !frames.contains(part))
        .toList();
  }

  /** Whether the largest part covers its box as strokes do not, except for that of a 1. */
  boolean isSolid(double minFill) {
    if (seeds.isEmpty()) {
      return false;
    }
    InkBounds box = seeds.get(0).box();
    int shorter = Math.min(box.width(), box.height());
    return shorter > MAX_ONE * box.longerSide() && fill(seeds.get(0)) > minFill;
  }

  /** Whether there are boxes around other parts. */
  boolean hasFrames() {
    return !frames.isEmpty();
  }

  /**
   * Returns the pixels that are no part of a frame, of its edges or of what it has in its sides.
   */
  boolean[] withoutFrames() {
    boolean[] free = new boolean[width * height];
    Arrays.fill(free, true);
    for (InkPart frame : frames) {
      boolean[] inside = inside(frame);
      InkBounds box = frame.box().grown(EDGE).clamped(width, height);
      int count = 0;
      for (boolean pixel : inside) {
        count += pixel ? 1 : 0;
      }
      if (count < MIN_INSIDE * box.width() * box.height()) {
        continue; // it is open
      }
      for (int y = box.top(); y < box.bottom(); y++) {
        for (int x = box.left(); x < box.right(); x++) {
          free[y * width + x] &= inside[y * width + x];
        }
      }
    }
    return free;
  }

  /** Returns the pixels that a frame separates from what is outside its box. */
  private boolean[] inside(InkPart frame) {
    InkBounds box = frame.box().grown(EDGE).clamped(width, height);
    boolean[] inside = new boolean[width * height];
    for (int y = box.top(); y < box.bottom(); y++) {
      Arrays.fill(inside, y * width + box.left(), y * width + box.right(), true);
    }
    for (int pixel : frame.pixels()) {
      int left = Math.max(0, pixel % width - EDGE);
      int right = Math.min(width, pixel % width + EDGE + 1);
      int top = Math.max(0, pixel / width - EDGE);
      int bottom = Math.min(height, pixel / width + EDGE + 1);
      for (int y = top; y < bottom; y++) {
        Arrays.fill(inside, y * width + left, y * width + right, false);
      }
    }
    // what is left at the border of the box is outside, and what is connected with it
    int[] queue = new int[box.width() * box.height()];
    int end = 0;
    for (int y = box.top(); y < box.bottom(); y++) {
      for (int x = box.left(); x < box.right(); x++) {
        boolean atBorder =
            x == box.left() && x > 0
                || x == box.right() - 1 && x < width - 1
                || y == box.top() && y > 0
                || y == box.bottom() - 1 && y < height - 1;
        if (atBorder && inside[y * width + x]) {
          inside[y * width + x] = false;
          queue[end++] = y * width + x;
        }
      }
    }
    for (int start = 0; start < end; start++) {
      for (int next :
          new int[] {
            queue[start] - 1, queue[start] + 1, queue[start] - width, queue[start] + width
          }) {
        boolean isBeside = Math.abs(next % width - queue[start] % width) <= 1;
        if (next >= 0 && next < inside.length && isBeside && inside[next]) {
          inside[next] = false;
          queue[end++] = next;
        }
      }
    }
    return inside;
  }

  private boolean touchesBorder(InkBounds box) {
    return box.left() < BORDER
        || box.top() < BORDER
        || box.right() > width - BORDER
        || box.bottom() > height - BORDER;
  }

  /** Whether a part is a box that another large part is in. */
  private boolean isFrame(InkPart part, List<InkPart> others) {
    InkBounds box = part.box();
    boolean surrounds =
        others.stream()
            .map(InkPart::box)
            .anyMatch(
                other ->
                    other.left() > box.left()
                        && other.top() > box.top()
                        && other.right() < box.right()
                        && other.bottom() < box.bottom()
                        && other.longerSide() > 0.25 * box.longerSide());
    if (!surrounds) {
      return false;
    }
    double marginX = FRAME_MARGIN * box.width();
    double marginY = FRAME_MARGIN * box.height();
    if (FRAME_SHARE * part.size() <= outside(part, marginX, marginY)) {
      return true;
    }
    double margin = frameMargin(part);
    return fill(part) < MAX_FRAME_FILL
        && hasCorners(part)
        && FRAME_SHARE * part.size() <= outside(part, margin, margin);
  }

  /** The share of its box that a part covers. */
  private static double fill(InkPart part) {
    return part.size() / ((double) part.box().width() * part.box().height());
  }

  /** As wide as a frame's lines are, and some degrees of tilt. */
  private static double frameMargin(InkPart part) {
    InkBounds box = part.box();
    double thickness = part.size() / (2.0 * (box.width() + box.height()));
    return 1.3 * thickness + 0.05 * box.longerSide();
  }

  /** Whether there is ink in most corners, while the digit 0 has none in any. */
  private boolean hasCorners(InkPart part) {
    InkBounds box = part.box();
    boolean[] corners = new boolean[4];
    for (int pixel : part.pixels()) {
      double x = (pixel % width - box.left() + 0.5) / box.width();
      double y = (pixel / width - box.top() + 0.5) / box.height();
      if (Math.min(x, 1 - x) < CORNER && Math.min(y, 1 - y) < CORNER) {
        corners[(x < 0.5 ? 0 : 1) + (y < 0.5 ? 0 : 2)] = true;
      }
    }
    int count = 0;
    for (boolean corner : corners) {
      count += corner ? 1 : 0;
    }
    return count >= (touchesBorder(box) ? 2 : 3);
  }

  /** Number of pixels near the sides of the part's box. */
  private int outside(InkPart part, double marginX, double marginY) {
    InkBounds box = part.box();
    int outside = 0;
    for (int pixel : part.pixels()) {
      int x = pixel % width - box.left();
      int y = pixel / width - box.top();
      boolean inside =
          x >= marginX && x < box.width() - marginX && y >= marginY && y < box.height() - marginY;
      outside += inside ? 0 : 1;
    }
    return outside;
  }

  private List<InkPart> grow(InkPart seed) {
    List<InkPart> group = new ArrayList<>(List.of(seed));
    InkBounds box = seed.box();
    double minSide = MIN_PART * seed.box().longerSide();
    List<InkPart> others =
        new ArrayList<>(
            parts.stream()
                .filter(
                    part ->
                        part != seed
                            && part.box().longerSide() >= minSide
                            && !frames.contains(part))
                .toList());
    boolean grows = true;
    while (grows) {
      grows = false;
      for (InkPart part : List.copyOf(others)) {
        int side = Math.max(seed.box().longerSide(), part.box().longerSide());
        if (box.gap(part.box()) <= MAX_GAP * side) {
          group.add(part);
          others.remove(part);
          box = box.union(part.box());
          grows = true;
        }
      }
    }
    return group;
  }
}
