package org.digitpad.ink;

/**
 * Draws pen strokes as MNIST's images were made (LeCun, Bottou, Bengio, Haffner 1998,
 * "Gradient-based learning applied to document recognition", section III-A): the ink fitted into
 * 20×20 pixels with its aspect kept, antialiased, its centre of mass in the centre of 28×28.
 *
 * <p>The path is scaled, never its picture, and the pen has the same width in every image. So the
 * result does not depend on where, how large or with which brush a digit was drawn, nor on how
 * densely the pen was sampled. For the same reason the centre of mass moves by fractions of a
 * pixel: rounded to whole pixels, as MNIST's was, a hair's breadth could move the digit by one.
 */
public final class StrokeRenderer {
  private static final double MIDDLE = (DigitImage.SIDE - 1) / 2.0;

  private StrokeRenderer() {}

  /**
   * Renders a drawing, safe for use by any thread.
   *
   * <p>Where the centre of mass lies so far off that centring it would cut ink off at the image's
   * edge, it is centred only as far as all ink stays inside.
   *
   * @return the image: blank for a drawing without points, one round dot in the centre for a
   *     drawing that measures at most a quarter of its pen's width
   */
  public static DigitImage render(Drawing drawing) {
    return render(drawing, PenRasterizer.PEN_WIDTH);
  }

  /**
   * Renders a drawing as {@link #render(Drawing)} does, but with a pen of another width, for
   * training images as various as MNIST's.
   *
   * @param penWidth diameter of the pen in pixels of the image, less than 20
   */
  public static DigitImage render(Drawing drawing, double penWidth) {
    if (drawing.isBlank()) {
      return DigitImage.BLANK;
    }
    FittedPath path = FittedPath.of(drawing, penWidth);
    CenterOfMass mass = CenterOfMass.of(path.draw(MIDDLE, MIDDLE));
    return new DigitImage(
        path.draw(
            middleThatCentres(mass.x(), path.halfWidth(), penWidth),
            middleThatCentres(mass.y(), path.halfHeight(), penWidth)));
  }

  /**
   * Renders what lies on the paper. Strokes on plain paper become an image as {@link
   * #render(Drawing)} makes it. An image stays where it is, pixel for pixel, and strokes are added
   * in place, each pixel taking the darker of both: fitted anew, the image would no longer be the
   * one that people chose.
   */
  public static DigitImage render(CanvasContent subject) {
    if (subject.isPlain()) {
      return render(subject.drawing());
    }
    PenRasterizer raster = new PenRasterizer(PenRasterizer.PEN_WIDTH);
    for (Stroke stroke : subject.drawing().strokes()) {
      for (int i = 0; i < stroke.points().size(); i++) {
        InkPoint from = stroke.points().get(Math.max(0, i - 1));
        InkPoint to = stroke.points().get(i);
        raster.line(inPixels(from.x()), inPixels(from.y()), inPixels(to.x()), inPixels(to.y()));
      }
    }
    float[] ink = raster.ink();
    float[] ground = subject.ground().toArray();
    for (int pixel = 0; pixel < ink.length; pixel++) {
      ink[pixel] = Math.max(ink[pixel], ground[pixel]);
    }
    return new DigitImage(ink);
  }

  /** The raster counts from the middle of the first pixel, and paper from its edge. */
  private static double inPixels(double units) {
    return units / CanvasContent.UNITS_A_PIXEL - 0.5;
  }

  /**
   * Returns where the middle of the path's box belongs along one axis.
   *
   * @param mass the ink's centre of mass while that middle is the image's
   * @param half from the middle to the path's farthest point
   */
  private static double middleThatCentres(double mass, double half, double penWidth) {
    double room = DigitImage.SIDE / 2.0 - penWidth / 2 - half;
    return MIDDLE + Math.max(-room, Math.min(room, CenterOfMass.TARGET - mass));
  }
}
