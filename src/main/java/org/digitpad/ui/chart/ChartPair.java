package org.digitpad.ui.chart;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/** The charts of loss and accuracy, side by side or, where the pair is narrow, stacked. */
public final class ChartPair extends Region {
  private static final double MIN_WIDTH_SIDE_BY_SIDE = 640;
  private static final double HORIZONTAL_GAP = 24;
  private static final double VERTICAL_GAP = 8;
  private static final double MIN_HEIGHT_STACKED = 168;
  private static final double MIN_HEIGHT_SIDE_BY_SIDE = MIN_HEIGHT_STACKED + 32;

  private final CurveChart loss = new CurveChart(Metric.LOSS);
  private final CurveChart accuracy = new CurveChart(Metric.ACCURACY);

  public ChartPair() {
    loss.setId("loss-chart");
    accuracy.setId("accuracy-chart");
    getChildren().addAll(loss, accuracy);
  }

  /**
   * Shows curves.
   *
   * @param epochs length of the horizontal axes
   * @param logLoss whether the loss axis is logarithmic
   */
  public void show(List<Curve> curves, int epochs, boolean logLoss) {
    loss.show(curves, epochs, logLoss);
    accuracy.show(curves, epochs, false);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinHeight(double width) {
    double available = width < 0 ? getWidth() : width;
    return available >= MIN_WIDTH_SIDE_BY_SIDE
        ? MIN_HEIGHT_SIDE_BY_SIDE
        : 2 * MIN_HEIGHT_STACKED + VERTICAL_GAP;
  }

  @Override
  protected double computePrefHeight(double width) {
    return computeMinHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    if (width >= MIN_WIDTH_SIDE_BY_SIDE) {
      double each = Math.floor((width - HORIZONTAL_GAP) / 2);
      loss.resizeRelocate(0, 0, each, height);
      accuracy.resizeRelocate(width - each, 0, each, height);
    } else {
      double each = Math.floor((height - VERTICAL_GAP) / 2);
      loss.resizeRelocate(0, 0, width, each);
      accuracy.resizeRelocate(0, height - each, width, each);
    }
  }
}
