package org.digitpad.ui.draw;

import atlantafx.base.theme.Styles;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.digitpad.i18n.Messages;
import org.digitpad.ui.common.LazyTooltips;
import org.digitpad.ui.drawings.DrawingsViewModel;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The button that folds the strip of recent drawings, and one that takes a removal back. */
final class StripToggle extends HBox {
  private final BooleanSupplier shown;
  private final FontIcon icon = new FontIcon(Feather.CHEVRON_UP);
  private final Button toggle = new Button(Messages.get("ui.drawings.recent"), icon);

  /**
   * @param shown whether the strip is shown at the moment
   */
  StripToggle(DrawingsViewModel drawings, BooleanSupplier shown) {
    super(8);
    this.shown = shown;
    toggle.setId("toggle-drawings");
    toggle.getStyleClass().addAll(Styles.FLAT, "strip-button");
    LazyTooltips.install(toggle, Messages.get("ui.drawings.recent.tooltip"));
    toggle.setMinWidth(USE_PREF_SIZE);
    toggle.setOnAction(event -> drawings.choose(!shown.getAsBoolean()));
    Button restore = new Button(Messages.get("ui.drawings.restore"));
    restore.setId("restore-drawing");
    restore.getStyleClass().addAll(Styles.FLAT, "strip-button");
    restore.setMinWidth(USE_PREF_SIZE);
    LazyTooltips.install(restore, Messages.get("ui.drawings.restore.tooltip"));
    restore.visibleProperty().bind(drawings.canRestoreProperty());
    restore.setOnAction(event -> drawings.restoreRemoved());
    getChildren().addAll(toggle, restore);
    update();
  }

  /** Shows whether the strip is shown. */
  void update() {
    boolean open = shown.getAsBoolean();
    icon.setIconCode(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_UP);
    toggle.setAccessibleText(
        Messages.get(open ? "ui.drawings.recent.hide" : "ui.drawings.recent.show"));
  }
}
