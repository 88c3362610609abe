package org.digitpad.ui;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.digitpad.ui.common.Appearance;
import org.digitpad.ui.common.Command;
import org.digitpad.ui.common.IconButtons;
import org.digitpad.ui.common.LazyTooltips;
import org.digitpad.ui.common.ThemeChoice;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The name of the app and the rooms on the left; theme and menu on the right. */
final class HeaderBar extends HBox {
  /**
   * @param rooms the tabs
   * @param appearance light or dark
   * @param toggleTheme turns it round
   * @param entries what else the menu has
   * @param open opens one of these
   * @param shortcuts shows the shortcuts
   * @param about shows what this is
   */
  HeaderBar(
      Node rooms,
      Appearance appearance,
      Command toggleTheme,
      List<DialogEntry> entries,
      Consumer<DialogEntry> open,
      Runnable shortcuts,
      Runnable about) {
    super(8);
    getStyleClass().add("header-bar");
    setAlignment(Pos.CENTER_LEFT);
    Label app = new Label("DigitPad");
    app.getStyleClass().add("app-name");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren()
        .addAll(
            app,
            rooms,
            space,
            themeButton(appearance, toggleTheme),
            menuButton(() -> menu(appearance, entries, open, shortcuts, about)));
  }

  private static Button themeButton(Appearance appearance, Command toggleTheme) {
    Button button = IconButtons.of(toggleTheme);
    button.setId("theme");
    FontIcon icon = (FontIcon) button.getGraphic();
    icon.setIconCode(picture(appearance.darkProperty().get()));
    appearance
        .darkProperty()
        .addListener((property, before, now) -> icon.setIconCode(picture(now)));
    return button;
  }

  /** The picture shows where the button leads. */
  private static Feather picture(boolean dark) {
    return dark ? Feather.SUN : Feather.MOON;
  }

  /** A button with a menu that is made when it is first asked for: popups are slow to load. */
  private static Button menuButton(Supplier<ContextMenu> menu) {
    Button button = new Button();
    button.setId("menu");
    IconButtons.dress(button, Feather.MORE_HORIZONTAL, "Menu");
    LazyTooltips.tell(button, "Menu");
    button.setOnAction(
        event -> {
          if (button.getContextMenu() == null) {
            button.setContextMenu(menu.get());
          }
          button.getContextMenu().show(button, Side.BOTTOM, 0, 4);
        });
    return button;
  }

  private static ContextMenu menu(
      Appearance appearance,
      List<DialogEntry> entries,
      Consumer<DialogEntry> open,
      Runnable shortcuts,
      Runnable about) {
    CheckMenuItem still = new CheckMenuItem("Reduce motion");
    still.selectedProperty().bindBidirectional(appearance.reduceMotionProperty());
    ContextMenu menu = new ContextMenu(themes(appearance), still, new SeparatorMenuItem());
    for (DialogEntry entry : entries) {
      menu.getItems().add(item(entry.title() + "…", () -> open.accept(entry)));
    }
    menu.getItems()
        .addAll(
            new SeparatorMenuItem(), item("Shortcuts", shortcuts), item("About DigitPad", about));
    return menu;
  }

  private static MenuItem item(String name, Runnable action) {
    MenuItem item = new MenuItem(name);
    item.setOnAction(event -> action.run());
    return item;
  }

  private static Menu themes(Appearance appearance) {
    Menu themes = new Menu("Theme");
    ToggleGroup group = new ToggleGroup();
    for (ThemeChoice choice : ThemeChoice.values()) {
      RadioMenuItem item = new RadioMenuItem(choice.label());
      item.setToggleGroup(group);
      item.setSelected(appearance.themeProperty().get() == choice);
      item.setOnAction(event -> appearance.themeProperty().set(choice));
      appearance
          .themeProperty()
          .addListener((property, before, now) -> item.setSelected(now == choice));
      themes.getItems().add(item);
    }
    return themes;
  }
}
