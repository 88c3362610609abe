package org.digitpad.ui.chart;

/** The values of a curve that a chart draws. */
public enum Metric {
  LOSS("Loss", Curve::loss),
  ACCURACY("Accuracy", Curve::accuracy);

  private final String title;
  private final Values values;

  Metric(String title, Values values) {
    this.title = title;
    this.values = values;
  }

  String title() {
    return title;
  }

  double[] of(Curve curve) {
    return values.of(curve);
  }

  @FunctionalInterface
  private interface Values {
    double[] of(Curve curve);
  }
}
