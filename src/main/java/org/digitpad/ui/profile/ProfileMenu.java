package org.digitpad.ui.profile;

import atlantafx.base.theme.Styles;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.event.Event;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.digitpad.data.profiles.Profile;
import org.digitpad.i18n.Messages;
import org.digitpad.ui.common.LazyTooltips;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows whose drawings and model are in use, and offers the others in a menu. */
public final class ProfileMenu extends MenuButton {
  private static final double MAX_WIDTH = 160;

  /** Longer names are cut in the menu, which would be wider than the window. */
  private static final int MAX_ITEM_LENGTH = 32;

  private final ProfilesViewModel model;
  private final ProfileDialogs dialogs;
  private final StringProperty description = new SimpleStringProperty(this, "description", "");

  /**
   * @param id of the node
   * @param dialogs asks for names, and before a person is deleted
   */
  public ProfileMenu(String id, ProfilesViewModel model, ProfileDialogs dialogs) {
    this.model = model;
    this.dialogs = dialogs;
    setId(id);
    setGraphic(new FontIcon(Feather.USER));
    getStyleClass().addAll(Styles.FLAT, "profile-menu");
    setMnemonicParsing(false);
    setMaxWidth(MAX_WIDTH);
    setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    accessibleTextProperty().bind(description);
    setOnShowing(this::fill);
    // without an item the menu would never be shown, and so never be filled
    getItems().add(new MenuItem());
    model.activeProperty().addListener((property, before, now) -> show(now));
    show(model.activeProperty().get());
    // tells a name that was cut
    LazyTooltips.install(this, description);
  }

  private void show(@Nullable Profile active) {
    String name = active == null ? "" : active.name();
    setText(name);
    description.set(Messages.get("ui.profile.accessible", name));
    setDisable(active == null);
  }

  private void fill(Event showing) {
    Profile active = model.activeProperty().get();
    if (active == null) {
      return;
    }
    getItems().clear();
    for (Profile profile : model.profilesProperty().get()) {
      RadioMenuItem item = new RadioMenuItem(brief(profile.name()));
      item.setMnemonicParsing(false);
      item.setSelected(profile.id().equals(active.id()));
      item.setOnAction(event -> model.use(profile));
      getItems().add(item);
    }
    String name = brief(active.name());
    getItems().add(new SeparatorMenuItem());
    getItems().add(item("ui.profile.add", "", dialogs::add));
    getItems().add(item("ui.profile.rename", name, () -> dialogs.rename(active)));
    if (!active.isFirst()) {
      getItems().add(item("ui.profile.delete", name, () -> dialogs.delete(active)));
    }
    model
        .deletedProperty()
        .get()
        .ifPresent(
            deleted ->
                getItems()
                    .add(
                        item(
                            "ui.profile.restore",
                            brief(deleted.profile().name()),
                            model::restoreDeleted)));
  }

  private static MenuItem item(String key, String name, Runnable action) {
    MenuItem item = new MenuItem(Messages.get(key, name));
    item.setMnemonicParsing(false);
    item.setOnAction(event -> action.run());
    return item;
  }

  private static String brief(String name) {
    if (name.length() <= MAX_ITEM_LENGTH) {
      return name;
    }
    int end = name.offsetByCodePoints(0, name.codePointCount(0, MAX_ITEM_LENGTH) - 1);
    return name.substring(0, end) + '…';
  }
}
