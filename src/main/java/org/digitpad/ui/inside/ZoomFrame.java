package org.digitpad.ui.inside;

import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.shape.Rectangle;
import org.digitpad.ui.common.FrameTimer;

/**
 * Leads the eye from what was chosen to where it is told in detail: a frame that moves and grows
 * from one place to the other, while what is told there appears. Where motion is reduced, it
 * appears at once.
 */
final class ZoomFrame extends Rectangle {
  private static final double NANOS = 260e6;

  /** What appears is never quite gone, so that nothing flickers while the arrow keys are held. */
  private static final double LEAST_OPACITY = 0.15;

  private final ObservableBooleanValue motionReduced;
  private final Zoom zoom = new Zoom();

  /**
   * @param motionReduced whether animations are off
   */
  ZoomFrame(ObservableBooleanValue motionReduced) {
    this.motionReduced = motionReduced;
    setId("inside-zoom");
    getStyleClass().add("inside-zoom");
    setManaged(false);
    setMouseTransparent(true);
    setVisible(false);
  }

  /**
   * Goes from one place to another, both in the coordinates of the parent.
   *
   * @param appearing what appears at the end
   */
  void go(Bounds from, Bounds to, List<? extends Node> appearing) {
    zoom.finish();
    if (!motionReduced.get()) {
      zoom.begin(from, to, List.copyOf(appearing));
    }
  }

  private final class Zoom extends FrameTimer {
    private Bounds from = getLayoutBounds();
    private Bounds to = getLayoutBounds();
    private List<Node> appearing = List.of();
    private long begun;

    void begin(Bounds newFrom, Bounds newTo, List<Node> newAppearing) {
      from = newFrom;
      to = newTo;
      appearing = newAppearing;
      begun = 0;
      place(0);
      setVisible(true);
      start();
    }

    void finish() {
      stop();
      setVisible(false);
      appearing.forEach(node -> node.setOpacity(1));
      appearing = List.of();
    }

    @Override
    protected void frame(long now) {
      begun = begun == 0 ? now : begun;
      double share = Math.min(1, (now - begun) / NANOS);
      if (share < 1) {
        // fast at first, slow in the end
        place(1 - Math.pow(1 - share, 3));
      } else {
        finish();
      }
    }

    private void place(double share) {
      setX(from.getMinX() + share * (to.getMinX() - from.getMinX()));
      setY(from.getMinY() + share * (to.getMinY() - from.getMinY()));
      setWidth(from.getWidth() + share * (to.getWidth() - from.getWidth()));
      setHeight(from.getHeight() + share * (to.getHeight() - from.getHeight()));
      double opacity = LEAST_OPACITY + (1 - LEAST_OPACITY) * share;
      appearing.forEach(node -> node.setOpacity(opacity));
    }
  }
}
