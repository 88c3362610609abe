package org.digitpad.ui.compare;

import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.digitpad.ui.common.SegmentedPane;
import org.digitpad.ui.common.SegmentedPane.Segment;
import org.digitpad.ui.pad.PadCommands;
import org.digitpad.ui.pad.PadViewModel;

/**
 * The room to compare in: the paper with a column a model, and below it what is known of the
 * models. Reads only while it is in sight.
 */
public final class CompareTab extends BorderPane {
  private static final double MARGIN = 24;

  /** Enough for most of what is shown there, so that the paper does not jump. */
  private static final double DETAILS_HEIGHT = 272;

  /** From here on people look from afar, and type grows too. */
  private static final double LARGE = 2400;

  private static final PseudoClass SEEN_FROM_AFAR = PseudoClass.getPseudoClass("large");

  private final LiveComparisonPane live;

  /**
   * @param model the columns and all that is known of their models
   * @param pad the paper
   * @param commands what can be done to the drawing
   * @param still whether nothing may glide
   */
  public CompareTab(
      CompareViewModel model,
      PadViewModel pad,
      PadCommands commands,
      ObservableBooleanValue still) {
    getStyleClass().add("compare-tab");
    live = new LiveComparisonPane(model, pad, commands, still);
    VBox.setVgrow(live, Priority.ALWAYS);
    MetricsTable figures = new MetricsTable(model);
    LearningCurvesView curves = new LearningCurvesView(model);
    ConfusionsView confusions = new ConfusionsView(model.confusions());
    DisagreementsView explorer = new DisagreementsView(model.explorer(), model.readings());
    SegmentedPane segments =
        new SegmentedPane(
            List.of(
                new Segment("Disagreements", "show-disagreements", explorer),
                new Segment("Figures", "show-metrics", figures),
                new Segment("Learning curves", "show-curves", curves),
                new Segment("Confusions", "show-confusions", confusions)));
    segments.select(0);
    VBox details =
        new VBox(explorer, figures, curves, confusions) {
          @Override
          protected double computePrefHeight(double width) {
            return Math.max(DETAILS_HEIGHT, super.computePrefHeight(width));
          }
        };
    details.setMinHeight(USE_PREF_SIZE);
    VBox.setVgrow(curves, Priority.ALWAYS);
    VBox content = new VBox(16, live, segments, details);
    content.setPadding(new Insets(16, MARGIN, 16, MARGIN));
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    setCenter(scroll);
    widthProperty()
        .addListener(
            (property, before, now) ->
                pseudoClassStateChanged(SEEN_FROM_AFAR, now.doubleValue() >= LARGE));
    sceneProperty().addListener((property, before, now) -> inSight(model, now));
  }

  private static void inSight(CompareViewModel model, Scene scene) {
    if (scene == null) {
      model.leave();
    } else {
      model.enter();
    }
  }

  /** Puts the keyboard on the paper. */
  @Override
  public void requestFocus() {
    live.requestFocus();
  }
}
