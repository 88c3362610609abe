package org.digitpad.ui.chart;

import java.util.function.Function;
import org.digitpad.i18n.Messages;

/** The metric of a curve that a chart shows. */
public enum Metric {
  LOSS("ui.chart.loss", Curve::loss),
  ACCURACY("ui.chart.accuracy", Curve::accuracy);

  private final String titleKey;
  private final Function<Curve, double[]> values;

  Metric(String titleKey, Function<Curve, double[]> values) {
    this.titleKey = titleKey;
    this.values = values;
  }

  String title() {
    return Messages.get(titleKey);
  }

  double[] of(Curve curve) {
    return values.apply(curve);
  }
}
