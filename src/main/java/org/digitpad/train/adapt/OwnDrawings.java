package org.digitpad.train.adapt;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.digitpad.data.DigitImages;
import org.digitpad.data.augment.Augmentation;
import org.digitpad.data.augment.Augmenter;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.DirectionMaps;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.ink.StrokeRenderer;

/** A person's labeled drawings as samples, varied as the same person could have drawn them. */
final class OwnDrawings {
  /** Radians. */
  private static final double ROTATION = Math.toRadians(10);

  /** Relative change of the width to the height. */
  private static final double SCALE = 0.1;

  /** Slant, in x per y. */
  private static final double SHEAR = 0.15;

  private OwnDrawings() {}

  /**
   * The drawings as a network reads them.
   *
   * @param drawings all labeled
   * @param movement whether the network reads direction maps, or else images
   */
  static AdaptationSamples of(List<LabeledDrawing> drawings, boolean movement) {
    return movement ? new Movement(drawings) : images(drawings);
  }

  private static AdaptationSamples images(List<LabeledDrawing> drawings) {
    byte[] pixels = new byte[drawings.size() * DigitImage.PIXELS];
    for (int i = 0; i < drawings.size(); i++) {
      DigitImages.write(StrokeRenderer.render(drawings.get(i).drawing()).toArray(), pixels, i);
    }
    return new Images(
        drawings,
        new DigitImages(pixels),
        ThreadLocal.withInitial(Augmentation.HANDWRITING::newAugmenter));
  }

  private record Images(
      List<LabeledDrawing> drawings, DigitImages images, ThreadLocal<Augmenter> augmenters)
      implements AdaptationSamples {
    @Override
    public int size() {
      return drawings.size();
    }

    @Override
    public int label(int index) {
      return Objects.requireNonNull(drawings.get(index).label());
    }

    @Override
    public void copy(int index, long variation, float[] target, int at) {
      augmenters.get().apply(images, index, variation, target, at);
    }
  }

  private record Movement(List<LabeledDrawing> drawings) implements AdaptationSamples {
    @Override
    public int size() {
      return drawings.size();
    }

    @Override
    public int label(int index) {
      return Objects.requireNonNull(drawings.get(index).label());
    }

    @Override
    public void copy(int index, long variation, float[] target, int at) {
      SplittableRandom random =
          new SplittableRandom(new SplittableRandom(variation).nextLong() + index);
      DirectionMaps.write(vary(drawings.get(index).drawing(), random), target, at);
    }
  }

  /** Rotates, stretches and slants a drawing by random amounts. */
  private static Drawing vary(Drawing drawing, SplittableRandom random) {
    double angle = ROTATION * uniform(random);
    double stretch = 1 + SCALE * uniform(random);
    double shear = SHEAR * uniform(random);
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    List<Stroke> strokes = new ArrayList<>();
    for (Stroke stroke : drawing.strokes()) {
      List<InkPoint> points = new ArrayList<>();
      for (InkPoint point : stroke.points()) {
        double x = stretch * point.x() + shear * point.y();
        points.add(new InkPoint(cos * x - sin * point.y(), sin * x + cos * point.y()));
      }
      strokes.add(new Stroke(points, stroke.penWidth()));
    }
    return new Drawing(strokes);
  }

  /** From -1 to 1. */
  private static double uniform(SplittableRandom random) {
    return 2 * random.nextDouble() - 1;
  }
}
