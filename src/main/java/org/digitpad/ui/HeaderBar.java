package org.digitpad.ui;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
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
import org.digitpad.i18n.Messages;
import org.digitpad.ui.common.Action;
import org.digitpad.ui.common.Appearance;
import org.digitpad.ui.common.FormControls;
import org.digitpad.ui.common.IconButtons;
import org.digitpad.ui.common.LazyTooltips;
import org.digitpad.ui.common.ThemeChoice;
import org.digitpad.ui.train.run.RunState;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The header: the application name and the tabs on the left, theme button and menu on the right.
 */
final class HeaderBar extends HBox {
  /** Where the menu of people is: behind the space, so that it moves nothing. */
  private static final int PERSON_PLACE = 4;

  private @Nullable Node person;

  /**
   * @param tabs the tab bar
   * @param appearance the theme
   * @param toggleTheme switches between light and dark
   * @param entries dialogs that the menu offers
   * @param open opens one of these dialogs
   * @param shortcuts opens the list of shortcuts
   * @param about opens the About dialog
   * @param training the state of the training
   * @param showTraining shows the training
   */
  HeaderBar(
      Node tabs,
      Appearance appearance,
      Action toggleTheme,
      List<DialogMenuItem> entries,
      Consumer<DialogMenuItem> open,
      Runnable shortcuts,
      Runnable about,
      ObservableValue<RunState> training,
      Runnable showTraining) {
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
            tabs,
            space,
            trainingButton(training, showTraining),
            themeButton(appearance, toggleTheme),
            menuButton(() -> menu(appearance, entries, open, shortcuts, about)));
  }

  /**
   * Shows the menu of people, or hides it.
   *
   * @param menu creates it when it is first shown
   */
  void showPerson(boolean shown, Supplier<Node> menu) {
    Node created = person;
    if (created == null && shown) {
      created = menu.get();
      person = created;
      getChildren().add(PERSON_PLACE, created);
    }
    if (created != null) {
      FormControls.setVisible(created, shown);
    }
  }

  /** Returns a button that is there while a training runs or is paused. */
  private static Button trainingButton(ObservableValue<RunState> training, Runnable show) {
    Button button = new Button();
    button.setId("training");
    button.setGraphic(new FontIcon(Feather.ACTIVITY));
    button.getStyleClass().addAll(Styles.FLAT, "training-sign");
    LazyTooltips.install(button, Messages.get("ui.header.training.tooltip"));
    button.setOnAction(event -> show.run());
    showState(button, training.getValue());
    training.addListener((property, before, now) -> showState(button, now));
    return button;
  }

  private static void showState(Button button, RunState state) {
    boolean paused = state == RunState.PAUSED;
    button.setText(Messages.get(paused ? "ui.header.training.paused" : "ui.header.training"));
    button.setVisible(paused || state == RunState.TRAINING);
  }

  private static Button themeButton(Appearance appearance, Action toggleTheme) {
    Button button = IconButtons.of(toggleTheme);
    button.setId("theme");
    FontIcon icon = (FontIcon) button.getGraphic();
    icon.setIconCode(themeIcon(appearance.darkProperty().get()));
    appearance
        .darkProperty()
        .addListener((property, before, now) -> icon.setIconCode(themeIcon(now)));
    return button;
  }

  /** The icon shows the theme that the button switches to. */
  private static Feather themeIcon(boolean dark) {
    return dark ? Feather.SUN : Feather.MOON;
  }

  /** Returns a button whose menu is created on the first click, as loading popups is slow. */
  private static Button menuButton(Supplier<ContextMenu> menu) {
    Button button = new Button();
    button.setId("menu");
    IconButtons.style(button, Feather.MENU, Messages.get("ui.menu"));
    LazyTooltips.install(button, Messages.get("ui.menu"));
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
      List<DialogMenuItem> entries,
      Consumer<DialogMenuItem> open,
      Runnable shortcuts,
      Runnable about) {
    CheckMenuItem reduceMotion = new CheckMenuItem(Messages.get("ui.menu.reduceMotion"));
    reduceMotion.selectedProperty().bindBidirectional(appearance.reduceMotionProperty());
    ContextMenu menu = new ContextMenu(themes(appearance), reduceMotion, new SeparatorMenuItem());
    for (DialogMenuItem entry : entries) {
      menu.getItems()
          .add(item(Messages.get("ui.menu.dialog", entry.title()), () -> open.accept(entry)));
    }
    menu.getItems()
        .addAll(
            new SeparatorMenuItem(),
            item(Messages.get("ui.menu.shortcuts"), shortcuts),
            item(Messages.get("ui.menu.about"), about));
    return menu;
  }

  private static MenuItem item(String name, Runnable action) {
    MenuItem item = new MenuItem(name);
    item.setOnAction(event -> action.run());
    return item;
  }

  private static Menu themes(Appearance appearance) {
    Menu themes = new Menu(Messages.get("ui.menu.theme"));
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
