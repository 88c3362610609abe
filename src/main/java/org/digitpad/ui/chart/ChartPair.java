package org.digitpad.ui.chart;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/** Loss and accuracy: side by side where there is room, else one below the other. */
public final class ChartPair extends Region {
  private static final double WIDE = 640;
  private static final double GAP = 24;
  private static final double LOWEST = 168;
  private static final double LOWEST_BESIDE = LOWEST + 32;

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
   * @param epochs length of the charts
   * @param logLoss whether the loss is drawn by its orders of magnitude
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
    double all = width < 0 ? getWidth() : width;
    return all >= WIDE ? LOWEST_BESIDE : 2 * LOWEST + 8;
  }

  @Override
  protected double computePrefHeight(double width) {
    return computeMinHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    if (width >= WIDE) {
      double each = Math.floor((width - GAP) / 2);
      loss.resizeRelocate(0, 0, each, height);
      accuracy.resizeRelocate(width - each, 0, each, height);
    } else {
      double each = Math.floor((height - 8) / 2);
      loss.resizeRelocate(0, 0, width, each);
      accuracy.resizeRelocate(0, height - each, width, each);
    }
  }
}
