package org.digitpad.ink.scan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;

/**
 * Traces the ink of an image by strokes: the image is enlarged, its ink thinned to lines of one
 * pixel (T. Y. Zhang, C. Y. Suen, "A fast parallel algorithm for thinning digital patterns",
 * Communications of the ACM 27, 1984), and these are followed, straight on where they cross. What
 * the strokes look like is what the image looks like; where they begin and in which order they come
 * is not known.
 */
public final class InkTracer {
  /** Pixels of the enlarged image per pixel, in both directions. */
  private static final int SCALE = 4;

  private static final int SIDE = SCALE * DigitImage.SIDE;

  /** Ink is what is at least half as dark as the darkest pixel. */
  private static final float THRESHOLD = 0.5f;

  /** So many points back, the direction of a line is measured. */
  private static final int DIRECTION_STEPS = 5;

  /** Points on each side that a point is averaged with. */
  private static final int SMOOTHING = 3;

  /** Every so many points are kept. */
  private static final int POINT_STEP = 3;

  /** Lines shorter than this share of the pen's width are rough edges of thick ink. */
  private static final double SPUR = 0.75;

  private static final int[] DX = {0, 1, 0, -1, 1, 1, -1, -1};
  private static final int[] DY = {-1, 0, 1, 0, -1, 1, 1, -1};

  private final boolean[] line;
  private final boolean[] visited = new boolean[SIDE * SIDE];
  private final double penWidth;

  private InkTracer(boolean[] ink) {
    int area = count(ink);
    line = ink.clone();
    thin(line);
    penWidth = Math.max(SCALE, (double) area / Math.max(1, count(line)));
  }

  /**
   * Returns strokes in pixels of the image, from 0 to {@value DigitImage#SIDE}, that all have the
   * mean width of the ink; blank for a blank image.
   */
  public static Drawing trace(DigitImage image) {
    InkTracer tracer = new InkTracer(enlarge(image));
    List<Stroke> strokes = new ArrayList<>();
    for (List<InkPoint> points : tracer.lines()) {
      strokes.add(new Stroke(smooth(points), tracer.penWidth / SCALE));
    }
    return new Drawing(strokes);
  }

  /** Enlarges by bilinear interpolation, and tells ink from paper. */
  private static boolean[] enlarge(DigitImage image) {
    float darkest = 0;
    for (float pixel : image.toArray()) {
      darkest = Math.max(darkest, pixel);
    }
    boolean[] ink = new boolean[SIDE * SIDE];
    for (int y = 0; y < SIDE && darkest > 0; y++) {
      for (int x = 0; x < SIDE; x++) {
        float value = interpolate(image, (x + 0.5f) / SCALE - 0.5f, (y + 0.5f) / SCALE - 0.5f);
        ink[y * SIDE + x] = value >= THRESHOLD * darkest;
      }
    }
    return ink;
  }

  private static float interpolate(DigitImage image, float x, float y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    float right = x - left;
    float below = y - top;
    return (1 - below) * ((1 - right) * at(image, left, top) + right * at(image, left + 1, top))
        + below * ((1 - right) * at(image, left, top + 1) + right * at(image, left + 1, top + 1));
  }

  private static float at(DigitImage image, int x, int y) {
    boolean inside = x >= 0 && y >= 0 && x < DigitImage.SIDE && y < DigitImage.SIDE;
    return inside ? image.at(y, x) : 0;
  }

  private static int count(boolean[] pixels) {
    int count = 0;
    for (boolean pixel : pixels) {
      count += pixel ? 1 : 0;
    }
    return count;
  }

  private static void thin(boolean[] ink) {
    boolean changed = true;
    while (changed) {
      changed = peel(ink, true);
      changed |= peel(ink, false);
    }
  }

  /** Removes one layer of pixels at the lower right or at the upper left edges. */
  private static boolean peel(boolean[] ink, boolean lowerRight) {
    List<Integer> removed = new ArrayList<>();
    boolean[] around = new boolean[8];
    for (int y = 1; y < SIDE - 1; y++) {
      for (int x = 1; x < SIDE - 1; x++) {
        if (ink[y * SIDE + x] && isRemovable(ink, x, y, around, lowerRight)) {
          removed.add(y * SIDE + x);
        }
      }
    }
    removed.forEach(pixel -> ink[pixel] = false);
    return !removed.isEmpty();
  }

