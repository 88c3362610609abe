package org.digitpad.recognize.live;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.ink.StrokeBounds;
import org.digitpad.io.json.Json;

/**
 * Estimates which digit a drawing will be once it is finished, from what a network says of it so
 * far and from its shape. A straight line is a 1 for a network, but many digits begin with one.
 *
 * <p>The estimate is a multinomial logistic regression. Its inputs are the logarithms of the ten
 * probabilities, and ten measures of the strokes, in units of the larger side of their box: number
 * of strokes, width, height, length of the ink, the last and the first point relative to the middle
 * of the box, and the direction of the pen. It was fitted on beginnings of synthetic digits; the
 * command {@code org.digitpad.bench.FinishedDigitFit} does so.
 */
public final class FinishedDigit {
  /** Number of inputs of the regression. */
  public static final int INPUTS = 20;

  private static final int CLASSES = 10;

  private static final String RESOURCE = "finished-digit.json";
  private static final String WEIGHTS = "weights";
  private static final String BIASES = "biases";

  /** Probabilities below this one do not count as evidence against a digit; they are e^−12. */
  private static final double MIN_LOG_PROBABILITY = -12;

  /** Length of the last piece of ink that gives the direction, in larger sides of the box. */
  private static final double DIRECTION_LENGTH = 0.15;

  /** Avoids a division by 0 for a dot. */
  private static final double MIN_SIDE = 1e-6;

  private static final class Loaded {
    static final FinishedDigit INSTANCE = load();
  }

  /** For each input the weights of the ten digits. */
  private final double[] weights;

  private final double[] biases;

  /**
   * @param weights 20×10 values, those of an input side by side; copied
   * @param biases ten values; copied
   * @throws IllegalArgumentException if the lengths are others
   */
  public FinishedDigit(double[] weights, double[] biases) {
    if (weights.length != INPUTS * CLASSES || biases.length != CLASSES) {
      throw new IllegalArgumentException(
          "expected 200 weights and 10 biases, got " + weights.length + " and " + biases.length);
    }
    this.weights = weights.clone();
    this.biases = biases.clone();
  }

  /** The regression that was fitted with the bundled models. */
  public static FinishedDigit bundled() {
    return Loaded.INSTANCE;
  }

  /**
   * Estimates the probabilities of the finished digit.
   *
   * @param probabilities what a network says of the drawing, ten values
   * @param drawing what is drawn so far; at least one point
   * @return ten values that sum to 1
   */
  public float[] probabilities(float[] probabilities, Drawing drawing) {
    double[] inputs = inputs(probabilities, drawing);
    double[] logits = biases.clone();
    for (int input = 0; input < INPUTS; input++) {
      for (int digit = 0; digit < CLASSES; digit++) {
        logits[digit] += inputs[input] * weights[input * CLASSES + digit];
      }
    }
    double highest = Arrays.stream(logits).max().orElseThrow();
    double sum = 0;
    for (int digit = 0; digit < CLASSES; digit++) {
      logits[digit] = Math.exp(logits[digit] - highest);
      sum += logits[digit];
    }
    float[] estimate = new float[CLASSES];
    for (int digit = 0; digit < CLASSES; digit++) {
      estimate[digit] = (float) (logits[digit] / sum);
    }
    return estimate;
  }

  /** The inputs of the regression for a drawing and its probabilities: 20 values. */
  public static double[] inputs(float[] probabilities, Drawing drawing) {
    double[] inputs = new double[INPUTS];
    for (int digit = 0; digit < CLASSES; digit++) {
      inputs[digit] = Math.max(MIN_LOG_PROBABILITY, Math.log(probabilities[digit]));
    }
    writeShape(
        drawing.strokes().stream().filter(stroke -> !stroke.points().isEmpty()).toList(), inputs);
    return inputs;
  }

  private static void writeShape(List<Stroke> strokes, double[] inputs) {
    double length = 0;
    for (Stroke stroke : strokes) {
      InkPoint previous = null;
      for (InkPoint point : stroke.points()) {
        length += previous == null ? 0 : distance(previous, point);
        previous = point;
      }
    }
    StrokeBounds bounds = StrokeBounds.of(strokes);
    double side = Math.max(MIN_SIDE, bounds.side());
    InkPoint center = bounds.center();
    InkPoint first = strokes.get(0).points().get(0);
    List<InkPoint> lastStroke = strokes.get(strokes.size() - 1).points();
    InkPoint last = lastStroke.get(lastStroke.size() - 1);
    InkPoint before = before(lastStroke, last, DIRECTION_LENGTH * side);
    double step = Math.max(MIN_SIDE, distance(before, last));

    int at = CLASSES;
    inputs[at++] = strokes.size();
    inputs[at++] = bounds.width() / side;
    inputs[at++] = bounds.height() / side;
    inputs[at++] = length / side;
    inputs[at++] = (last.x() - center.x()) / side;
    inputs[at++] = (last.y() - center.y()) / side;
    inputs[at++] = (first.x() - center.x()) / side;
    inputs[at++] = (first.y() - center.y()) / side;
    inputs[at++] = (last.x() - before.x()) / step;
    inputs[at] = (last.y() - before.y()) / step;
  }

  /** The last point that is farther than a distance from the end; the first one if none is. */
  private static InkPoint before(List<InkPoint> points, InkPoint end, double distance) {
    for (int i = points.size() - 2; i >= 0; i--) {
      if (distance(points.get(i), end) > distance) {
        return points.get(i);
      }
    }
    return points.get(0);
  }

  private static double distance(InkPoint a, InkPoint b) {
    return Math.hypot(b.x() - a.x(), b.y() - a.y());
  }

  /** The content of the resource. */
  public String toJson() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(WEIGHTS, weights);
    fields.put(BIASES, biases);
    return Json.write(fields);
  }

  private static FinishedDigit load() {
    try (InputStream in = FinishedDigit.class.getResourceAsStream(RESOURCE)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      Map<?, ?> fields = (Map<?, ?>) Objects.requireNonNull(Json.parse(text));
      return new FinishedDigit(numbers(fields, WEIGHTS), numbers(fields, BIASES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double[] numbers(Map<?, ?> fields, String name) {
    List<?> values = (List<?>) Objects.requireNonNull(fields.get(name));
    return values.stream().mapToDouble(value -> ((Number) value).doubleValue()).toArray();
  }
}
