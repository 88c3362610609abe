package org.digitpad.bench;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;

/** What may be around a digit in a picture, with everything else as in {@link #PLAIN}. */
enum PictureKind {
  PLAIN("plain"),
  UNEVEN_LIGHT("uneven light"),
  HARD_SHADOW("shadow with a hard edge"),
  SOFT_SHADOW("soft shadow"),
  RULED("ruled"),
  RULED_WITH_MARGIN("ruled with margin"),
  SQUARED("squared"),
  FAINT_SQUARES("faint squares"),
  BLURRED("blurred"),
  SMALL("small in a large frame"),
  COLORED("coloured ink"),
  LIGHT_ON_DARK("light ink on dark"),
  BOX("box around"),
  DESK("paper on a desk"),
  GRAY_PAPER("grey paper on white"),
  EDGE("a line at the edge"),
  SPECKS("specks"),
  PENCIL("pencil"),
  CHALK("chalk"),
  MARKER("marker"),
  BALLPOINT("fine ballpoint"),
  TINY("tiny"),
  JPEG_10("JPEG, quality 10"),
  EXIF("rotated by Exif"),
  TRANSPARENT("transparent PNG");

  final String title;

  PictureKind(String title) {
    this.title = title;
  }

  /**
   * Draws a digit, or a row of digits, as a picture of this kind, in sizes and colors that the seed
   * decides.
   */
  BufferedImage render(Drawing drawing, long seed) {
    return render(drawing, seed, 240, 900);
  }

  /**
   * As the other method.
   *
   * @param minSide the least side of a square as large as the picture of a single digit
   * @param maxSide the largest one
   */
  BufferedImage render(Drawing drawing, long seed, double minSide, double maxSide) {
    Rectangle2D box = Rendering.path(drawing).getBounds2D();
    double digits = Math.min(8, box.getWidth() / Math.max(1, box.getHeight()));
    Random random = new Random(seed);
    double small = this == SMALL ? 2.2 : this == TINY ? 0.2 : 1;
    double side = small * minSide * Math.pow(maxSide / minSide, random.nextDouble());
    // rows are as much wider as they hold more digits
    return digits > 1.8
        ? new Rendering(this, random, 160 + 240 * random.nextDouble(), digits).render(drawing)
        : new Rendering(this, random, side, 1).render(drawing);
  }

  /** A picture in the making: reflectances from 0 to 1 of red, green and blue, times the light. */
  private static final class Rendering {
    private final PictureKind kind;
    private final Random random;
    private final int width;
    private final int height;
    private final double digits;
    private final float[][] channels;

    /**
     * @param side of a square as large as the picture of a single digit
     */
    Rendering(PictureKind kind, Random random, double side, double digits) {
      this.kind = kind;
      this.digits = digits;
      this.random = random;
      double aspect = between(0.75, 1.33);
      this.width = (int) (side * Math.sqrt(aspect) * digits);
      this.height = (int) (side / Math.sqrt(aspect));
      this.channels = new float[3][width * height];
    }

    private double between(double low, double high) {
      return low + (high - low) * random.nextDouble();
    }

    private float[] rgb(double low, double high) {
      float gray = (float) between(low, high);
      return new float[] {gray, gray, gray};
    }

