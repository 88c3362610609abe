package org.digitpad.ui;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.digitpad.i18n.Messages;
import org.digitpad.ui.common.Action;
import org.digitpad.ui.common.LazyTooltips;

/** The buttons that select a tab; the selected one is underlined. */
final class TabBar extends HBox {
  TabBar(TabNavigator navigator) {
    super(8);
    setAlignment(Pos.CENTER);
    setAccessibleRole(AccessibleRole.TAB_PANE);
    setAccessibleText(Messages.get("ui.tabs"));
    getStyleClass().add("tab-bar");
    ToggleGroup group = new ToggleGroup();
    for (int i = 0; i < navigator.tabs().size(); i++) {
      AppTab tab = navigator.tabs().get(i);
      Action select = navigator.actions().get(i);
      ToggleButton button = new ToggleButton(tab.name());
      button.setId("tab-" + tab.id());
      button.getStyleClass().setAll("tab-button");
      button.setAccessibleRole(AccessibleRole.TAB_ITEM);
      button.setToggleGroup(group);
      button.setSelected(tab == navigator.selectedTabProperty().get());
      LazyTooltips.install(button, tab.name(), select.shortcut());
      button.setOnAction(
          event -> {
            button.setSelected(true);
            select.run();
          });
      navigator
          .selectedTabProperty()
          .addListener((property, before, now) -> button.setSelected(now == tab));
      getChildren().add(button);
    }
  }
}
