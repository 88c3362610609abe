package org.digitpad.ui.common;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

/**
 * Fills the space it is given with its children, and ends exceptions that their layout throws.
 * JavaFX never again lays out the node that has thrown nor the nodes around it (the flag {@code
 * performingLayout} of {@link Parent} stays set), so a barrier limits this to a part of the window.
 */
public final class LayoutBarrier extends StackPane {
  private final Runnable onFailure;

  /**
   * @param onFailure called when a layout has failed, before the exception is reported
   * @param children what to lay out
   */
  public LayoutBarrier(Runnable onFailure, Node... children) {
    super(children);
    this.onFailure = onFailure;
    // otherwise the nodes around would ask the children for their sizes, outside of the barrier
    setMinSize(0, 0);
    setPrefSize(0, 0);
  }

  @Override
  protected void layoutChildren() {
    try {
      super.layoutChildren();
      for (Node child : getManagedChildren()) {
        if (child instanceof Parent parent) {
          parent.layout();
        }
      }
    } catch (RuntimeException | Error cause) {
      onFailure.run();
      Uncaught.report(cause);
    }
  }

  /** Focuses what is in front. */
  @Override
  public void requestFocus() {
    getChildren().get(getChildren().size() - 1).requestFocus();
  }
}
