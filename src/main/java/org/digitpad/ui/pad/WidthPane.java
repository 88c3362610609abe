package org.digitpad.ui.pad;

import javafx.beans.property.DoubleProperty;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import org.digitpad.i18n.Messages;
import org.digitpad.ui.common.LazyTooltips;

/**
 * A slider for the width of the pen, or of the eraser while that is the tool, between dots of the
 * narrowest and the widest pen. It is at the right end, and hidden where there is no space.
 */
final class WidthPane extends Region {
  private static final double SLIDER_WIDTH = 144;
  private static final double MIN_SLIDER_WIDTH = 48;
  private static final double GAP = 8;

  private final Circle narrow = dot(PadViewModel.MIN_BRUSH);
  private final Circle wide = dot(PadViewModel.MAX_BRUSH);
  private final Slider slider = new Slider();
  private final PadViewModel model;

  WidthPane(PadViewModel model) {
    this.model = model;
    setMinWidth(0);
    slider.setId("brush");
    slider.setBlockIncrement(2);
    LazyTooltips.install(slider, Messages.get("ui.pad.brush.tip"));
    show();
    // no bidirectional binding: loading JavaFX's class Bindings would delay the start
    slider.valueProperty().addListener((property, before, now) -> width().set(slider.getValue()));
    model.toolProperty().addListener(change -> show());
    model.brushProperty().addListener(change -> show());
    model.eraserProperty().addListener(change -> show());
    getChildren().addAll(narrow, slider, wide);
  }

  private boolean isEraser() {
    return model.toolProperty().get() == Tool.ERASER;
  }

  private DoubleProperty width() {
    return isEraser() ? model.eraserProperty() : model.brushProperty();
  }

  private void show() {
    double width = width().get();
    double max = isEraser() ? PadViewModel.MAX_ERASER : PadViewModel.MAX_BRUSH;
    slider.setAccessibleText(Messages.get(isEraser() ? "ui.pad.eraser.width" : "ui.pad.brush"));
    slider.setMin(isEraser() ? PadViewModel.MIN_ERASER : PadViewModel.MIN_BRUSH);
    // first the smaller value, so that the slider does not change it
    if (max < slider.getValue()) {
      slider.setValue(width);
      slider.setMax(max);
    } else {
      slider.setMax(max);
      slider.setValue(width);
    }
  }

  private static Circle dot(double width) {
    Circle dot = new Circle(width / 4);
    dot.getStyleClass().add("brush-dot");
    return dot;
  }

  @Override
  protected double computePrefWidth(double height) {
    return dots() + SLIDER_WIDTH;
  }

  @Override
  protected double computePrefHeight(double width) {
    return slider.prefHeight(-1);
  }

  /** Width of the dots and of the gaps beside them. */
  private double dots() {
    return narrow.prefWidth(-1) + wide.prefWidth(-1) + 2 * GAP;
  }

  @Override
  protected void layoutChildren() {
    double length = Math.min(SLIDER_WIDTH, getWidth() - dots());
    for (Node child : getChildren()) {
      child.setVisible(length >= MIN_SLIDER_WIDTH);
    }
    double height = getHeight();
    double dot = wide.prefWidth(-1);
    double right = getWidth() - dot - GAP;
    layoutInArea(wide, getWidth() - dot, 0, dot, height, 0, HPos.CENTER, VPos.CENTER);
    layoutInArea(slider, right - length, 0, length, height, 0, HPos.CENTER, VPos.CENTER);
    double left = right - length - GAP - narrow.prefWidth(-1);
    layoutInArea(narrow, left, 0, narrow.prefWidth(-1), height, 0, HPos.CENTER, VPos.CENTER);
  }
}
