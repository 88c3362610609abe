package org.digitpad.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Columns beside each other; where they would become too narrow, some fold below the others. */
final class ModelColumnsPane extends Region {
  static final double NARROWEST = 168;
  static final double GAP = 12;
  static final double LOWEST = 312;

  private final CompareViewModel model;
  private final ObservableBooleanValue still;
  private final List<ModelColumnViewModel> shown = new ArrayList<>();

  ModelColumnsPane(CompareViewModel model, ObservableBooleanValue still) {
    this.model = model;
    this.still = still;
    model.columns().addListener((ListChangeListener<ModelColumnViewModel>) change -> show());
    show();
  }

  /** Columns that stay keep their views. */
  private void show() {
    if (!shown.isEmpty() && shown.equals(model.columns())) {
      return;
    }
    List<Node> views = new ArrayList<>();
    for (ModelColumnViewModel column : model.columns()) {
      views.add(
          viewOf(column)
              .orElseGet(() -> new ModelColumn(column, () -> model.remove(column), still)));
    }
    shown.clear();
    shown.addAll(model.columns());
    getChildren().setAll(views);
  }

  private Optional<Node> viewOf(ModelColumnViewModel column) {
    int place = shown.indexOf(column);
    return place < 0 ? Optional.empty() : Optional.of(getChildren().get(place));
  }

  private int beside(double width) {
    int fit = (int) ((width + GAP) / (NARROWEST + GAP));
    return Math.max(1, Math.min(shown.size(), fit));
  }

  private int rows(double width) {
    return (shown.size() + beside(width) - 1) / beside(width);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinHeight(double width) {
    int rows = Math.max(1, rows(width < 0 ? getWidth() : width));
    return rows * (LOWEST + GAP) - GAP;
  }

  @Override
  protected double computePrefHeight(double width) {
    return computeMinHeight(width);
  }

  @Override
  protected void layoutChildren() {
    int beside = beside(getWidth());
    int rows = Math.max(1, rows(getWidth()));
    double width = Math.floor((getWidth() - (beside - 1) * GAP) / beside);
    double height = Math.floor((getHeight() - (rows - 1) * GAP) / rows);
    List<Node> views = getChildren();
    for (int i = 0; i < views.size(); i++) {
      views
          .get(i)
          .resizeRelocate(
              i % beside * (width + GAP), (double) (i / beside) * (height + GAP), width, height);
    }
  }
}
