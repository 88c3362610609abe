package org.digitpad.ui;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.digitpad.ui.common.Command;
import org.digitpad.ui.common.LazyTooltips;

/** The names of the rooms, the current one underlined. */
final class TabBar extends HBox {
  TabBar(TabSelection rooms) {
    super(8);
    setAlignment(Pos.CENTER);
    getStyleClass().add("room-tabs");
    ToggleGroup group = new ToggleGroup();
    for (int i = 0; i < rooms.rooms().size(); i++) {
      AppTab room = rooms.rooms().get(i);
      Command enter = rooms.commands().get(i);
      ToggleButton tab = new ToggleButton(room.name());
      tab.setId("room-" + room.name().toLowerCase(Locale.ROOT));
      tab.getStyleClass().setAll("room-tab");
      tab.setToggleGroup(group);
      tab.setSelected(room == rooms.currentProperty().get());
      LazyTooltips.tell(tab, room.name() + "  (" + enter.shortcut() + ")");
      tab.setOnAction(
          event -> {
            tab.setSelected(true);
            enter.run();
          });
      rooms.currentProperty().addListener((property, before, now) -> tab.setSelected(now == room));
      getChildren().add(tab);
    }
  }
}