    BufferedImage render(Drawing drawing) {
      float[] paper = rgb(0.85, 0.98);
      float[] ink = rgb(0.08, 0.3);
      double pen = between(0.05, 0.1);
      double size = Math.min(width, height) * between(0.4, 0.7);
      switch (kind) {
        case SMALL -> size = Math.max(width, height) * between(0.05, 0.12);
        case COLORED -> {
          float hue = random.nextFloat();
          ink = Color.getHSBColor(hue, (float) between(0.6, 1), (float) between(0.3, 0.8))
              .getRGBColorComponents(null);
          paper = Color.getHSBColor(random.nextFloat(), (float) between(0, 0.2), 0.97f)
              .getRGBColorComponents(null);
        }
        case LIGHT_ON_DARK -> {
          ink = rgb(0.75, 0.98);
          paper = rgb(0.08, 0.3);
        }
        case PENCIL -> {
          ink = rgb(0.45, 0.65);
          pen = between(0.025, 0.05);
        }
        case CHALK -> {
          ink = rgb(0.65, 0.9);
          paper = new float[] {0.12f, (float) between(0.15, 0.3), 0.18f};
          pen = between(0.06, 0.12);
        }
        case MARKER -> pen = between(0.12, 0.2);
        case BALLPOINT -> {
          pen = between(0.018, 0.03);
          ink = new float[] {0.15f, 0.2f, (float) between(0.3, 0.6)};
        }
        case GRAY_PAPER -> paper = rgb(0.62, 0.8);
        default -> {}
      }
      fill(paper);
      Path2D digit = path(drawing, size);
      Rectangle2D bounds = digit.getBounds2D();
      double spare = size * (kind == BOX || kind == DESK || kind == GRAY_PAPER ? 0.35 : 0.15);
      double x = place(width, bounds.getWidth(), spare);
      double y = place(height, bounds.getHeight(), spare);
      digit.transform(
          AffineTransform.getTranslateInstance(x - bounds.getX(), y - bounds.getY()));
      bounds = digit.getBounds2D();
      drawRuling();
      if (kind == BOX) {
        drawBox(bounds, size);
      }
      if (kind == SPECKS) {
        drawSpecks(size);
      }
      if (kind == EDGE) {
        drawEdge();
      }
      BasicStroke stroke =
          new BasicStroke(
              (float) (size * pen), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
      if (kind == TRANSPARENT) {
        return transparent(stroke.createStrokedShape(digit));
      }
      blend(mask(stroke.createStrokedShape(digit)), ink, kind == PENCIL ? 0.25 : kind == CHALK ? 0.5 : 0);
      if (kind == DESK || kind == GRAY_PAPER) {
        surround(bounds, size);
      }
      light();
      blur(kind == BLURRED ? size * between(0.012, 0.04) : between(0.3, 0.8));
      return noisy(between(0.004, 0.012));
    }

    private double place(double side, double length, double margin) {
      double room = side - length - 2 * margin;
      return room > 0 ? margin + room * random.nextDouble() : (side - length) / 2;
    }

    private static Path2D path(Drawing drawing) {
      Path2D path = new Path2D.Double();
      for (Stroke stroke : drawing.strokes()) {
        List<InkPoint> points = stroke.points();
        if (points.isEmpty()) {
          continue;
        }
        path.moveTo(points.get(0).x(), points.get(0).y());
        for (InkPoint point : points) {
          path.lineTo(point.x(), point.y());
        }
      }
      return path;
    }

    private Path2D path(Drawing drawing, double size) {
      Path2D path = path(drawing);
      Rectangle2D box = path.getBounds2D();
      double scale = size / Math.max(1, Math.max(box.getWidth() / digits, box.getHeight()));
      path.transform(AffineTransform.getScaleInstance(scale, scale));
      return path;
    }

    private void fill(float[] color) {
      for (int channel = 0; channel < 3; channel++) {
        Arrays.fill(channels[channel], color[channel]);
      }
    }

    /** Coverage of a shape, 0 to 1. */
    private float[] mask(Shape... shapes) {
      BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
      Graphics2D graphics = image.createGraphics();
      graphics.setRenderingHint(
          RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      graphics.setColor(Color.WHITE);
      for (Shape shape : shapes) {
        graphics.fill(shape);
      }
      graphics.dispose();
      float[] mask = new float[width * height];
      int[] levels = image.getRaster().getPixels(0, 0, width, height, (int[]) null);
      for (int i = 0; i < mask.length; i++) {
        mask[i] = levels[i] / 255f;
      }
      return mask;
    }

    private void blend(float[] mask, float[] color, double grain) {
      for (int i = 0; i < mask.length; i++) {
        if (mask[i] > 0) {
          float share = (float) (mask[i] * (1 - grain * random.nextDouble()));
          for (int channel = 0; channel < 3; channel++) {
            channels[channel][i] += share * (color[channel] - channels[channel][i]);
          }
        }
      }
    }

    private void drawRuling() {
      boolean squared = kind == SQUARED || kind == FAINT_SQUARES;
      if (!squared && kind != RULED && kind != RULED_WITH_MARGIN) {
        return;
      }
      double spacing = Math.min(width, height) * (squared ? between(0.05, 0.1) : between(0.1, 0.2));
      double thickness = Math.max(1, Math.min(width, height) * between(0.002, 0.006));
      float dark = (float) (kind == FAINT_SQUARES ? between(0.7, 0.85) : between(0.35, 0.75));
      float[] color =
          random.nextBoolean()
              ? new float[] {dark, dark, dark}
              : new float[] {dark, dark * 1.1f, Math.min(1, dark * 1.35f)};
      AffineTransform tilt =
          AffineTransform.getRotateInstance(
              Math.toRadians(between(-2, 2)), width / 2.0, height / 2.0);
      double reach = width + height;
      List<Shape> lines = new ArrayList<>();
      for (double at = -reach + spacing * random.nextDouble(); at < reach; at += spacing) {
        lines.add(line(new Line2D.Double(-reach, at, reach, at), thickness, tilt));
        if (squared) {
          lines.add(line(new Line2D.Double(at, -reach, at, reach), thickness, tilt));
        }
      }
      blend(mask(lines.toArray(Shape[]::new)), color, 0);
      if (kind == RULED_WITH_MARGIN) {
        double at = width * (random.nextBoolean() ? between(0.08, 0.2) : between(0.8, 0.92));
        Shape margin = line(new Line2D.Double(at, -reach, at, reach), thickness * 1.3, tilt);
        blend(mask(margin), new float[] {0.85f, 0.4f, 0.4f}, 0);
      }
    }

    private static Shape line(Line2D line, double thickness, AffineTransform tilt) {
      return tilt.createTransformedShape(
          new BasicStroke((float) thickness).createStrokedShape(line));
    }

    private void drawBox(Rectangle2D digit, double size) {
      double gap = size * between(0.12, 0.3);
      double half = Math.max(digit.getWidth(), digit.getHeight()) / 2 + gap;
      double halfWidth = random.nextBoolean() ? half : digit.getWidth() / 2 + gap;
      Rectangle2D box =
          new Rectangle2D.Double(
              digit.getCenterX() - halfWidth, digit.getCenterY() - half, 2 * halfWidth, 2 * half);
      Shape shape =
          new BasicStroke((float) (size * between(0.01, 0.06))).createStrokedShape(box);
      AffineTransform tilt =
          AffineTransform.getRotateInstance(
              Math.toRadians(between(-3, 3)), digit.getCenterX(), digit.getCenterY());
      blend(mask(tilt.createTransformedShape(shape)), rgb(0.05, 0.5), 0);
    }

    private void drawSpecks(double size) {
      int count = 10 + random.nextInt(50);
      Shape[] specks = new Shape[count];
      for (int i = 0; i < count; i++) {
        double side = Math.max(1.5, size * between(0.005, 0.035));
        specks[i] =
            new Ellipse2D.Double(
                random.nextDouble() * width, random.nextDouble() * height, side, side);
      }
      blend(mask(specks), rgb(0.1, 0.5), 0);
    }

    private void drawEdge() {
      double thickness = Math.min(width, height) * between(0.005, 0.03);
      Rectangle2D edge =
          switch (random.nextInt(4)) {
            case 0 -> new Rectangle2D.Double(0, 0, width, thickness);
            case 1 -> new Rectangle2D.Double(0, height - thickness, width, thickness);
            case 2 -> new Rectangle2D.Double(0, 0, thickness, height);
            default -> new Rectangle2D.Double(width - thickness, 0, thickness, height);
          };
      blend(mask(edge), rgb(0.05, 0.5), 0);
    }

    /** What is beyond the edges of the paper. */
    private void surround(Rectangle2D digit, double size) {
      double gap = size * 0.18;
      double left = Math.max(0, digit.getMinX() - gap) * between(0.2, 0.95);
      double top = Math.max(0, digit.getMinY() - gap) * between(0.2, 0.95);
      double right =
          width - Math.max(0, width - digit.getMaxX() - gap) * between(0.2, 0.95);
      double bottom =
          height - Math.max(0, height - digit.getMaxY() - gap) * between(0.2, 0.95);
      Rectangle2D paper = new Rectangle2D.Double(left, top, right - left, bottom - top);
      AffineTransform tilt =
          AffineTransform.getRotateInstance(
              Math.toRadians(between(-4, 4)), paper.getCenterX(), paper.getCenterY());
      float[] around = mask(tilt.createTransformedShape(paper));
      for (int i = 0; i < around.length; i++) {
        around[i] = 1 - around[i];
      }
      float brown = (float) between(0.1, 0.45);
      blend(
          around,
          kind == GRAY_PAPER ? rgb(0.95, 1) : new float[] {brown, brown * 0.8f, brown * 0.6f},
          kind == GRAY_PAPER ? 0 : 0.1);
    }

    private void light() {
      double angle = between(0, 2 * Math.PI);
      double acrossX = Math.cos(angle) / width;
      double acrossY = Math.sin(angle) / height;
      double offset = between(-0.2, 0.2);
      double dark =
          switch (kind) {
            case UNEVEN_LIGHT -> between(0.45, 0.7);
            case HARD_SHADOW, SOFT_SHADOW -> between(0.4, 0.7);
            default -> between(0.93, 1);
          };
      double softness =
          switch (kind) {
            case HARD_SHADOW -> between(0.0005, 0.004);
            case SOFT_SHADOW -> between(0.04, 0.15);
            default -> 0.4;
          };
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          double at = acrossX * (x - width / 2.0) + acrossY * (y - height / 2.0) - offset;
          double shade = 1 / (1 + Math.exp(-at / softness));
          for (float[] channel : channels) {
            channel[y * width + x] *= (float) (1 - (1 - dark) * shade);
          }
        }
      }
    }

