package org.digitpad.ui.compare;

import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.digitpad.i18n.Messages;
import org.digitpad.ui.common.FormControls;
import org.digitpad.ui.common.SegmentedPane;
import org.digitpad.ui.common.SegmentedPane.Segment;
import org.digitpad.ui.pad.PadActions;
import org.digitpad.ui.pad.PadViewModel;

/**
 * The Compare tab: on top the canvas with a column per model, below it details of the models. The
 * models predict only while the tab is shown.
 */
public final class CompareTab extends BorderPane {
  private static final double MARGIN = 24;

  /** Height of the details for a window of any height; the same for all of them. */
  private static final double MIN_DETAILS_HEIGHT = 272;

  private static final double MAX_DETAILS_HEIGHT = 520;
  private static final double DETAILS_HEIGHT_SHARE = 0.36;

  /** Width from which on people look from a distance, and type is larger. */
  private static final double LARGE_WIDTH = 2400;

  private static final PseudoClass LARGE = PseudoClass.getPseudoClass("large");

  private final LiveComparisonPane livePane;

  /**
   * @param model the models and what is known of them
   * @param pad the canvas
   * @param actions actions of the canvas
   * @param reducedMotion whether nothing is animated
   */
  public CompareTab(
      CompareViewModel model,
      PadViewModel pad,
      PadActions actions,
      ObservableBooleanValue reducedMotion) {
    getStyleClass().add("compare-tab");
    livePane = new LiveComparisonPane(model, pad, actions, reducedMotion);
    VBox.setVgrow(livePane, Priority.ALWAYS);
    DisagreementsView disagreements =
        new DisagreementsView(model.disagreements(), model.predictions());
    MetricsTable metrics = new MetricsTable(model);
    LearningCurvesView curves = new LearningCurvesView(model);
    ConfusionsView confusions = new ConfusionsView(model.confusions());
    SegmentedPane segments =
        new SegmentedPane(
            Messages.get("ui.compare.details"),
            List.of(
                new Segment(
                    Messages.get("ui.compare.disagreements"), "show-disagreements", disagreements),
                new Segment(Messages.get("ui.compare.metrics"), "show-metrics", metrics),
                new Segment(Messages.get("ui.compare.curves"), "show-curves", curves),
                new Segment(Messages.get("ui.compare.confusions"), "show-confusions", confusions)));
    // one height for all, as the canvas would change its size with each
    StackPane details =
        new StackPane(
            disagreements,
            FormControls.scrolling(metrics),
            FormControls.scrolling(curves),
            FormControls.scrolling(confusions)) {
          @Override
          protected double computePrefHeight(double width) {
            return detailsHeight();
          }
        };
    details.setMinHeight(USE_PREF_SIZE);
    VBox content = new VBox(16, livePane, segments, details);
    content.setPadding(new Insets(16, MARGIN, 16, MARGIN));
    ScrollPane scroll = FormControls.scrolling(content);
    scroll.setFitToHeight(true);
    setCenter(scroll);
    widthProperty()
        .addListener(
            (property, before, now) ->
                pseudoClassStateChanged(LARGE, now.doubleValue() >= LARGE_WIDTH));
    sceneProperty()
        .addListener(
            (property, before, now) -> {
              if (now == null) {
                model.deactivate();
              } else {
                model.activate();
              }
            });
  }

  private double detailsHeight() {
    double share = Math.floor(DETAILS_HEIGHT_SHARE * getHeight());
    return Math.max(MIN_DETAILS_HEIGHT, Math.min(MAX_DETAILS_HEIGHT, share));
  }

  /** Moves the keyboard focus to the canvas. */
  @Override
  public void requestFocus() {
    livePane.requestFocus();
  }
}
