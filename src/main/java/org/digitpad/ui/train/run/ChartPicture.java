package org.digitpad.ui.train.run;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.digitpad.ui.chart.ChartPair;
import org.digitpad.ui.chart.Curve;

/** The charts as a picture to save: a title, the legend and both charts, without controls. */
final class ChartPicture extends VBox {
  private static final double WIDTH = 1120;
  private static final double HEIGHT = 480;
  private static final double MARGIN = 24;

  /**
   * @param title says what is drawn
   * @param epochs length of the horizontal axes
   * @param logLoss whether the loss axis is logarithmic
   */
  ChartPicture(String title, List<Curve> curves, int epochs, boolean logLoss) {
    super(16);
    setPadding(new Insets(MARGIN));
    Label heading = new Label(title);
    heading.getStyleClass().add("headline");
    CurveLegend legend = new CurveLegend();
    legend.show(curves);
    ChartPair charts = new ChartPair();
    charts.show(curves, epochs, logLoss);
    VBox.setVgrow(charts, Priority.ALWAYS);
    getChildren().addAll(heading, legend, charts);
  }

  /** Lays out the picture in the theme of a window. */
  void layOutLike(Scene window) {
    Scene scene = new Scene(this, WIDTH, HEIGHT);
    scene.getStylesheets().setAll(window.getStylesheets());
    Parent root = window.getRoot();
    root.getPseudoClassStates().forEach(state -> pseudoClassStateChanged(state, true));
    applyCss();
    layout();
  }
}
