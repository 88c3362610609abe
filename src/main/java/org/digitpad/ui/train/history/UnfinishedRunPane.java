package org.digitpad.ui.train.history;

import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.digitpad.i18n.Messages;
import org.digitpad.train.TrainingSettings;
import org.digitpad.train.UnfinishedRun;
import org.digitpad.ui.common.FormControls;
import org.jspecify.annotations.Nullable;

/** Offers to resume or to discard the unfinished run; hidden if there is none. */
public final class UnfinishedRunPane extends HBox {
  private final UnfinishedRunViewModel unfinished;
  private final ObservableBooleanValue running;
  private final Label offer = FormControls.wrappingLabel("unfinished-run");

  /**
   * @param unfinished the run to offer
   * @param running whether a run is running; nothing is offered meanwhile
   * @param resume resumes the unfinished run
   */
  public UnfinishedRunPane(
      UnfinishedRunViewModel unfinished, ObservableBooleanValue running, Runnable resume) {
    super(8);
    this.unfinished = unfinished;
    this.running = running;
    setId("unfinished");
    getStyleClass().add("unfinished-run");
    setAlignment(Pos.CENTER_LEFT);
    setMinHeight(USE_PREF_SIZE);
    offer.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(offer, Priority.ALWAYS);
    getChildren()
        .addAll(
            offer,
            button("resume", Messages.get("ui.train.history.resume"), resume),
            button("discard", Messages.get("ui.train.history.discard"), unfinished::discard));
    unfinished.runProperty().addListener((property, before, now) -> update());
    running.addListener((property, before, now) -> update());
    update();
  }

  private void update() {
    UnfinishedRun run = unfinished.runProperty().get();
    offer.setText(describe(run));
    FormControls.setVisible(this, run != null && !running.get());
  }

  private static String describe(@Nullable UnfinishedRun run) {
    if (run == null) {
      return "";
    }
    TrainingSettings settings = run.settings();
    return Messages.get(
        "ui.train.history.unfinished",
        settings.architecture().title(),
        run.history().size(),
        settings.epochs(),
        settings.recipe().name(),
        String.valueOf(settings.seed()));
  }

  private static Button button(String id, String name, Runnable action) {
    Button button = new Button(name);
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }
}
