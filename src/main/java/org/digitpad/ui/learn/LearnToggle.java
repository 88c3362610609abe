package org.digitpad.ui.learn;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import org.digitpad.i18n.Messages;
import org.digitpad.ui.common.LazyTooltips;
import org.jspecify.annotations.Nullable;

/** Shows the page that learns in place of the drawings, and the drawings again. */
public final class LearnToggle extends ToggleButton {
  private final LearnViewModel model;
  private final BorderPane tab;
  private @Nullable LearnPane page;

  // what was there before
  private @Nullable Node center;
  private @Nullable Node left;

  /**
   * @param tab has the drawings and what belongs to them below its toolbar
   */
  public LearnToggle(LearnViewModel model, BorderPane tab) {
    super(Messages.get("ui.learn.toggle"));
    this.model = model;
    this.tab = tab;
    setId("learn-toggle");
    // its words tell the state, and the accent belongs to the button that learns
    getStyleClass().setAll("button");
    setMinWidth(USE_PREF_SIZE);
    LazyTooltips.install(
        this,
        Bindings.when(selectedProperty())
            .then(Messages.get("ui.learn.toggleBackTip"))
            .otherwise(Messages.get("ui.learn.toggleTip")));
    selectedProperty().addListener((property, before, selected) -> show(selected));
  }

  private void show(boolean learning) {
    // its neighbours stay where they are
    setPrefWidth(learning && getWidth() > 0 ? getWidth() : USE_COMPUTED_SIZE);
    setText(Messages.get(learning ? "ui.learn.toggleBack" : "ui.learn.toggle"));
    if (!learning) {
      tab.setCenter(center);
      tab.setLeft(left);
      return;
    }
    LearnPane shown = page;
    if (shown == null) {
      shown = new LearnPane(model);
      shown.addEventHandler(
          KeyEvent.KEY_PRESSED,
          event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
              setSelected(false);
              tab.requestFocus();
              event.consume();
            }
          });
      page = shown;
    }
    model.refresh();
    center = tab.getCenter();
    left = tab.getLeft();
    tab.setLeft(null);
    tab.setCenter(shown);
    // creates what is scrolled, which could not have the focus before
    shown.applyCss();
    shown.requestFocus();
  }
}
