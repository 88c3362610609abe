package org.digitpad.ui.learn;

import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
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
    setMinWidth(USE_PREF_SIZE);
    LazyTooltips.install(this, Messages.get("ui.learn.toggleTip"));
    selectedProperty().addListener((property, before, selected) -> show(selected));
  }

  private void show(boolean learning) {
    if (!learning) {
      tab.setCenter(center);
      tab.setLeft(left);
      return;
    }
    LearnPane shown = page;
    if (shown == null) {
      shown = new LearnPane(model);
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
