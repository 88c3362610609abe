package org.digitpad.ui.inside;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.RenderingSteps;

/**
 * The ink of a drawing in a color for each row of its image: one path a row, whose points come from
 * the path that was rendered, placed back on the drawing.
 */
final class InkColoring extends Group {
  /** A round cap needs a direction; nobody sees this length. */
  private static final double DOT = 0.01;

  private final List<Path> rows = new ArrayList<>();

  InkColoring() {
    setId("inside-ink");
    setManaged(false);
    setMouseTransparent(true);
    for (int row = 0; row < DigitImage.SIDE; row++) {
      Path path = new Path();
      path.setManaged(false);
      path.setStrokeLineCap(StrokeLineCap.ROUND);
      path.setStrokeLineJoin(StrokeLineJoin.ROUND);
      rows.add(path);
    }
    getChildren().addAll(rows);
  }

  /**
   * Shows a drawing.
   *
   * @param values a value from -1 to 1 for each row of the image
   * @param scale pixels per unit of the drawing
   */
  void show(RenderingSteps rendering, float[] values, double scale) {
    List<List<PathElement>> elements = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      elements.add(new ArrayList<>());
    }
    for (double[] stroke : rendering.path().strokes()) {
      add(stroke, rendering, scale, elements);
    }
    double width = Math.max(1, rendering.drawing().penWidth() * scale);
    for (int row = 0; row < rows.size(); row++) {
      Path path = rows.get(row);
      ObservableList<PathElement> shown = path.getElements();
      shown.setAll(elements.get(row));
      path.setVisible(!shown.isEmpty());
      if (!shown.isEmpty()) {
        path.setStrokeWidth(width);
        int color = HeatColors.ink(values[row]);
        path.setStroke(Color.rgb(color >> 16 & 0xff, color >> 8 & 0xff, color & 0xff));
      }
    }
  }

  private static void add(
      double[] stroke, RenderingSteps rendering, double scale, List<List<PathElement>> elements) {
    double middleX = DigitImage.SIDE / 2.0 + rendering.shift().x();
    double middleY = DigitImage.SIDE / 2.0 + rendering.shift().y();
    double x = stroke[0] + middleX;
    double y = stroke[1] + middleY;
    int previousRow = -1;
    for (int i = stroke.length > 2 ? 2 : 0; i < stroke.length; i += 2) {
      double toX = stroke[i] + middleX;
      double toY = stroke[i + 1] + middleY;
      // a line is cut where it leaves a row
      int pieces = 1 + (int) Math.abs(Math.floor(toY) - Math.floor(y));
      for (int piece = 1; piece <= pieces; piece++) {
        double nextX = x + (toX - x) * piece / pieces;
        double nextY = y + (toY - y) * piece / pieces;
        double startX = x + (toX - x) * (piece - 1) / pieces;
        double startY = y + (toY - y) * (piece - 1) / pieces;
        int row =
            Math.max(0, Math.min(DigitImage.SIDE - 1, (int) Math.floor((startY + nextY) / 2)));
        List<PathElement> into = elements.get(row);
        if (row != previousRow) {
          into.add(
              new MoveTo(
                  rendering.drawingX(startX) * scale, rendering.drawingY(startY) * scale));
          previousRow = row;
        }
        into.add(
            new LineTo(
                rendering.drawingX(nextX) * scale + (stroke.length == 2 ? DOT : 0),
                rendering.drawingY(nextY) * scale));
      }
      x = toX;
      y = toY;
    }
  }
}
