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
 * The ink: one vector path per stroke, in canvas units and scaled to the size of the canvas, so
 * that it is sharp at any size and on any screen. It is updated at most once per frame, and only
 * the stroke that has grown.
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
    scale.setX(getWidth() / PadViewModel.SIDE);
    scale.setY(getHeight() / PadViewModel.SIDE);
    List<Node> paths = ink.getChildren();
    List<Stroke> strokes = drawing.strokes();
    if (paths.size() > strokes.size()) {
      paths.subList(strokes.size(), paths.size()).clear();
    }
    while (paths.size() < strokes.size()) {
      InkPath path = new InkPath();
      paths.add(path);
      // CSS runs before layout: without this the new path would be black for one frame
      path.applyCss();
    }
    for (int i = 0; i < strokes.size(); i++) {
      InkPath path = (InkPath) paths.get(i);
      path.show(strokes.get(i));
      path.setStrokeWidth(drawing.penWidth());
    }
  }
}
