package org.digitpad.ui.practice;

import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.digitpad.ui.practice.PracticeViewModel.State;
import org.jspecify.annotations.Nullable;

/** Shows a round, or what it has brought, in place of something else while there is one. */
public final class PracticePane extends StackPane {
  private final PracticeViewModel model;
  private final Region home;
  private final ObservableStringValue problem;
  private final Runnable learn;
  private @Nullable PracticeView round;
  private @Nullable SummaryView summary;

  /**
   * @param home what is shown while there is no round
   * @param problem why drawings could not be kept; empty if they were
   * @param learn learns from the drawings; runs after the round was left
   */
  public PracticePane(
      PracticeViewModel model, Region home, ObservableStringValue problem, Runnable learn) {
    this.model = model;
    this.home = home;
    this.problem = problem;
    this.learn = learn;
    getChildren().add(home);
    model.stateProperty().addListener((property, before, now) -> show(now));
    show(model.stateProperty().get());
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
