package org.digitpad.ui.drawings;

import java.util.function.BooleanSupplier;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.stage.WindowEvent;
import org.digitpad.i18n.Messages;
import org.digitpad.ui.common.Action;
import org.digitpad.ui.common.IconButtons;
import org.digitpad.ui.common.LazyTooltips;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The button at the end of the canvas' toolbar, with the menu of what is used less often. */
public final class DrawingMenu {
  private final DrawingActions actions;
  private final DrawingsViewModel drawings;
  private final BooleanSupplier stripShown;

  // created on the first click, as loading popups is slow
  private @Nullable ContextMenu menu;

  private DrawingMenu(
      DrawingActions actions, DrawingsViewModel drawings, BooleanSupplier stripShown) {
    this.actions = actions;
    this.drawings = drawings;
    this.stripShown = stripShown;
  }

  /**
   * Returns the button.
   *
   * @param stripShown whether the strip is shown at the moment
   */
  public static Node button(
      DrawingActions actions, DrawingsViewModel drawings, BooleanSupplier stripShown) {
    DrawingMenu menu = new DrawingMenu(actions, drawings, stripShown);
    Button button = new Button();
    button.setId("more");
    IconButtons.style(button, Feather.MORE_HORIZONTAL, Messages.get("ui.drawings.more"));
    button.setMinWidth(Button.USE_PREF_SIZE);
    LazyTooltips.install(button, Messages.get("ui.drawings.more.tooltip"));
    button.setOnAction(event -> menu.toggle(button));
    return button;
  }

  private void toggle(Button button) {
    ContextMenu shown = menu;
    if (shown == null) {
      shown = create();
      menu = shown;
    }
    if (shown.isShowing()) {
      shown.hide();
    } else {
      shown.show(button, Side.BOTTOM, 0, 4);
    }
  }

  private ContextMenu create() {
    Menu examples = new Menu(Messages.get("ui.drawings.examples"));
    CheckMenuItem show = new CheckMenuItem(Messages.get("ui.drawings.show"));
    show.setOnAction(event -> drawings.choose(show.isSelected()));
    MenuItem save = item(actions.save());
    MenuItem copy = item(actions.copy());
    ContextMenu created =
        new ContextMenu(
            item(actions.open()),
            save,
            new SeparatorMenuItem(),
            copy,
            item(actions.paste()),
            new SeparatorMenuItem(),
            examples,
            show);
    created.addEventHandler(
        WindowEvent.WINDOW_SHOWING,
        event -> {
          show.setSelected(stripShown.getAsBoolean());
          save.setDisable(!actions.save().enabled().get());
          copy.setDisable(!actions.copy().enabled().get());
          examples
              .getItems()
              .setAll(drawings.examplesProperty().get().stream().map(this::example).toList());
        });
    return created;
  }

  private MenuItem example(Thumbnail digit) {
    MenuItem item = new MenuItem(digit.kept().reading());
    item.setOnAction(event -> drawings.open(digit));
    return item;
  }

  private static MenuItem item(Action action) {
    MenuItem item = new MenuItem(action.name());
    // shown only: the window's own shortcuts run the actions
    item.setAccelerator(action.keys().get(0));
    item.setOnAction(event -> action.run());
    return item;
  }
}
