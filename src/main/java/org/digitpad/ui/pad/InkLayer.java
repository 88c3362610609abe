package org.digitpad.ui.pad;

import java.util.List;
import javafx.application.Platform;
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
 * the strokes that have changed.
 *
 * <p>A node for each of thousands of strokes would take seconds per frame. The oldest strokes of
 * such a drawing are therefore painted on a {@link PaintedInk}, some of them in each frame.
 */
public final class InkLayer extends Pane {
  /** The most recent strokes, which undo takes back one by one, stay paths. */
  static final int MIN_PATHS = 200;

  /** So many paths do not slow a frame down. */
  static final int MAX_PATHS = 400;

  /** Strokes to paint in a frame: some milliseconds. */
  private static final int PAINTED_PER_FRAME = 1_000;

  private final PaintedInk painted = new PaintedInk();
  private final Group ink = new Group();
  private final Scale scale = new Scale();
  private Drawing drawing = Drawing.BLANK;

  public InkLayer() {
    Rectangle edge = new Rectangle();
    edge.widthProperty().bind(widthProperty());
    edge.heightProperty().bind(heightProperty());
    setClip(edge);
    setMouseTransparent(true);
    ink.setManaged(false);
    ink.getTransforms().add(scale);
    painted.setOnChange(this::requestLayout);
    getChildren().addAll(painted, ink);
  }

  /** Shows a drawing in canvas units. */
  public void show(Drawing next) {
    drawing = next;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    scale.setX(getWidth() / PadViewModel.SIDE);
    scale.setY(getHeight() / PadViewModel.SIDE);
    List<Stroke> strokes = drawing.strokes();
    int toPaint = painted.reset(strokes, getWidth(), getHeight());
    if (strokes.size() - toPaint > MAX_PATHS) {
      toPaint = strokes.size() - MIN_PATHS;
    }
    painted.paint(toPaint, PAINTED_PER_FRAME);
    if (painted.count() < toPaint) {
      // in the next frame, as a layout cannot be requested during one
      Platform.runLater(this::requestLayout);
    }
    showPaths(strokes.subList(toPaint, strokes.size()));
  }

  private void showPaths(List<Stroke> strokes) {
    List<Node> paths = ink.getChildren();
    int most = Math.min(paths.size(), strokes.size());
    int same = 0;
    while (same < most && isShown(strokes.get(same), paths.get(same))) {
      same++;
    }
    int sameAtEnd = 0;
    while (sameAtEnd < most - same
        && isShown(
            strokes.get(strokes.size() - 1 - sameAtEnd), paths.get(paths.size() - 1 - sameAtEnd))) {
      sameAtEnd++;
    }
    int end = strokes.size() - sameAtEnd;
    if (paths.size() > strokes.size()) {
      paths.subList(end, paths.size() - sameAtEnd).clear();
    }
    while (paths.size() < strokes.size()) {
      InkPath path = new InkPath();
      paths.add(paths.size() - sameAtEnd, path);
      // CSS runs before layout: without this the new path would be black for one frame
      path.applyCss();
    }
    for (int i = same; i < end; i++) {
      ((InkPath) paths.get(i)).show(strokes.get(i));
    }
  }

  private static boolean isShown(Stroke stroke, Node path) {
    return ((InkPath) path).stroke() == stroke;
  }
}
