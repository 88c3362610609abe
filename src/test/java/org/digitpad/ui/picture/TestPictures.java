package org.digitpad.ui.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.recognize.image.ImageFiles;

/** Pictures of digits on white paper, as files. */
public final class TestPictures {
  private static final double PAD = 280;

  private TestPictures() {}

  /** A digit of 280 pixels a side in the middle of white paper. */
  public static BufferedImage digit(int digit, int width, int height) {
    BufferedImage paper = paper(width, height);
    draw(paper, digit, (width - PAD) / 2, (height - PAD) / 2);
    return paper;
  }

  public static BufferedImage paper(int width, int height) {
    BufferedImage paper = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = paper.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    return paper;
  }

  /** Draws a digit of 280 pixels a side. */
  public static void draw(BufferedImage paper, int digit, double left, double top) {
    Graphics2D graphics = paper.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(new Color(30, 30, 60));
    graphics.setStroke(new BasicStroke(18, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (Stroke stroke : MnistLikeDigits.drawing(digit).strokes()) {
      Path2D path = new Path2D.Double();
      InkPoint first = stroke.points().get(0);
      path.moveTo(left + first.x(), top + first.y());
      stroke.points().forEach(point -> path.lineTo(left + point.x(), top + point.y()));
      graphics.draw(path);
    }
    graphics.dispose();
  }

  /** Writes a picture in the format that the name of the file ends with. */
  public static Path write(BufferedImage picture, Path file) {
    String name = file.toString();
    return write(ImageFiles.encode(picture, name.substring(name.lastIndexOf('.') + 1)), file);
  }

  public static Path write(byte[] bytes, Path file) {
    try {
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
