package org.digitpad.ui.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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

/**
 * A lean chart of curves over epochs, laid out at most once a frame. Pointing at it, or the arrow
 * keys, tell the values of an epoch.
 */
public final class CurveChart extends Region {
  private static final double LEFT = 48;
  private static final double TOP = 32;
  private static final double RIGHT = 8;
  private static final double BOTTOM = 24;
  private static final double CARD_GAP = 8;

  private final Metric measure;
  private final Label title;
  private final ChartGrid grid = new ChartGrid();
  private final Pane plot = new Pane();
  private final Line cursor = new Line();
  private final Label card = new Label();
  private List<Curve> curves = List.of();
  private AxisScale scale = AxisScale.accuracy(List.of());
  private boolean log;
  private int epochs = 1;
  private double at = -1;

  public CurveChart(Metric measure) {
    this.measure = measure;
    title = new Label(measure.title());
    getStyleClass().add("curve-chart");
    title.getStyleClass().add("chart-title");
    Rectangle edge = new Rectangle();
    // the dot at the end of a curve is whole
    edge.widthProperty().bind(plot.widthProperty().add(4));
    edge.heightProperty().bind(plot.heightProperty().add(8));
    edge.setY(-4);
    plot.setClip(edge);
    cursor.getStyleClass().add("cursor");
    cursor.setManaged(false);
    cursor.setVisible(false);
    card.getStyleClass().add("value-card");
    card.setVisible(false);
    card.setMouseTransparent(true);
    getChildren().addAll(title, grid, plot, cursor, card);
    setMinSize(200, 152);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setOnMouseMoved(this::point);
    setOnMouseExited(event -> moveTo(-1));
    setOnMousePressed(event -> requestFocus());
    addEventHandler(KeyEvent.KEY_PRESSED, this::step);
    focusedProperty()
        .addListener(
            (property, before, focused) -> {
              if (!focused) {
                moveTo(-1);
              }
            });
  }

  /** Shows curves over a number of epochs. */
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
    scale = measure == Metric.LOSS ? AxisScale.loss(curves, log) : AxisScale.accuracy(curves);
    title.autosize();
    title.relocate(0, 0);
    plot.resizeRelocate(LEFT, TOP, width, height);
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
              Arrays.stream(measure.of(curve))
                  .map(value -> height * (1 - scale.position(value)))
                  .toArray());
    }
    layoutCard(width, height);
  }

  /** Put into words only for those who listen. */
  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.TEXT
        ? measure.title() + ". " + values(epochs)
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  private void layoutCard(double width, double height) {
    boolean pointed = at >= 0;
    cursor.setVisible(pointed);
    card.setVisible(pointed);
    if (!pointed) {
      return;
    }
    double x = LEFT + width * at / epochs;
    cursor.setStartX(x);
    cursor.setEndX(x);
    cursor.setStartY(TOP);
    cursor.setEndY(TOP + height);
    card.setText(values(at));
    card.autosize();
    double right = x + CARD_GAP;
    boolean fits = right + card.getWidth() <= getWidth();
    card.relocate(
        Math.round(fits ? right : Math.max(0, x - CARD_GAP - card.getWidth())), TOP + CARD_GAP);
  }

  /** The values nearest to an epoch, a line a curve. */
  private String values(double epoch) {
    // in the order of the legend: those drawn in front come first
    List<Curve> frontFirst = new ArrayList<>(curves);
    Collections.reverse(frontFirst);
    String lines =
        frontFirst.stream()
            .filter(curve -> curve.size() > 0)
            .filter(curve -> Math.abs(curve.epochs()[nearest(curve, epoch)] - epoch) <= 0.5)
            .map(
                curve ->
                    scale.exact(measure.of(curve)[nearest(curve, epoch)]) + "  " + curve.name())
            .collect(Collectors.joining("\n"));
    return String.format(Locale.ROOT, "Epoch %.1f%n", epoch).strip() + "\n" + lines;
  }

  private static int nearest(Curve curve, double epoch) {
    int place = Arrays.binarySearch(curve.epochs(), epoch);
    if (place >= 0) {
      return place;
    }
    int after = Math.min(-place - 1, curve.size() - 1);
    int before = Math.max(0, after - 1);
    boolean nearer = epoch - curve.epochs()[before] < curve.epochs()[after] - epoch;
    return nearer ? before : after;
  }

  private void point(MouseEvent event) {
    double share = (event.getX() - LEFT) / Math.max(1, getWidth() - LEFT - RIGHT);
    moveTo(share < 0 || share > 1 ? -1 : share * epochs);
  }

  private void step(KeyEvent event) {
    if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
      double way = event.getCode() == KeyCode.LEFT ? -1 : 1;
      moveTo(Math.max(0, Math.min(epochs, Math.round(at < 0 ? epochs - way : at) + way)));
      event.consume();
    }
  }

  private void moveTo(double epoch) {
    at = epoch;
    requestLayout();
  }
}
