package org.digitpad.ui.common;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.InputEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import org.slf4j.LoggerFactory;

/**
 * Styles and lays out views that are never shown, control by control and only while the person does
 * nothing. JavaFX takes half a second for the first view with controls of new kinds, as it loads
 * classes and runs code that is not compiled yet, and a tenth of it later.
 */
public final class LayoutWarmUp extends FrameTimer {
  /** A second round halves the time of the first visit again; a third one gains little. */
  private static final int ROUNDS = 2;

  /** Without an event for so long, the person does nothing. */
  private static final long IDLE_NANOS = 400_000_000;

  /** Once a frame has taken so long, the next control waits for the next frame. */
  private static final long FRAME_NANOS = 8_000_000;

  private final Pane parent;
  private final Deque<Supplier<Node>> views = new ArrayDeque<>();
  private final Deque<Node> controls = new ArrayDeque<>();
  private final StackPane root = new StackPane();
  private final EventHandler<InputEvent> onInput = event -> lastInput = System.nanoTime();
  private long lastInput = System.nanoTime();

  private LayoutWarmUp(Pane parent, List<Supplier<Node>> views) {
    this.parent = parent;
    for (int round = 0; round < ROUNDS; round++) {
      for (Supplier<Node> view : views) {
        this.views.add(() -> takeApart(view.get()));
        this.views.add(view);
      }
    }
    root.setManaged(false);
  }

  /**
   * Begins. To be called on the FX thread.
   *
   * @param parent where such views will be shown: JavaFX remembers styles for each scene
   * @param views create the views
   */
  public static void start(Pane parent, List<Supplier<Node>> views) {
    LayoutWarmUp warmUp = new LayoutWarmUp(parent, views);
    parent.addEventFilter(InputEvent.ANY, warmUp.onInput);
    warmUp.start();
  }

  @Override
  protected void frame(long now) {
    long start = System.nanoTime();
    while (start - lastInput > IDLE_NANOS && System.nanoTime() - start < FRAME_NANOS) {
      if (controls.isEmpty() && views.isEmpty()) {
        end();
        return;
      }
      try {
        layOut(controls.isEmpty() ? views.remove().get() : controls.remove());
      } catch (RuntimeException cause) {
        // the view that will be shown is not affected, or reports it itself
        LoggerFactory.getLogger(LayoutWarmUp.class).warn("cannot lay out in advance", cause);
        end();
        return;
      }
    }
  }

  private void layOut(Node node) {
    root.getChildren().setAll(node);
    parent.getChildren().add(root);
    root.resize(parent.getWidth(), parent.getHeight());
    root.applyCss();
    root.layout();
    parent.getChildren().remove(root);
    root.getChildren().clear();
  }

  private void end() {
    stop();
    parent.removeEventFilter(InputEvent.ANY, onInput);
  }

  /** Has the controls of a view laid out one by one. */
  private Node takeApart(Node view) {
    collect(view);
    return new StackPane();
  }

  private void collect(Node node) {
    if (node instanceof ScrollPane scroll) {
      collect(scroll.getContent());
    } else if (node instanceof Control) {
      controls.add(node);
    } else if (node instanceof Parent nodes) {
      nodes.getChildrenUnmodifiable().forEach(this::collect);
    }
  }
}
