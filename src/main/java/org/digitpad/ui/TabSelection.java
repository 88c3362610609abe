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
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.BorderPane;
import org.digitpad.ui.common.Command;
import org.kordamp.ikonli.feather.Feather;

/** Which room is in sight. Rooms are furnished when they are first entered. */
final class TabSelection {
  private static final KeyCode[] KEYS = {KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3};

  private final List<AppTab> rooms;
  private final BorderPane place;
  private final Map<AppTab, Node> views = new HashMap<>();
  private final ReadOnlyObjectWrapper<AppTab> current;

  /**
   * @param rooms all rooms
   * @param place where the view of the current one goes
   */
  TabSelection(List<AppTab> rooms, BorderPane place) {
    this.rooms = List.copyOf(rooms);
    this.place = place;
    this.current = new ReadOnlyObjectWrapper<>(this, "current", rooms.get(0));
  }

  List<AppTab> rooms() {
    return rooms;
  }

  ReadOnlyObjectProperty<AppTab> currentProperty() {
    return current.getReadOnlyProperty();
  }

  void enter(AppTab room) {
    Node view = views.get(room);
    if (view == null) {
      view = room.view().get();
      views.put(room, view);
    }
    current.set(room);
    if (place.getCenter() != view) {
      place.setCenter(view);
      room.entered().run();
    }
    view.requestFocus();
  }

  /** Puts the keyboard into the room. */
  void focus() {
    place.getCenter().requestFocus();
  }

  /** A command to enter each room. */
  List<Command> commands() {
    List<Command> commands = new ArrayList<>();
    for (int i = 0; i < rooms.size(); i++) {
      commands.add(command(rooms.get(i), KEYS[i]));
    }
    return commands;
  }

  private Command command(AppTab room, KeyCode key) {
    return new Command(
        room.name() + " tab",
        Feather.LAYOUT,
        List.of(new KeyCodeCombination(key, SHORTCUT_DOWN)),
        new SimpleBooleanProperty(true),
        () -> enter(room));
  }

  /** Whether a command may run now: those of rooms only in them. */
  BooleanSupplier whereAllowed(Command command) {
    List<AppTab> owners = rooms.stream().filter(room -> room.commands().contains(command)).toList();
    return () -> owners.isEmpty() || owners.contains(current.get());
  }
}
