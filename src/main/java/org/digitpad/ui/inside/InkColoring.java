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
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.RenderingSteps;
import org.digitpad.ink.Stroke;
import org.digitpad.ui.pad.InkCurve;

/**
 * The ink of a drawing in a color for each row of its image: one path a row, along the curves that
 * the canvas shows. Points belong to the rows in which they are rendered.
 */
final class InkColoring extends Group {
  private static final int PIECES_PER_ROW = 2;
  private static final int MAX_PIECES = 100;

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
    for (Stroke stroke : rendering.drawing().strokes()) {
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
      Stroke stroke, RenderingSteps rendering, double scale, List<List<PathElement>> elements) {
    List<InkPoint> drawn = stroke.points();
    List<InkPoint> points = new ArrayList<>(drawn.subList(0, 1));
    InkCurve.draw(drawn, 0, drawn.size() - 1, (x, y) -> points.add(new InkPoint(x, y)));
    int previousRow = -1;
    for (int i = 1; i < points.size(); i++) {
      InkPoint from = points.get(i - 1);
      InkPoint to = points.get(i);
      double start = rendering.imageY(from.y());
      double end = rendering.imageY(to.y());
      // a line is cut about where it leaves a row
      int pieces = 1 + (int) Math.min(MAX_PIECES, Math.abs(end - start) * PIECES_PER_ROW);
      for (int piece = 1; piece <= pieces; piece++) {
        double before = (piece - 1.0) / pieces;
        double after = (double) piece / pieces;
        double middle = start + (end - start) * (before + after) / 2;
        int row = (int) Math.max(0, Math.min(DigitImage.SIDE - 1, Math.floor(middle)));
        List<PathElement> into = elements.get(row);
        if (row != previousRow) {
          into.add(
              new MoveTo(
                  (from.x() + before * (to.x() - from.x())) * scale,
                  (from.y() + before * (to.y() - from.y())) * scale));
          previousRow = row;
        }
        into.add(
            new LineTo(
                (from.x() + after * (to.x() - from.x())) * scale,
                (from.y() + after * (to.y() - from.y())) * scale));
      }
    }
  }
}
