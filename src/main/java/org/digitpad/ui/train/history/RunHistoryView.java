package org.digitpad.ui.train.history;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.digitpad.i18n.Messages;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.ui.common.FormControls;

/**
 * The earlier runs, one row each. Rows are made once the view is shown, and not for hundreds of
 * runs at once, which would take seconds.
 */
public final class RunHistoryView extends VBox {
  private static final int PAGE = 25;

  private static final double MESSAGE_HEIGHT = 20;

  private final RunHistoryViewModel model;
  private final VBox rows = new VBox();
  private final Button more = new Button();
  private int limit = PAGE;
  private boolean outdated = true;

  public RunHistoryView(RunHistoryViewModel model) {
    super(8);
    this.model = model;
    setId("runs");
    Label message = FormControls.wrappingLabel("runs-message");
    message.getStyleClass().add("muted");
    message.textProperty().bind(model.messageProperty());
    // below the list, where it moves no row, and in a line of its own
    message.setMinHeight(MESSAGE_HEIGHT);
    more.setId("more-runs");
    more.setOnAction(event -> showMore());
    VBox list = new VBox(8, rows, more);
    ScrollPane scroll = FormControls.scrolling(list);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(scroll, message);
    model.saved().addListener((ListChangeListener<LibraryModel>) change -> update());
    model.activeProperty().addListener((property, before, now) -> showUse());
    model.compared().addListener((ListChangeListener<LibraryModel>) change -> showColor());
    visibleProperty().addListener((property, before, now) -> showIfOutdated());
    update();
  }

  private void showColor() {
    rows.getChildren().forEach(row -> ((RunRow) row).showColor());
  }

  private void showUse() {
    rows.getChildren().forEach(row -> ((RunRow) row).showUse());
  }

  private void showMore() {
    limit += PAGE;
    update();
  }

  private void update() {
    outdated = true;
    showIfOutdated();
  }

  private void showIfOutdated() {
    if (!outdated || !isVisible()) {
      return;
    }
    outdated = false;
    rows.getChildren()
        .setAll(model.saved().stream().limit(limit).map(run -> new RunRow(model, run)).toList());
    int hidden = model.saved().size() - rows.getChildren().size();
    more.setText(Messages.plural("ui.train.history.more", hidden));
    FormControls.setVisible(more, hidden > 0);
  }
}
