package org.digitpad.ui.inside;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.digitpad.i18n.Messages;
import org.digitpad.ui.common.Action;
import org.digitpad.ui.common.LazyTooltips;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The button that folds the panel. */
public final class InsideToggle extends Button {
  private final FontIcon icon = new FontIcon(Feather.CHEVRON_DOWN);

  public InsideToggle(InsideViewModel model) {
    super(Messages.get("ui.inside.name"));
    setId("toggle-inside");
    setGraphic(icon);
    getStyleClass().addAll(Styles.FLAT, "strip-button");
    setMinWidth(USE_PREF_SIZE);
    Action action = action(model);
    LazyTooltips.install(this, Messages.get("ui.inside.tooltip"), action.shortcut());
    setOnAction(event -> action.run());
    model.openProperty().addListener((property, before, now) -> show(now));
    show(model.openProperty().get());
  }

  /** The action with the shortcut. */
  public static Action action(InsideViewModel model) {
    return new Action(
        Messages.get("ui.inside.action"),
        Feather.ACTIVITY,
        List.of(new KeyCodeCombination(KeyCode.I, KeyCombination.SHORTCUT_DOWN)),
        new SimpleBooleanProperty(true),
        model::toggle);
  }

  private void show(boolean open) {
    icon.setIconCode(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
    setAccessibleText(Messages.get(open ? "ui.inside.hide" : "ui.inside.show"));
  }
}
