package org.digitpad.ui;

import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.BorderPane;
import org.digitpad.i18n.Messages;
import org.digitpad.ui.common.Action;
import org.digitpad.ui.common.LayoutBarrier;
import org.kordamp.ikonli.feather.Feather;

/** Selects tabs and shows their content, which is created when a tab is first selected. */
final class TabNavigator {
  private static final KeyCode[] KEYS = {
    KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4
  };

  private final List<AppTab> tabs;
  private final BorderPane parent;
  private final Map<AppTab, LayoutBarrier> views = new HashMap<>();
  private final ReadOnlyObjectWrapper<AppTab> selectedTab;

  /**
   * @param tabs all tabs
   * @param parent shows the content of the selected tab at its center
   */
  TabNavigator(List<AppTab> tabs, BorderPane parent) {
    this.tabs = List.copyOf(tabs);
    this.parent = parent;
    this.selectedTab = new ReadOnlyObjectWrapper<>(this, "selectedTab", tabs.get(0));
  }

  List<AppTab> tabs() {
    return tabs;
  }

  ReadOnlyObjectProperty<AppTab> selectedTabProperty() {
    return selectedTab.getReadOnlyProperty();
  }

  void select(AppTab tab) {
    LayoutBarrier view = views.get(tab);
    if (view == null) {
      // if its layout fails, it is created anew when the tab is selected again
      view = new LayoutBarrier(() -> views.remove(tab), tab.view().get());
      views.put(tab, view);
    }
    selectedTab.set(tab);
    if (parent.getCenter() != view) {
      parent.setCenter(view);
      tab.onSelected().run();
    }
    view.requestFocus();
  }

  /** Focuses the content of the selected tab. */
  void focus() {
    parent.getCenter().requestFocus();
  }

  /** Returns an action for each tab that selects it. */
  List<Action> actions() {
    List<Action> actions = new ArrayList<>();
    for (int i = 0; i < tabs.size(); i++) {
      actions.add(action(tabs.get(i), KEYS[i]));
    }
    return actions;
  }

  private Action action(AppTab tab, KeyCode key) {
    return new Action(
        Messages.get("ui.action.selectTab", tab.name()),
        Feather.LAYOUT,
        List.of(new KeyCodeCombination(key, SHORTCUT_DOWN)),
        new SimpleBooleanProperty(true),
        () -> select(tab));
  }

  /** Returns whether an action is available: actions of tabs are so only in their tabs. */
  BooleanSupplier availability(Action action) {
    List<AppTab> owners = tabs.stream().filter(tab -> tab.actions().contains(action)).toList();
    return () -> owners.isEmpty() || owners.contains(selectedTab.get());
  }
}
