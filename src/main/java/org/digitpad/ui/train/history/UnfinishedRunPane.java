package org.digitpad.ui.train.history;

import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.digitpad.i18n.Messages;
import org.digitpad.train.TrainingSettings;
import org.digitpad.train.UnfinishedRun;
import org.digitpad.train.UnusableCheckpoint;
import org.digitpad.ui.common.ConfirmButton;
import org.digitpad.ui.common.FormControls;
import org.jspecify.annotations.Nullable;

/**
 * Offers to resume or to discard the unfinished run, and tells of a checkpoint that cannot be used;
 * hidden if there is neither.
 */
public final class UnfinishedRunPane extends VBox {
  private final UnfinishedRunViewModel unfinished;
  private final ObservableBooleanValue running;
  private final Label offer = line("unfinished-run");
  private final Label loss = line("unusable-checkpoint");
  private final Label message = line("unfinished-message");
  private final Button setAside;
  private final HBox offerRow;
  private final HBox lossRow;

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
    setMinHeight(USE_PREF_SIZE);
    ConfirmButton discard =
        new ConfirmButton(
            Messages.get("ui.train.history.discard"),
            Messages.get("ui.train.history.discardConfirm"),
            unfinished::discard);
    discard.setId("discard");
    offerRow =
        row(offer, button("resume", Messages.get("ui.train.history.resume"), resume), discard);
    setAside = button("set-aside", Messages.get("ui.train.history.setAside"), unfinished::setAside);
    lossRow = row(loss, setAside);
    getChildren().addAll(offerRow, lossRow, message);
    unfinished
        .runProperty()
        .addListener(
            (property, before, now) -> {
              discard.reset();
              update();
            });
    unfinished.unusableProperty().addListener((property, before, now) -> update());
    unfinished.messageProperty().addListener((property, before, now) -> update());
    running.addListener((property, before, now) -> update());
    update();
  }

  private void update() {
    UnfinishedRun run = unfinished.runProperty().get();
    UnusableCheckpoint unusable = unfinished.unusableProperty().get();
    offer.setText(describe(run));
    FormControls.setVisible(offerRow, run != null);
    loss.setText(unusable == null ? "" : unusable.sentence());
    FormControls.setVisible(lossRow, unusable != null);
    FormControls.setVisible(setAside, unusable != null && unusable.damaged());
    message.setText(unfinished.messageProperty().get());
    FormControls.setVisible(message, !message.getText().isEmpty());
    boolean any = run != null || unusable != null || message.isVisible();
    FormControls.setVisible(this, any && !running.get());
  }

  private static String describe(@Nullable UnfinishedRun run) {
    if (run == null) {
      return "";
    }
    TrainingSettings settings = run.settings();
    return Messages.get(
        run.lastDamaged() ? "ui.train.history.unfinishedButDamaged" : "ui.train.history.unfinished",
        settings.architecture().title(),
        run.history().size(),
        settings.epochs(),
        settings.recipe().name(),
        String.valueOf(settings.seed()));
  }

  private static Label line(String id) {
    Label line = FormControls.wrappingLabel(id);
    line.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(line, Priority.ALWAYS);
    return line;
  }

  private static HBox row(Label line, Button... buttons) {
    HBox row = new HBox(8, line);
    row.getChildren().addAll(buttons);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static Button button(String id, String name, Runnable action) {
    Button button = new Button(name);
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }
}
