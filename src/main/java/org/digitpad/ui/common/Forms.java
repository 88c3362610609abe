package org.digitpad.ui.common;

import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.util.StringConverter;

/** Small parts that forms are made of. */
public final class Forms {
  private Forms() {}

  /** A list to choose from that shows names. */
  public static <T> ComboBox<T> list(String id, String name, Function<T, String> names) {
    ComboBox<T> list = new ComboBox<>();
    list.setId(id);
    list.setAccessibleText(name);
    list.setMaxWidth(Double.MAX_VALUE);
    list.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T value) {
            return value == null ? "" : names.apply(value);
          }

          @Override
          public T fromString(String text) {
            throw new UnsupportedOperationException("nobody types here");
          }
        });
    return list;
  }

  public static Label heading(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("group-title");
    return label;
  }

  /** A sentence that takes the room it needs. */
  public static Label sentence(String id) {
    Label label = new Label();
    label.setId(id);
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    return label;
  }

  /** Shows a node or leaves not even its place. */
  public static void visible(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }
}
