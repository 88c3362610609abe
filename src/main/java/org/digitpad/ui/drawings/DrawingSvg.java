package org.digitpad.ui.drawings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.strokes.StrokesFile;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.io.BadInputException;
import org.digitpad.ui.pad.InkCurve;

/**
 * Drawings as SVG files: each stroke is a path, the curve that the canvas shows, in canvas units.
 * The points themselves are in the metadata, as a line of a strokes file, so that DigitPad can open
 * the drawing again.
 */
final class DrawingSvg {
  private static final String METADATA = "<metadata id=\"digitpad-strokes\">";
  private static final String METADATA_END = "</metadata>";

  private static final String INK = "#1f1f1f";

  private DrawingSvg() {}

  static String write(CanvasContent content) throws IOException {
    int side = (int) CanvasContent.SIZE;
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%1$d" viewBox="0 0 %1$d %1$d">
        """
            .formatted(side));
    byte[] strokes = StrokesFile.toLine(new LabeledDrawing(null, null, content.drawing()));
    svg.append(METADATA)
        .append(new String(strokes, StandardCharsets.UTF_8))
        .append(METADATA_END)
        .append('\n');
    svg.append("<rect width=\"%1$d\" height=\"%1$d\" fill=\"#fff\"/>\n".formatted(side));
    appendBackground(content, svg);
    svg.append(
        "<g fill=\"none\" stroke=\"%s\" stroke-linecap=\"round\" stroke-linejoin=\"round\">\n"
            .formatted(INK));
    for (Stroke stroke : content.drawing().strokes()) {
      appendStroke(stroke, svg);
    }
    svg.append("</g>\n</svg>\n");
    return svg.toString();
  }

  private static void appendBackground(CanvasContent content, StringBuilder svg) {
    double size = CanvasContent.SIZE / DigitImage.SIDE;
    for (int row = 0; row < DigitImage.SIDE; row++) {
      for (int column = 0; column < DigitImage.SIDE; column++) {
        float ink = content.background().at(row, column);
        if (ink > 0) {
          svg.append(
              "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\" fill-opacity=\"%s\"/>\n"
                  .formatted(
                      number(column * size),
                      number(row * size),
                      number(size),
                      number(size),
                      INK,
                      number(ink)));
        }
      }
    }
  }

  private static void appendStroke(Stroke stroke, StringBuilder svg) {
    List<InkPoint> points = stroke.points();
    if (points.isEmpty()) {
      return;
    }
    svg.append("<path stroke-width=\"").append(number(stroke.penWidth())).append("\" d=\"M");
    append(points.get(0).x(), points.get(0).y(), svg);
    InkCurve.draw(points, 0, points.size() - 1, (x, y) -> append(x, y, svg.append('L')));
    svg.append("\"/>\n");
  }

  private static void append(double x, double y, StringBuilder svg) {
    svg.append(number(x)).append(' ').append(number(y));
  }

  /** A hundredth of a canvas unit is far below what a printer resolves. */
  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.replaceFirst("\\.?0+$", "");
  }

  /**
   * Returns the drawing of a file that {@link #write} has written.
   *
   * @param file its name in error messages
   * @throws BadInputException if another program has written it
   */
  static Drawing parse(String svg, Path file) {
    int start = svg.indexOf(METADATA);
    int end = svg.indexOf(METADATA_END, Math.max(0, start));
    if (start < 0 || end < 0) {
      throw new BadInputException(Messages.get("ui.drawings.foreignSvg", file));
    }
    String line = svg.substring(start + METADATA.length(), end);
    return StrokesFile.parse(line.getBytes(StandardCharsets.UTF_8), file).get(0).drawing();
  }
}
