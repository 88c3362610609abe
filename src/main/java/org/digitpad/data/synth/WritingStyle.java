package org.digitpad.data.synth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A way of writing a digit.
 *
 * @param digit 0 to 9
 * @param name its name among the styles of the digit
 * @param weight its frequency in relation to the digit's other styles
 * @param strokes the path of the pen, stroke by stroke; each has at least two points
 */
record WritingStyle(int digit, String name, double weight, List<List<Knot>> strokes) {
  private static final double UNIT = 100;

  WritingStyle {
    strokes = strokes.stream().map(List::copyOf).toList();
  }

  /**
   * A point on the path of the pen, in heights of the digit: x to the right, y from 0 (top) to 1.
   *
   * @param corner whether the path has a corner here
   */
  record Knot(double x, double y, boolean corner) {}

  /** Parses a line like {@code 7 plain 4: 4,5 88,4! 40,100}; see styles.txt. */
  static WritingStyle parse(String line) {
    String[] parts = line.split(":", 2);
    String[] head = parts[0].strip().split(" +");
    return new WritingStyle(
        Integer.parseInt(head[0]), head[1], Double.parseDouble(head[2]), strokes(parts[1]));
  }

  /** Parses strokes like {@code 4,5 88,4! | 40,100 60,90}, in hundredths of the height. */
  static List<List<Knot>> strokes(String text) {
    List<List<Knot>> strokes = new ArrayList<>();
    for (String stroke : text.split("\\|")) {
      strokes.add(Arrays.stream(stroke.strip().split(" +")).map(WritingStyle::knot).toList());
    }
    return strokes;
  }

  private static Knot knot(String text) {
    boolean corner = text.endsWith("!");
    String[] coordinates = (corner ? text.substring(0, text.length() - 1) : text).split(",");
    return new Knot(
        Double.parseDouble(coordinates[0]) / UNIT,
        Double.parseDouble(coordinates[1]) / UNIT,
        corner);
  }
}
