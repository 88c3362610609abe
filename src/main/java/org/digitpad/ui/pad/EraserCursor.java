package org.digitpad.ui.pad;

import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TouchEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;

/** A circle at the pointer that shows the eraser in its size, while it is the tool or erases. */
final class EraserCursor extends Circle {
  private final Region canvas;
  private final PadViewModel model;

  EraserCursor(Region canvas, PadViewModel model) {
    this.canvas = canvas;
    this.model = model;
    setId("eraser-cursor");
    getStyleClass().add("eraser-cursor");
    setManaged(false);
    setMouseTransparent(true);
    canvas.addEventHandler(MouseEvent.ANY, event -> moveTo(event.getX(), event.getY()));
    canvas.addEventHandler(
        TouchEvent.ANY,
        event -> moveTo(event.getTouchPoint().getX(), event.getTouchPoint().getY()));
    canvas.hoverProperty().addListener(change -> update());
    canvas.widthProperty().addListener(change -> update());
    model.eraserProperty().addListener(change -> update());
    model.toolProperty().addListener(change -> update());
    model.erasingProperty().addListener(change -> update());
    update();
  }

  private void moveTo(double x, double y) {
    setCenterX(x);
    setCenterY(y);
    if (model.toolProperty().get() == Tool.SELECT && !model.erasingProperty().get()) {
      canvas.setCursor(
          model
                  .select()
                  .canMove(
                      x / canvas.getWidth() * PadViewModel.SIDE,
                      y / canvas.getHeight() * PadViewModel.SIDE)
              ? Cursor.MOVE
              : Cursor.DEFAULT);
    }
  }

  private void update() {
    boolean erasing = model.erasingProperty().get();
    Tool tool = model.toolProperty().get();
    setRadius(model.eraserProperty().get() / 2 / PadViewModel.SIDE * canvas.getWidth());
    setVisible(erasing || tool == Tool.ERASER && canvas.isHover());
    canvas.setCursor(
        switch (erasing ? Tool.ERASER : tool) {
          case PEN -> Cursor.CROSSHAIR;
          case ERASER -> Cursor.NONE;
          case SELECT -> Cursor.DEFAULT;
        });
  }
}
