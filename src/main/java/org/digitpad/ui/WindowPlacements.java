package org.digitpad.ui;

import java.util.function.Consumer;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.digitpad.ui.common.WindowPlacement;

/** Remembers where a window was, and puts it there again. */
final class WindowPlacements {
  /** The part of a title bar that a person can take hold of, in pixels. */
  private static final double GRIP = 100;

  private WindowPlacements() {}

  /** Whether the top of the window is on a screen; one may have been unplugged since. */
  static boolean isVisible(WindowPlacement placement) {
    return Screen.getScreens().stream()
        .map(Screen::getVisualBounds)
        .anyMatch(bounds -> isVisible(placement, bounds));
  }

  static boolean isVisible(WindowPlacement placement, Rectangle2D screen) {
    double left = Math.max(placement.x(), screen.getMinX());
    double right = Math.min(placement.x() + placement.width(), screen.getMaxX());
    return right - left >= GRIP
        && placement.y() >= screen.getMinY() - 1
        && placement.y() <= screen.getMaxY() - GRIP;
  }

  static void apply(WindowPlacement placement, Stage stage) {
    stage.setX(placement.x());
    stage.setY(placement.y());
    stage.setWidth(placement.width());
    stage.setHeight(placement.height());
    stage.setMaximized(placement.maximized());
  }

  /**
   * Follows a window.
   *
   * @param closing receives its last place when it closes
   */
  static void track(Stage stage, Consumer<WindowPlacement> closing) {
    WindowPlacement[] restored = new WindowPlacement[1];
    Runnable update =
        () -> {
          boolean known = stage.getWidth() >= 1 && stage.getHeight() >= 1;
          if (known && !stage.isMaximized() && !stage.isIconified()) {
            restored[0] =
                new WindowPlacement(
                    stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
          }
        };
    stage.xProperty().addListener(change -> update.run());
    stage.yProperty().addListener(change -> update.run());
    stage.widthProperty().addListener(change -> update.run());
    stage.heightProperty().addListener(change -> update.run());
    stage.addEventHandler(
        WindowEvent.WINDOW_HIDING,
        event -> {
          if (restored[0] != null) {
            WindowPlacement last = restored[0];
            closing.accept(
                new WindowPlacement(
                    last.x(), last.y(), last.width(), last.height(), stage.isMaximized()));
          }
        });
  }
}