    /** Three box filters, which are nearly a Gaussian filter. */
    private void blur(double sigma) {
      int radius = (int) Math.round((Math.sqrt(4 * sigma * sigma + 1) - 1) / 2);
      for (int round = 0; round < (radius > 0 ? 3 : 0); round++) {
        for (int channel = 0; channel < 3; channel++) {
          channels[channel] = blurredRows(channels[channel], width, height, radius);
          channels[channel] = blurredRows(channels[channel], height, width, radius);
        }
      }
    }

    /** Blurs rows, and returns the picture with rows and columns exchanged. */
    private static float[] blurredRows(float[] values, int width, int height, int radius) {
      float[] blurred = new float[values.length];
      for (int y = 0; y < height; y++) {
        double sum = 0;
        for (int x = -radius; x <= radius; x++) {
          sum += values[y * width + Math.max(0, Math.min(width - 1, x))];
        }
        for (int x = 0; x < width; x++) {
          blurred[x * height + y] = (float) (sum / (2 * radius + 1));
          sum += values[y * width + Math.min(width - 1, x + radius + 1)];
          sum -= values[y * width + Math.max(0, x - radius)];
        }
      }
      return blurred;
    }

    private BufferedImage noisy(double deviation) {
      BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
      int[] pixels = new int[width * height];
      for (int i = 0; i < pixels.length; i++) {
        double noise = deviation * random.nextGaussian();
        int rgb = 0;
        for (float[] channel : channels) {
          rgb = rgb << 8 | (int) Math.round(255 * Math.max(0, Math.min(1, channel[i] + noise)));
        }
        pixels[i] = rgb;
      }
      image.setRGB(0, 0, width, height, pixels, 0, width);
      return image;
    }

    private BufferedImage transparent(Shape digit) {
      BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
      Graphics2D graphics = image.createGraphics();
      graphics.setRenderingHint(
          RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      Color[] inks = {Color.BLACK, Color.WHITE, new Color(30, 60, 160), new Color(250, 250, 200)};
      graphics.setColor(inks[random.nextInt(inks.length)]);
      graphics.fill(digit);
      graphics.dispose();
      return image;
    }
  }
}
