package org.digitpad.ui.mydrawings;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.control.Button;
import org.digitpad.i18n.Messages;
import org.digitpad.ui.common.LazyTooltips;

/** The button beside the sentence about a change, which takes the change back. */
public final class UndoChangeButton extends Button {
  /**
   * @param message the sentence; while it is empty, the button is hidden
   * @param id of the node
   */
  public UndoChangeButton(MyDrawingsViewModel model, ObservableStringValue message, String id) {
    super(Messages.get("ui.mydrawings.undo"));
    setId(id);
    getStyleClass().addAll(Styles.FLAT, "undo-change");
    setMinWidth(USE_PREF_SIZE);
    LazyTooltips.install(this, Messages.get("ui.mydrawings.undo.tooltip"));
    visibleProperty().bind(model.canUndoProperty().and(Bindings.isNotEmpty(message)));
    setOnAction(event -> model.undo());
  }
}
