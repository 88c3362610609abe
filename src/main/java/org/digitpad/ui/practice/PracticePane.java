package org.digitpad.ui.practice;

import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.digitpad.i18n.Messages;
import org.digitpad.ui.common.LazyTooltips;
import org.digitpad.ui.practice.PracticeViewModel.State;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows a round, or what it has brought, in place of something else while there is one. */
public final class PracticePane extends StackPane {
  private final PracticeViewModel model;
  private final Region home;
  private final ObservableStringValue problem;
  private @Nullable Runnable learn;
  private @Nullable PracticeView round;
  private @Nullable SummaryView summary;

  /**
   * @param home what is shown while there is no round
   * @param problem why drawings could not be kept; empty if they were
   */
  public PracticePane(PracticeViewModel model, Region home, ObservableStringValue problem) {
    this.model = model;
    this.home = home;
    this.problem = problem;
    getChildren().add(home);
    model.stateProperty().addListener((property, before, now) -> show(now));
    show(model.stateProperty().get());
  }

  /**
   * Sets what learns from the drawings, which the end of a round then offers. It runs after the
   * round was left. To be called before the first round.
   */
  public void setLearn(Runnable action) {
    learn = action;
  }

  /** Returns a button that begins a round. */
  public static Button startButton(PracticeViewModel model) {
    Button button = new Button(Messages.get("ui.practice.start"), new FontIcon(Feather.EDIT_3));
    button.setId("practice-start");
    button.setMinWidth(Region.USE_PREF_SIZE);
    LazyTooltips.install(button, Messages.get("ui.practice.start.tooltip"));
    button.setOnAction(event -> model.start());
    return button;
  }

  private void show(State state) {
    Node shown = view(state);
    if (!getChildren().contains(shown)) {
      boolean focused = isFocusWithin();
      getChildren().setAll(shown);
      if (focused || getScene() != null) {
        shown.requestFocus();
      }
    }
  }

  private Node view(State state) {
    switch (state) {
      case DRAWING -> {
        PracticeView view = round == null ? new PracticeView(model, problem) : round;
        round = view;
        return view;
      }
      case FINISHED -> {
        SummaryView view = summary == null ? new SummaryView(model, problem, learn) : summary;
        summary = view;
        return view;
      }
      default -> {
        return home;
      }
    }
  }

  @Override
  public void requestFocus() {
    getChildren().get(0).requestFocus();
  }
}
