package org.digitpad.ink;

/**
 * Renders pen strokes as 28×28 images in the format of MNIST (LeCun, Bottou, Bengio, Haffner 1998,
 * "Gradient-based learning applied to document recognition", section III-A): the ink is fitted into
 * 20×20 pixels with its aspect ratio kept, antialiased, and its center of mass is placed at the
 * center of the image.
 *
 * <p>The path is scaled, not its image, and the pen has the same width in every image. The result
 * therefore does not depend on where, how large or with which pen a digit was drawn, nor on how
 * densely the pen was sampled: where a fast pen leaves its points far apart, the path between them
 * is a smooth curve ({@link PenCurve}). For the same reason the center of mass is moved by
 * fractions of a pixel: if it were rounded to whole pixels, as in MNIST, a tiny change of the
 * drawing could move the digit by a pixel.
 */
public final class StrokeRenderer {
  private StrokeRenderer() {}

  /**
   * Renders a drawing. Safe for use by multiple threads.
   *
   * <p>If the center of mass is so far off that centering it would move ink beyond the edge of the
   * image, it is centered only as far as all ink stays inside.
   *
   * @return the image: blank for a drawing without points, and a round dot in the center for a
   *     drawing whose size is at most a quarter of its pen width
   */
  public static DigitImage render(Drawing drawing) {
    return render(drawing, PenRasterizer.PEN_WIDTH);
  }

  /**
   * Renders a drawing as {@link #render(Drawing)} does, but with a pen of another width, for
   * training images with as many stroke widths as MNIST's.
   *
   * @param penWidth diameter of the pen in pixels of the image, less than 20
   */
  public static DigitImage render(Drawing drawing, double penWidth) {
    float[] pixels = new float[DigitImage.PIXELS];
    new PixelRenderer().render(drawing, penWidth, pixels);
    return new DigitImage(pixels);
  }

  /**
   * Renders a drawing as {@link #render(Drawing)} does, and tells the steps to the image.
   *
   * @throws IllegalArgumentException if the drawing is blank
   */
  public static RenderingSteps renderInSteps(Drawing drawing) {
    if (drawing.isBlank()) {
      throw new IllegalArgumentException("a blank drawing is not rendered in steps");
    }
    return new PixelRenderer().renderInSteps(drawing, PenRasterizer.PEN_WIDTH);
  }

  /**
   * Renders the content of the canvas. Strokes without a background image are rendered as by {@link
   * #render(Drawing)}. A background image is kept pixel for pixel, and the strokes are added where
   * they were drawn, each pixel taking the darker of both: if the result were fitted again, the
   * image would no longer be the one that the user chose.
   */
  public static DigitImage render(CanvasContent content) {
    if (!content.hasBackground()) {
      return render(content.drawing());
    }
    PenRasterizer rasterizer = new PenRasterizer(PenRasterizer.PEN_WIDTH);
    for (Stroke stroke : content.drawing().strokes()) {
      for (int i = 0; i < stroke.points().size(); i++) {
        InkPoint from = stroke.points().get(Math.max(0, i - 1));
        InkPoint to = stroke.points().get(i);
        rasterizer.drawLine(
            toPixels(from.x()), toPixels(from.y()), toPixels(to.x()), toPixels(to.y()));
      }
    }
    float[] pixels = new float[DigitImage.PIXELS];
    rasterizer.copyPixels(pixels);
    float[] background = content.background().toArray();
    for (int pixel = 0; pixel < pixels.length; pixel++) {
      pixels[pixel] = Math.max(pixels[pixel], background[pixel]);
    }
    return new DigitImage(pixels);
  }

  /** The rasterizer counts from the center of the first pixel, the canvas from its edge. */
  private static double toPixels(double units) {
    return units / CanvasContent.UNITS_PER_PIXEL - 0.5;
  }
}