  private static boolean isRemovable(
      boolean[] ink, int x, int y, boolean[] around, boolean lowerRight) {
    int at = y * SIDE + x;
    // clockwise from above
    around[0] = ink[at - SIDE];
    around[1] = ink[at - SIDE + 1];
    around[2] = ink[at + 1];
    around[3] = ink[at + SIDE + 1];
    around[4] = ink[at + SIDE];
    around[5] = ink[at + SIDE - 1];
    around[6] = ink[at - 1];
    around[7] = ink[at - SIDE - 1];
    int neighbors = 0;
    int changes = 0;
    for (int i = 0; i < 8; i++) {
      neighbors += around[i] ? 1 : 0;
      changes += !around[i] && around[(i + 1) % 8] ? 1 : 0;
    }
    boolean edge =
        lowerRight
            ? !(around[0] && around[2] && around[4]) && !(around[2] && around[4] && around[6])
            : !(around[0] && around[2] && around[6]) && !(around[0] && around[4] && around[6]);
    return neighbors >= 2 && neighbors <= 6 && changes == 1 && edge;
  }

  /** Follows all lines, those with ends first, and then closed ones. */
  private List<List<InkPoint>> lines() {
    List<List<InkPoint>> found = new ArrayList<>();
    for (boolean fromEnds : new boolean[] {true, false}) {
      for (int pixel = 0; pixel < line.length; pixel++) {
        if (line[pixel] && !visited[pixel] && (!fromEnds || freeNeighbors(pixel) <= 1)) {
          found.add(follow(pixel));
        }
      }
    }
    List<List<InkPoint>> whole =
        found.stream().filter(points -> length(points) >= SPUR * penWidth).toList();
    return whole.isEmpty() ? found : whole;
  }

  private int freeNeighbors(int pixel) {
    int count = 0;
    for (int direction = 0; direction < 8; direction++) {
      int next = neighbor(pixel, direction);
      count += next >= 0 && line[next] && !visited[next] ? 1 : 0;
    }
    return count;
  }

  /** Returns a neighbouring pixel; −1 beyond the edge. */
  private static int neighbor(int pixel, int direction) {
    int x = pixel % SIDE + DX[direction];
    int y = pixel / SIDE + DY[direction];
    return x < 0 || y < 0 || x >= SIDE || y >= SIDE ? -1 : y * SIDE + x;
  }

  private List<InkPoint> follow(int start) {
    Deque<Integer> path = new ArrayDeque<>();
    List<Integer> pixels = new ArrayList<>();
    int junction = visitedNeighbor(start, pixels);
    if (junction >= 0) {
      pixels.add(junction);
    }
    int at = start;
    while (at >= 0) {
      visited[at] = true;
      pixels.add(at);
      path.addLast(at);
      if (path.size() > DIRECTION_STEPS) {
        path.removeFirst();
      }
      at = straightOn(at, path.getFirst());
    }
    // to where the line meets another one, or itself
    int end = pixels.get(pixels.size() - 1);
    int met = visitedNeighbor(end, pixels.subList(Math.max(0, pixels.size() - 3), pixels.size()));
    if (met >= 0) {
      pixels.add(met);
    }
    return pixels.stream()
        .map(
            pixel ->
                new InkPoint(
                    (pixel % SIDE + 0.5) / SCALE, (double) (pixel / SIDE) / SCALE + 0.5 / SCALE))
        .toList();
  }

  private int visitedNeighbor(int pixel, List<Integer> except) {
    for (int direction = 0; direction < 8; direction++) {
      int next = neighbor(pixel, direction);
      if (next >= 0 && line[next] && visited[next] && !except.contains(next)) {
        return next;
      }
    }
    return -1;
  }

  /** Returns the free neighbour that goes on best in the direction from another pixel. */
  private int straightOn(int at, int from) {
    double dx = at % SIDE - from % SIDE;
    double dy = at / SIDE - (double) (from / SIDE);
    int best = -1;
    double bestTurn = Double.NEGATIVE_INFINITY;
    for (int direction = 0; direction < 8; direction++) {
      int next = neighbor(at, direction);
      if (next >= 0 && line[next] && !visited[next]) {
        double length = Math.hypot(DX[direction], DY[direction]);
        double turn = (dx * DX[direction] + dy * DY[direction]) / length;
        if (turn > bestTurn) {
          bestTurn = turn;
          best = next;
        }
      }
    }
    return best;
  }

  private static double length(List<InkPoint> points) {
    double length = 0;
    for (int i = 1; i < points.size(); i++) {
      InkPoint one = points.get(i - 1);
      InkPoint other = points.get(i);
      length += Math.hypot(other.x() - one.x(), other.y() - one.y());
    }
    return SCALE * length;
  }

  /** Takes the steps of whole pixels out, and most of the points; both ends stay. */
  private static List<InkPoint> smooth(List<InkPoint> points) {
    List<InkPoint> smooth = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      boolean last = i == points.size() - 1;
      if (i % POINT_STEP == 0 || last) {
        int reach = Math.min(SMOOTHING, Math.min(i, points.size() - 1 - i));
        double x = 0;
        double y = 0;
        for (InkPoint point : points.subList(i - reach, i + reach + 1)) {
          x += point.x();
          y += point.y();
        }
        int count = 2 * reach + 1;
        smooth.add(new InkPoint(x / count, y / count));
      }
    }
    return smooth;
  }
}
