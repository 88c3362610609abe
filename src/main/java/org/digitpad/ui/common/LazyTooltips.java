package org.digitpad.ui.common;

import javafx.beans.value.ObservableStringValue;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import org.digitpad.i18n.Messages;

/**
 * Tooltips that are created when the pointer first enters their node, as loading JavaFX's popups
 * would delay the start.
 */
public final class LazyTooltips {
  private static final Duration DELAY = Duration.millis(500);

  private LazyTooltips() {}

  /** Installs a tooltip that tells a name and its keyboard shortcut. */
  public static void install(Node node, String name, String shortcut) {
    install(node, Messages.get("ui.common.nameAndShortcut", name, shortcut));
  }

  /** Installs a tooltip whose text changes. */
  public static void install(Node node, ObservableStringValue text) {
    install(node, text.get());
    text.addListener((property, before, now) -> node.setAccessibleHelp(now));
    node.addEventHandler(
        MouseEvent.MOUSE_ENTERED,
        event -> {
          Object tooltip = node.getProperties().get(Tooltip.class);
          if (tooltip instanceof Tooltip shown) {
            shown.setText(text.get());
          }
        });
  }

  /** Installs a tooltip, which screen readers get as well. */
  public static void install(Node node, String text) {
    node.setAccessibleHelp(text);
    node.addEventHandler(
        MouseEvent.MOUSE_ENTERED,
        new EventHandler<>() {
          @Override
          public void handle(MouseEvent event) {
            node.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
            Tooltip tooltip = new Tooltip(text);
            tooltip.setShowDelay(DELAY);
            Tooltip.install(node, tooltip);
          }
        });
  }
}
