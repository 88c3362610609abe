package org.digitpad.recognize;

import java.util.List;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.DirectionMaps;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.ink.StrokeRenderer;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.kernel.ArgMax;
import org.digitpad.nn.kernel.Classifier;
import org.digitpad.nn.kernel.LogitSum;
import org.digitpad.nn.model.Calibration;
import org.digitpad.nn.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes digits in drawings and images with one model, or with two: one reads the image of a
 * drawing, the other the movement of the pen. Pictures, which have no movement, are left to the
 * first. Not thread-safe.
 */
public final class Recognizer {
  /** Minimum probability of the label: below it, the other digits together are more likely. */
  public static final float MIN_CONFIDENCE = 0.5f;

  /**
   * Length of ink, in widths of its pen, up to which it is a dab: hardly longer than it is wide,
   * and scaled to the size of a digit, a dab is a 1.
   */
  private static final double DAB = 1.5;

  /** After this many predictions the compiled code hardly becomes faster. */
  private static final int WARM_UP_PREDICTIONS = 400;

  /** A delay that a person who is already drawing does not notice. */
  private static final long WARM_UP_NANOS = 120_000_000;

  /** Reads images; null if only the movement is read. */
  private final @Nullable Classifier images;

  /** Reads direction maps; null if only images are read. */
  private final @Nullable Classifier movement;

  private final Calibration ofImages;
  private final Calibration ofDrawings;

  /** Creates a recognizer with one model, which reads images or the movement of the pen. */
  public Recognizer(Model model) {
    boolean readsMovement = model.architecture().readsMovement();
    this.images = readsMovement ? null : classifier(model);
    this.movement = readsMovement ? classifier(model) : null;
    this.ofImages = model.calibration();
    this.ofDrawings = model.calibration();
  }

  /**
   * Creates a recognizer that adds the logits of two models.
   *
   * @param imageModel reads images
   * @param movementModel reads the movement of the pen, and knows how the sum is calibrated
   * @throws IllegalArgumentException if it does not
   */
  public Recognizer(Model imageModel, Model movementModel) {
    Calibration combination = movementModel.combination();
    if (combination == null) {
      throw new IllegalArgumentException(
          movementModel.architecture().name() + " cannot be combined with another model");
    }
    this.images = classifier(imageModel);
    this.movement = classifier(movementModel);
    this.ofImages = imageModel.calibration();
    this.ofDrawings = combination;
  }

  private static Classifier classifier(Model model) {
    return new Classifier(model.architecture(), model.parameters());
  }

  /** A drawing whose {@link Prediction#logSumExp} is lower shows no digit; may be -∞. */
  public double minLogSumExp() {
    return ofDrawings.minLogSumExp();
  }

  /**
   * Prepares for many drawings. Recognizes a sample repeatedly, for at most an eighth of a second,
   * so that the code is compiled before the first real drawing: cold, that takes fifty times as
   * long.
   *
   * @throws BadInputException if the model cannot compute probabilities
   */
  public void warmUp() {
    if (images != null) {
      images.optimizeForManyImages();
    }
    Drawing sample = SampleDrawing.three();
    long start = System.nanoTime();
    for (int i = 0; i < WARM_UP_PREDICTIONS && System.nanoTime() - start < WARM_UP_NANOS; i++) {
      recognize(sample);
    }
  }

  /**
   * Recognizes the content of the canvas as one digit.
   *
   * @throws BadInputException if there is a background and only movement is read
   */
  public Prediction recognize(CanvasContent content) {
    long start = System.nanoTime();
    DigitImage image = StrokeRenderer.render(content);
    if (content.hasBackground()) {
      return recognize(image, start);
    }
    Prediction prediction =
        movement == null
            ? recognize(image, start)
            : recognize(image, content.drawing(), movement, start);
    return isDab(content.drawing()) ? prediction.asRejected() : prediction;
  }

  /** Whether a drawing is a short dab, such as a dot or a comma. */
  private static boolean isDab(Drawing drawing) {
    double widths = 0;
    for (Stroke stroke : drawing.strokes()) {
      List<InkPoint> points = stroke.points();
      for (int i = 1; i < points.size() && widths <= DAB; i++) {
        InkPoint from = points.get(i - 1);
        InkPoint to = points.get(i);
        widths += Math.hypot(to.x() - from.x(), to.y() - from.y()) / stroke.penWidth();
      }
    }
    return widths <= DAB;
  }

  /** Recognizes strokes without a background. */
  public Prediction recognize(Drawing drawing) {
    return recognize(new CanvasContent(drawing));
  }

  /**
   * Recognizes an image that is already normalized as in MNIST.
   *
   * @throws BadInputException if only movement is read
   */
  public Prediction recognize(DigitImage image) {
    return recognize(image, System.nanoTime());
  }

  private Prediction recognize(DigitImage image, long start) {
    if (images == null) {
      throw new BadInputException(Messages.get("recognize.noMovement"));
    }
    float[] probabilities = images.classify(image.toArray());
    return prediction(image, probabilities, images.logSumExp(), ofImages, start);
  }

  private Prediction recognize(DigitImage image, Drawing drawing, Classifier pen, long start) {
    float[] maps = DirectionMaps.of(drawing);
    if (images == null) {
      float[] probabilities = pen.classify(maps);
      return prediction(image, probabilities, pen.logSumExp(), ofDrawings, start);
    }
    float[] values = LogitSum.of(images, image.toArray(), pen, maps);
    float logSumExp = LogitSum.divide(values, ofDrawings.temperature());
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.exp(values[i] - logSumExp);
    }
    return prediction(image, values, logSumExp, ofDrawings, start);
  }

  private static Prediction prediction(
      DigitImage image,
      float[] probabilities,
      float logSumExp,
      Calibration calibration,
      long start) {
    boolean rejected =
        image.isBlank()
            || logSumExp < calibration.minLogSumExp()
            // no digit is probable enough
            || probabilities[ArgMax.of(probabilities)] < MIN_CONFIDENCE;
    return new Prediction(image, probabilities, logSumExp, rejected, System.nanoTime() - start);
  }
}
