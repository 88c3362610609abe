package org.digitpad.ui.answer;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Shape;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.ink.StrokeBounds;
import org.digitpad.ui.common.LazyTooltips;

/**
 * What a network sees that reads the movement of the pen: the way of the pen without its width, the
 * points where it touches the paper, and the straight ways between strokes.
 */
public final class MovementView extends Region {
  /** Space around the movement, as a share of the side. */
  private static final double MARGIN = 0.14;

  private static final double START_RADIUS = 4;

  private Drawing drawing = Drawing.BLANK;
  private double side = NetworkInputView.side(4);

  public MovementView() {
    setId("movement");
    getStyleClass().add("movement");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    LazyTooltips.install(this, Messages.get("ui.answer.movement.tip"));
    name();
  }

  /** Sets the width and height, including the frame, in pixels. */
  public void setSide(double next) {
    side = next;
    requestLayout();
    draw();
  }

  /** Shows the movement of a drawing; nothing for a blank one. */
  public void show(Drawing next) {
    if (next != drawing) {
      drawing = next;
      name();
      draw();
    }
  }

  private void name() {
    setAccessibleText(Messages.plural("ui.answer.movement", drawing.strokes().size()));
  }

  private void draw() {
    getChildren().clear();
    if (drawing.isBlank()) {
      return;
    }
    StrokeBounds bounds = StrokeBounds.of(drawing.strokes());
    InkPoint center = bounds.center();
    double scale = bounds.side() > 0 ? (1 - 2 * MARGIN) * side / bounds.side() : 1;
    InkPoint before = null;
    for (Stroke stroke : drawing.strokes()) {
      List<InkPoint> points =
          stroke.points().stream()
              .map(
                  point ->
                      new InkPoint(
                          side / 2 + scale * (point.x() - center.x()),
                          side / 2 + scale * (point.y() - center.y())))
              .toList();
      if (points.isEmpty()) {
        continue;
      }
      InkPoint start = points.get(0);
      if (before != null) {
        Line lift = new Line(before.x(), before.y(), start.x(), start.y());
        lift.getStyleClass().add("movement-lift");
        add(lift);
      }
      Polyline way = new Polyline();
      way.getStyleClass().add("movement-stroke");
      points.forEach(point -> way.getPoints().addAll(point.x(), point.y()));
      add(way);
      Circle touch = new Circle(start.x(), start.y(), START_RADIUS);
      touch.getStyleClass().add("movement-start");
      add(touch);
      before = points.get(points.size() - 1);
    }
  }

  private void add(Shape shape) {
    shape.setManaged(false);
    shape.setMouseTransparent(true);
    getChildren().add(shape);
  }

  @Override
  protected double computePrefWidth(double height) {
    return side;
  }

  @Override
  protected double computePrefHeight(double width) {
    return side;
  }
}
