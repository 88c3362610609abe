package org.digitpad.ui.common;

import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

/** Controls that forms have in common. */
public final class FormControls {
  private FormControls() {}

  /**
   * Returns a combo box as wide as its parent allows. Its value changes, but is never cleared by
   * the person: keys such as Ctrl+Space, or a click with Ctrl, would do that in a list.
   *
   * @param id of the node
   * @param name label beside the combo box, which also names it for screen readers; an accessible
   *     text would hide the value from them
   * @param names returns the label of an item
   */
  public static <T> ComboBox<T> comboBox(String id, Label name, Function<T, String> names) {
    ComboBox<T> box = new ComboBox<>();
    box.setId(id);
    name.setLabelFor(box);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T value) {
            return value == null ? "" : names.apply(value);
          }

          @Override
          public T fromString(String text) {
            throw new IllegalStateException("the combo box is not editable");
          }
        });
    box.skinProperty()
        .addListener(
            (property, before, now) -> {
              if (now instanceof ComboBoxListViewSkin<?> skin) {
                ignoreModifiers(skin.getPopupContent());
              }
            });
    return box;
  }

  private static void ignoreModifiers(Node list) {
    list.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.isShiftDown() || event.isShortcutDown()) {
            event.consume();
          }
        });
    list.addEventFilter(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          if (event.isShiftDown() || event.isShortcutDown()) {
            event.consume();
          }
        });
  }

  /** Returns the heading of a group of controls. */
  public static Label heading(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("group-title");
    return label;
  }

  /** Returns a label that wraps its text and is never cut off with an ellipsis. */
  public static Label wrappingLabel(String id) {
    Label label = new Label();
    label.setId(id);
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    return label;
  }

  /** Returns a pane that scrolls content of any height, and is visible when the content is. */
  public static ScrollPane scrolling(Region content) {
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.skinProperty().addListener((property, before, now) -> disableCache(scroll));
    scroll.visibleProperty().bind(content.visibleProperty());
    return scroll;
  }

  /** JavaFX caches scrolled content as a bitmap, and would redraw all of it on every change. */
  private static void disableCache(ScrollPane scroll) {
    Parent viewport = (Parent) scroll.lookup(".viewport");
    viewport.setCache(false);
    viewport.getChildrenUnmodifiable().forEach(content -> content.setCache(false));
  }

  /** Shows a node, or hides it so that it takes no space either. */
  public static void setVisible(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }
}
