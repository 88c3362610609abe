package org.digitpad.ui.chart;

import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;

/** One curve in a chart, and a dot where it ends. Colour and dashes come from the stylesheet. */
final class CurveLine extends Group {
  private final Polyline line = new Polyline();
  private final Circle end = new Circle(3);
  private String style = "";

  CurveLine() {
    setManaged(false);
    line.getStyleClass().add("curve");
    end.getStyleClass().add("curve-end");
    getChildren().addAll(line, end);
  }

  /**
   * Draws a curve.
   *
   * @param x places across
   * @param y places down, from the top
   */
  void show(String newStyle, double[] x, double[] y) {
    if (!newStyle.equals(style)) {
      getStyleClass().setAll(newStyle.split(" "));
      style = newStyle;
      // the styles of this frame were applied before its layout, which calls this
      applyCss();
    }
    Double[] points = new Double[2 * x.length];
    for (int i = 0; i < x.length; i++) {
      points[2 * i] = x[i];
      points[2 * i + 1] = y[i];
    }
    line.getPoints().setAll(points);
    end.setVisible(x.length > 0);
    if (x.length > 0) {
      end.setCenterX(x[x.length - 1]);
      end.setCenterY(y[y.length - 1]);
    }
  }
}
