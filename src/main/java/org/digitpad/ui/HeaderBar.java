package org.digitpad.ui;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
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
import org.digitpad.ui.common.ThemeChoice;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The name of the app and of the room on the left; theme and menu on the right. */
final class HeaderBar extends HBox {
  HeaderBar(String roomName, Appearance appearance, Command toggleTheme, MenuItem... more) {
    super(8);
    getStyleClass().add("header-bar");
    setAlignment(Pos.CENTER_LEFT);
    Label app = new Label("DigitPad");
    app.getStyleClass().add("app-name");
    Label room = new Label(roomName);
    room.getStyleClass().add("muted");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren()
        .addAll(app, room, space, themeButton(appearance, toggleTheme), menu(appearance, more));
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

  private static MenuButton menu(Appearance appearance, MenuItem... more) {
    MenuButton menu = new MenuButton();
    menu.setId("menu");
    IconButtons.dress(menu, Feather.MORE_HORIZONTAL, "Menu");
    IconButtons.tip(menu, "Menu");
    menu.getStyleClass().add("menu-without-arrow");
    CheckMenuItem still = new CheckMenuItem("Reduce motion");
    still.selectedProperty().bindBidirectional(appearance.reduceMotionProperty());
    menu.getItems().addAll(themes(appearance), still, new SeparatorMenuItem());
    menu.getItems().addAll(more);
    return menu;
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
