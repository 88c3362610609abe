package org.digitpad.ui.pad;

import java.util.List;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.Stroke;

/**
 * The ink on the paper: one vector path a stroke, in units of the paper and scaled to its size, so
 * that it is sharp at any size and on any screen. Redrawn at most once a frame, and of that only
 * the stroke that grew.
 */
final class InkLayer extends Pane {
  private final Group ink = new Group();
  private final Scale scale = new Scale();
  private Drawing drawing = Drawing.BLANK;

  InkLayer() {
    Rectangle edge = new Rectangle();
    edge.widthProperty().bind(widthProperty());
    edge.heightProperty().bind(heightProperty());
    setClip(edge);
    setMouseTransparent(true);
    ink.setManaged(false);
    ink.getTransforms().add(scale);
    getChildren().add(ink);
  }

  void show(Drawing next) {
    drawing = next;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    scale.setX(getWidth() / PadViewModel.PAPER);
    scale.setY(getHeight() / PadViewModel.PAPER);
    List<Node> paths = ink.getChildren();
    List<Stroke> strokes = drawing.strokes();
    if (paths.size() > strokes.size()) {
      paths.subList(strokes.size(), paths.size()).clear();
    }
    while (paths.size() < strokes.size()) {
      InkPath path = new InkPath();
      paths.add(path);
      // the styles of this frame were applied before, and the ink would be black until the next
      path.applyCss();
    }
    for (int i = 0; i < strokes.size(); i++) {
      InkPath path = (InkPath) paths.get(i);
      path.show(strokes.get(i));
      path.setStrokeWidth(drawing.penWidth());
    }
  }
}
