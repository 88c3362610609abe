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

/** Lines and numbers behind the curves; drawn anew only when they change. */
final class ChartGrid extends Group {
  private static final double TICK_GAP = 8;
  private static final int MOST_EPOCH_TICKS = 10;

  private final Path lines = new Path();
  private final Group numbers = new Group();
  private List<Object> shown = List.of();

  ChartGrid() {
    setManaged(false);
    lines.getStyleClass().add("grid-lines");
    getChildren().addAll(lines, numbers);
  }

  void show(AxisScale scale, int epochs, double left, double top, double width, double height) {
    List<Object> wanted = List.of(scale, epochs, left, top, width, height);
    if (wanted.equals(shown)) {
      return;
    }
    shown = wanted;
    List<PathElement> path = new ArrayList<>();
    numbers.getChildren().clear();
    for (double tick : scale.ticks()) {
      double y = Math.round(top + height * (1 - scale.position(tick))) + 0.5;
      path.add(new MoveTo(left, y));
      path.add(new LineTo(left + width, y));
      Text number = number(scale.tick(tick));
      number.setX(left - TICK_GAP - number.getLayoutBounds().getWidth());
      number.setY(y);
    }
    int step = step(epochs);
    for (int epoch = 0; epoch <= epochs; epoch += step) {
      Text number = number(String.valueOf(epoch));
      double half = number.getLayoutBounds().getWidth() / 2;
      number.setX(left + width * epoch / epochs - half);
      number.setY(top + height + 14);
    }
    lines.getElements().setAll(path);
  }

  private Text number(String text) {
    Text number = new Text(text);
    number.getStyleClass().add("tick");
    number.setTextOrigin(VPos.CENTER);
    number.setTextAlignment(TextAlignment.RIGHT);
    numbers.getChildren().add(number);
    number.applyCss();
    return number;
  }

  /** 1, 2, 5, 10, 20, … epochs. */
  private static int step(int epochs) {
    int decade = 1;
    while (true) {
      for (int digit : new int[] {1, 2, 5}) {
        if (epochs <= MOST_EPOCH_TICKS * digit * decade) {
          return digit * decade;
        }
      }
      decade *= 10;
    }
  }
}
