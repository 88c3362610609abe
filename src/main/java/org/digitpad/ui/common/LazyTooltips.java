package org.digitpad.ui.common;

import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/** Tooltips that are made when the pointer first comes by: popups are slow to load at the start. */
public final class LazyTooltips {
  private static final Duration DELAY = Duration.millis(500);

  private LazyTooltips() {}

  /** Tells a text when the pointer rests on a node. */
  public static void tell(Node node, String text) {
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
