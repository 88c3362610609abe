package org.digitpad.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** The columns side by side; where they would become too narrow, in several rows. */
final class ModelColumnsPane extends Region {
  static final double MIN_COLUMN_WIDTH = 168;
  static final double MIN_COLUMN_HEIGHT = 328;
  static final double GAP = 12;

  private final CompareViewModel model;
  private final ObservableBooleanValue reducedMotion;
  private final List<ModelColumnViewModel> shown = new ArrayList<>();

  ModelColumnsPane(CompareViewModel model, ObservableBooleanValue reducedMotion) {
    this.model = model;
    this.reducedMotion = reducedMotion;
    model.columns().addListener((ListChangeListener<ModelColumnViewModel>) change -> update());
    update();
  }

  /** Reuses the views of the columns that stay. */
  private void update() {
    if (!shown.isEmpty() && shown.equals(model.columns())) {
      return;
    }
    List<Node> views = new ArrayList<>();
    for (ModelColumnViewModel column : model.columns()) {
      views.add(
          existingView(column)
              .orElseGet(() -> new ModelColumn(column, () -> model.remove(column), reducedMotion)));
    }
    shown.clear();
    shown.addAll(model.columns());
    getChildren().setAll(views);
  }

  private Optional<Node> existingView(ModelColumnViewModel column) {
    int index = shown.indexOf(column);
    return index < 0 ? Optional.empty() : Optional.of(getChildren().get(index));
  }

  private int columnsPerRow(double width) {
    int fit = (int) ((width + GAP) / (MIN_COLUMN_WIDTH + GAP));
    return Math.max(1, Math.min(shown.size(), fit));
  }

  private int rows(double width) {
    int perRow = columnsPerRow(width);
    return Math.max(1, (shown.size() + perRow - 1) / perRow);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinHeight(double width) {
    return rows(width < 0 ? getWidth() : width) * (MIN_COLUMN_HEIGHT + GAP) - GAP;
  }

  @Override
  protected double computePrefHeight(double width) {
    return computeMinHeight(width);
  }

  @Override
  protected void layoutChildren() {
    int perRow = columnsPerRow(getWidth());
    int rows = rows(getWidth());
    double width = Math.floor((getWidth() - (perRow - 1) * GAP) / perRow);
    double height = Math.floor((getHeight() - (rows - 1) * GAP) / rows);
    List<Node> views = getChildren();
    for (int i = 0; i < views.size(); i++) {
      double x = i % perRow * (width + GAP);
      double y = (double) (i / perRow) * (height + GAP);
      views.get(i).resizeRelocate(x, y, width, height);
    }
  }
}
