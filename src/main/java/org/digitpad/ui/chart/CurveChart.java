package org.digitpad.ui.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.Numbers;

/**
 * A line chart of one metric over epochs, laid out at most once a frame. The mouse or the arrow
 * keys move a cursor, beside which the values at its epoch are shown.
 */
public final class CurveChart extends Region {
  private static final double LEFT = 48;
  private static final double TOP = 32;
  private static final double RIGHT = 8;
  private static final double BOTTOM = 24;
  private static final double CARD_GAP = 8;

  /** Position of the cursor while it is hidden. */
  private static final double NO_CURSOR = -1;

  private final Metric metric;
  private final Label title;
  private final Text epochAxis = new Text(Messages.get("ui.chart.epochAxis"));
  private final ChartGrid grid = new ChartGrid();
  private final Pane plot = new Pane();
  private final Line cursor = new Line();
  private final Label valueCard = new Label();
  private List<Curve> curves = List.of();
  private AxisScale scale = AxisScale.accuracy(List.of());
  private boolean log;
  private int epochs = 1;
  private double cursorEpoch = NO_CURSOR;

  public CurveChart(Metric metric) {
    this.metric = metric;
    title = new Label(metric.title());
    getStyleClass().add("curve-chart");
    title.getStyleClass().add("chart-title");
    epochAxis.getStyleClass().add("tick");
    epochAxis.setTextOrigin(VPos.CENTER);
    epochAxis.setManaged(false);
    Rectangle clip = new Rectangle();
    // a little larger than the plot, so that the dot at the end of a curve is not cut off
    clip.widthProperty().bind(plot.widthProperty().add(4));
    clip.heightProperty().bind(plot.heightProperty().add(8));
    clip.setY(-4);
    plot.setClip(clip);
    cursor.getStyleClass().add("cursor");
    cursor.setManaged(false);
    cursor.setVisible(false);
    valueCard.getStyleClass().add("value-card");
    valueCard.setVisible(false);
    valueCard.setMouseTransparent(true);
    getChildren().addAll(title, grid, epochAxis, plot, cursor, valueCard);
    setMinSize(200, 152);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setOnMouseMoved(this::moveCursorToMouse);
    setOnMouseExited(event -> moveCursor(NO_CURSOR));
    setOnMousePressed(event -> requestFocus());
    addEventHandler(KeyEvent.KEY_PRESSED, this::stepCursor);
    focusedProperty()
        .addListener(
            (property, before, focused) -> {
              if (!focused) {
                moveCursor(NO_CURSOR);
              }
            });
  }

  /**
   * Shows curves.
   *
   * @param length length of the horizontal axis in epochs
   * @param logarithmic whether the value axis is logarithmic; for the loss only
   */
  public void show(List<Curve> shown, int length, boolean logarithmic) {
    curves = shown;
    epochs = length;
    log = logarithmic;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double width = Math.max(1, getWidth() - LEFT - RIGHT);
    double height = Math.max(1, getHeight() - TOP - BOTTOM);
    scale = metric == Metric.LOSS ? AxisScale.loss(curves, log) : AxisScale.accuracy(curves);
    title.autosize();
    title.relocate(0, 0);
    plot.resizeRelocate(LEFT, TOP, width, height);
    epochAxis.setY(TOP + height + ChartGrid.EPOCH_LABELS_BELOW);
    grid.show(scale, epochs, LEFT, TOP, width, height);
    var lines = plot.getChildren();
    while (lines.size() < curves.size()) {
      lines.add(new CurveLine());
    }
    lines.subList(curves.size(), lines.size()).clear();
    for (int i = 0; i < curves.size(); i++) {
      Curve curve = curves.get(i);
      ((CurveLine) lines.get(i))
          .show(
              curve.style(),
              Arrays.stream(curve.epochs()).map(epoch -> width * epoch / epochs).toArray(),
              Arrays.stream(metric.of(curve))
                  .map(value -> height * (1 - scale.position(value)))
                  .toArray());
    }
    layoutCursor(width, height);
  }

  /** Builds the text on request only, as most people use no screen reader. */
  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.TEXT
        ? Messages.get("ui.chart.accessible", metric.title(), Messages.part(values(epochs)))
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  private void layoutCursor(double width, double height) {
    boolean visible = cursorEpoch >= 0;
    cursor.setVisible(visible);
    valueCard.setVisible(visible);
    if (!visible) {
      return;
    }
    double x = LEFT + width * cursorEpoch / epochs;
    cursor.setStartX(x);
    cursor.setEndX(x);
    cursor.setStartY(TOP);
    cursor.setEndY(TOP + height);
    valueCard.setText(values(cursorEpoch));
    valueCard.autosize();
    double right = x + CARD_GAP;
    boolean fits = right + valueCard.getWidth() <= getWidth();
    valueCard.relocate(
        Math.round(fits ? right : Math.max(0, x - CARD_GAP - valueCard.getWidth())),
        TOP + CARD_GAP);
  }

  /** Returns the values nearest to an epoch, a line per curve. */
  private String values(double epoch) {
    // in the order of the legend: the curves in front, which are last in the list, come first
    List<Curve> frontFirst = new ArrayList<>(curves);
    Collections.reverse(frontFirst);
    String lines =
        frontFirst.stream()
            .filter(curve -> curve.size() > 0)
            .filter(curve -> Math.abs(curve.epochs()[nearest(curve, epoch)] - epoch) <= 0.5)
            .map(
                curve ->
                    Messages.get(
                        "ui.chart.value",
                        scale.valueLabel(metric.of(curve)[nearest(curve, epoch)]),
                        curve.name()))
            .reduce(
                (before, next) ->
                    Messages.get("ui.chart.lines", Messages.part(before), Messages.part(next)))
            .orElse("");
    return Messages.get("ui.chart.epochValues", Numbers.decimal(epoch, 1), Messages.part(lines));
  }

  /** Returns the index of the point that is nearest to an epoch. */
  private static int nearest(Curve curve, double epoch) {
    int index = Arrays.binarySearch(curve.epochs(), epoch);
    if (index >= 0) {
      return index;
    }
    int after = Math.min(-index - 1, curve.size() - 1);
    int before = Math.max(0, after - 1);
    boolean nearer = epoch - curve.epochs()[before] < curve.epochs()[after] - epoch;
    return nearer ? before : after;
  }

  private void moveCursorToMouse(MouseEvent event) {
    double share = (event.getX() - LEFT) / Math.max(1, getWidth() - LEFT - RIGHT);
    moveCursor(share < 0 || share > 1 ? NO_CURSOR : share * epochs);
  }

  private void stepCursor(KeyEvent event) {
    if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
      double step = event.getCode() == KeyCode.LEFT ? -1 : 1;
      double from = Math.round(cursorEpoch < 0 ? epochs - step : cursorEpoch);
      moveCursor(Math.max(0, Math.min(epochs, from + step)));
      event.consume();
    }
  }

  private void moveCursor(double epoch) {
    cursorEpoch = epoch;
    requestLayout();
  }
}
