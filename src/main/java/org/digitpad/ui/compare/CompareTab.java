package org.digitpad.ui.compare;

import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.digitpad.i18n.Messages;
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

  /** Enough for most of the details, so that the canvas seldom changes its size. */
  private static final double MIN_DETAILS_HEIGHT = 272;

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
            List.of(
                new Segment(
                    Messages.get("ui.compare.disagreements"), "show-disagreements", disagreements),
                new Segment(Messages.get("ui.compare.metrics"), "show-metrics", metrics),
                new Segment(Messages.get("ui.compare.curves"), "show-curves", curves),
                new Segment(Messages.get("ui.compare.confusions"), "show-confusions", confusions)));
    segments.select(0);
    VBox details =
        new VBox(disagreements, metrics, curves, confusions) {
          @Override
          protected double computePrefHeight(double width) {
            return Math.max(MIN_DETAILS_HEIGHT, super.computePrefHeight(width));
          }
        };
    details.setMinHeight(USE_PREF_SIZE);
    VBox.setVgrow(curves, Priority.ALWAYS);
    VBox content = new VBox(16, livePane, segments, details);
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

  /** Moves the keyboard focus to the canvas. */
  @Override
  public void requestFocus() {
    livePane.requestFocus();
  }
}
