package org.digitpad.ui.picture;

import java.util.List;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.digitpad.ink.scan.InkBounds;
import org.jspecify.annotations.Nullable;

/**
 * Mouse input on a picture: a grip of the selected frame resizes it, the inside of a frame selects
 * and moves it, and elsewhere a new frame begins.
 */
final class FrameDragging {
  /** How far from the middle of a grip it can be held, in pixels of the screen. */
  private static final double REACH = 10;

  /** A drag that is shorter begins no frame, in pixels of the screen. */
  private static final double MIN_DRAG = 4;

  /** What is held. */
  private record Hold(int index, Grip grip) {}

  private final PictureView view;
  private final PictureViewModel model;

  private double startX;
  private double startY;
  private @Nullable Hold hold;

  /** Where the frame was at first; null where a new one begins. */
  private @Nullable InkBounds startBox;

  private boolean pressed;

  private FrameDragging(PictureView view, PictureViewModel model) {
    this.view = view;
    this.model = model;
  }

  /** Handles the mouse events of a node that covers the picture. */
  static void attach(Node layer, PictureView view, PictureViewModel model) {
    FrameDragging dragging = new FrameDragging(view, model);
    layer.addEventHandler(MouseEvent.MOUSE_MOVED, event -> layer.setCursor(dragging.cursor(event)));
    layer.addEventHandler(MouseEvent.MOUSE_PRESSED, dragging::press);
    layer.addEventHandler(MouseEvent.MOUSE_DRAGGED, dragging::drag);
    layer.addEventHandler(MouseEvent.MOUSE_RELEASED, dragging::release);
  }

  private void press(MouseEvent event) {
    pressed =
        event.getButton() == MouseButton.PRIMARY
            && model.stateProperty().get() == PictureViewModel.State.OPEN;
    if (!pressed) {
      return;
    }
    startX = event.getX();
    startY = event.getY();
    hold = holdAt(startX, startY);
    startBox = null;
    if (hold != null) {
      model.select(hold.index);
      startBox = model.framesProperty().get().get(hold.index).box();
    }
    view.requestFocus();
    event.consume();
  }

  private void drag(MouseEvent event) {
    if (!pressed || model.stateProperty().get() != PictureViewModel.State.OPEN) {
      return;
    }
    PictureScale scale = view.scale();
    if (hold == null || startBox == null) {
      begin(event, scale);
    } else if (hold.index < model.framesProperty().get().size()) {
      model.setBox(
          hold.index,
          hold.grip.drag(
              startBox,
              scale.pictureLength(event.getX() - startX),
              scale.pictureLength(event.getY() - startY),
              model.pictureWidth(),
              model.pictureHeight()));
    }
    event.consume();
  }

  /** Begins a new frame, whose corner is dragged from then on. */
  private void begin(MouseEvent event, PictureScale scale) {
    if (Math.hypot(event.getX() - startX, event.getY() - startY) < MIN_DRAG) {
      return;
    }
    int x = scale.pictureX(startX);
    int y = scale.pictureY(startY);
    InkBounds box =
        Grip.between(
            x,
            y,
            scale.pictureX(event.getX()),
            scale.pictureY(event.getY()),
            model.pictureWidth(),
            model.pictureHeight());
    int index = model.add(box);
    hold = new Hold(index, Grip.BOTTOM_RIGHT);
    startBox = new InkBounds(x, y, 0, 0);
    view.requestFocus();
  }

  private void release(MouseEvent event) {
    pressed = false;
    hold = null;
    startBox = null;
  }

  private Cursor cursor(MouseEvent event) {
    if (model.stateProperty().get() != PictureViewModel.State.OPEN) {
      return Cursor.DEFAULT;
    }
    Hold at = holdAt(event.getX(), event.getY());
    if (at == null) {
      return Cursor.CROSSHAIR;
    }
    return switch (at.grip) {
      case TOP_LEFT -> Cursor.NW_RESIZE;
      case TOP -> Cursor.N_RESIZE;
      case TOP_RIGHT -> Cursor.NE_RESIZE;
      case RIGHT -> Cursor.E_RESIZE;
      case BOTTOM_RIGHT -> Cursor.SE_RESIZE;
      case BOTTOM -> Cursor.S_RESIZE;
      case BOTTOM_LEFT -> Cursor.SW_RESIZE;
      case LEFT -> Cursor.W_RESIZE;
      case INSIDE -> Cursor.MOVE;
    };
  }

  /** Returns what is at a place: a grip of the selected frame, or the smallest frame there. */
  private @Nullable Hold holdAt(double x, double y) {
    List<PictureFrame> frames = model.framesProperty().get();
    int selected = model.selectedProperty().get();
    if (selected >= 0) {
      Grip grip = gripAt(frames.get(selected).box(), x, y);
      if (grip != null) {
        return new Hold(selected, grip);
      }
    }
    int smallest = -1;
    for (int i = 0; i < frames.size(); i++) {
      if (isInside(frames.get(i).box(), x, y)
          && (smallest < 0 || area(frames.get(i)) < area(frames.get(smallest)))) {
        smallest = i;
      }
    }
    return smallest < 0 ? null : new Hold(smallest, Grip.INSIDE);
  }

  private boolean isInside(InkBounds box, double x, double y) {
    PictureScale scale = view.scale();
    return x >= scale.screenX(box.left())
        && x <= scale.screenX(box.left() + box.width())
        && y >= scale.screenY(box.top())
        && y <= scale.screenY(box.top() + box.height());
  }

  /** Corners come before edges; a small frame keeps an inside by which it can be moved. */
  private @Nullable Grip gripAt(InkBounds box, double x, double y) {
    PictureScale scale = view.scale();
    double width = scale.scale() * box.width();
    double height = scale.scale() * box.height();
    double dx = x - scale.screenX(box.left());
    double dy = y - scale.screenY(box.top());
    double reachX = Math.min(REACH, width / 4);
    double reachY = Math.min(REACH, height / 4);
    if (dx > reachX && dx < width - reachX && dy > reachY && dy < height - reachY) {
      return null;
    }
    if (dx < -REACH || dx > width + REACH || dy < -REACH || dy > height + REACH) {
      return null;
    }
    int horizontal = dx <= reachX ? -1 : dx >= width - reachX ? 1 : 0;
    int vertical = dy <= reachY ? -1 : dy >= height - reachY ? 1 : 0;
    return Grip.at(horizontal, vertical);
  }

  private static long area(PictureFrame frame) {
    return (long) frame.box().width() * frame.box().height();
  }
}
