package org.digitpad.ui.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** The grid lines behind the curves and the labels of both axes; rebuilt only on changes. */
final class ChartGrid extends Group {
  private static final double LABEL_GAP = 8;

  /** Distance from the plot to the middle of the labels of the epochs. */
  static final double EPOCH_LABELS_BELOW = 14;

  private static final int MAX_EPOCH_TICKS = 10;

  private final Path lines = new Path();
  private final Group labels = new Group();
  private List<Object> shown = List.of();

  ChartGrid() {
    setManaged(false);
    lines.getStyleClass().add("grid-lines");
    getChildren().addAll(lines, labels);
  }

  /**
   * Shows the grid of a plot.
   *
   * @param epochs length of the horizontal axis
   * @param left left edge of the plot; the labels of the value axis are left of it
   */
  void show(AxisScale scale, int epochs, double left, double top, double width, double height) {
    List<Object> wanted = List.of(scale, epochs, left, top, width, height);
    if (wanted.equals(shown)) {
      return;
    }
    shown = wanted;
    List<PathElement> path = new ArrayList<>();
    labels.getChildren().clear();
    for (double tick : scale.ticks()) {
      double y = Math.round(top + height * (1 - scale.position(tick))) + 0.5;
      path.add(new MoveTo(left, y));
      path.add(new LineTo(left + width, y));
      Text label = addLabel(scale.tickLabel(tick));
      label.setX(left - LABEL_GAP - label.getLayoutBounds().getWidth());
      label.setY(y);
    }
    int step = epochStep(epochs);
    for (int epoch = 0; epoch <= epochs; epoch += step) {
      Text label = addLabel(String.valueOf(epoch));
      double half = label.getLayoutBounds().getWidth() / 2;
      label.setX(left + width * epoch / epochs - half);
      label.setY(top + height + EPOCH_LABELS_BELOW);
    }
    lines.getElements().setAll(path);
  }

  private Text addLabel(String text) {
    Text label = new Text(text);
    label.getStyleClass().add("tick");
    label.setTextOrigin(VPos.CENTER);
    label.setTextAlignment(TextAlignment.RIGHT);
    labels.getChildren().add(label);
    label.applyCss();
    return label;
  }

  /** Returns 1, 2, 5, 10, 20, … epochs, the smallest that gives few enough ticks. */
  private static int epochStep(int epochs) {
    int decade = 1;
    while (true) {
      for (int digit : new int[] {1, 2, 5}) {
        if (epochs <= MAX_EPOCH_TICKS * digit * decade) {
          return digit * decade;
        }
      }
      decade *= 10;
    }
  }
}
