package org.digitpad.ui.chart;

import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;

/** A curve in a chart with a dot at its end. Color and dashes come from the stylesheet. */
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
   * Shows a curve.
   *
   * @param newStyle style classes, separated by spaces
   * @param x horizontal positions in pixels
   * @param y vertical positions in pixels from the top
   */
  void show(String newStyle, double[] x, double[] y) {
    if (!newStyle.equals(style)) {
      getStyleClass().setAll(newStyle.split(" "));
      style = newStyle;
      // this is called during layout, when the styles of this frame are already applied
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
