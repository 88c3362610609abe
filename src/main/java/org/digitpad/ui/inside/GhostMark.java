package org.digitpad.ui.inside;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polyline;
import org.digitpad.explain.ChangeKind;
import org.digitpad.explain.NearestChange;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.ink.StrokeBounds;

/**
 * A change of a drawing on the canvas: what goes fades, what comes is a dashed line, and a sentence
 * tells what the network then reads.
 */
final class GhostMark extends Pane {
  private static final double MARGIN = 12;

  /** Kinds after which the rest of the ink is where it was. */
  private static final Set<ChangeKind> CUTTING =
      EnumSet.of(ChangeKind.SHORTEN_START, ChangeKind.SHORTEN_END, ChangeKind.OPEN_GAP);

  private final Group lines = new Group();
  private final Label sentence = new Label();

  GhostMark() {
    setId("inside-change-mark");
    setManaged(false);
    setMouseTransparent(true);
    setVisible(false);
    lines.setManaged(false);
    sentence.setId("inside-sentence");
    sentence.getStyleClass().add("inside-sentence");
    sentence.setAlignment(Pos.CENTER);
    sentence.setWrapText(true);
    sentence.setManaged(false);
    getChildren().addAll(lines, sentence);
  }

  /** Shows a change of a drawing, in the size that this node has. */
  void show(NearestChange change, Drawing original) {
    double scale = getWidth() / CanvasContent.SIZE;
    Set<Stroke> before = new HashSet<>(original.strokes());
    Set<Stroke> after = new HashSet<>(change.drawing().strokes());
    List<Polyline> all = new ArrayList<>();
    if (change.kind() != ChangeKind.CLOSE_GAP) {
      for (Stroke stroke : original.strokes()) {
        if (!after.contains(stroke)) {
          all.add(wideLine(stroke, scale, "inside-gone", 1));
        }
      }
    }
    for (Stroke stroke : change.drawing().strokes()) {
      if (!before.contains(stroke)) {
        if (CUTTING.contains(change.kind())) {
          all.add(wideLine(stroke, scale, "inside-kept", 0));
        }
        all.add(line(stroke.points(), scale, "inside-ghost"));
      }
    }
    lines.getChildren().setAll(all);
    sentence.setText(change.sentence());
    placeSentence(original, scale);
  }

  private static Polyline wideLine(Stroke stroke, double scale, String styleClass, double more) {
    Polyline line = line(stroke.points(), scale, styleClass);
    line.setStrokeWidth(Math.max(1, stroke.penWidth() * scale) + more);
    return line;
  }

  private static Polyline line(List<InkPoint> points, double scale, String styleClass) {
    Polyline line = new Polyline();
    line.getStyleClass().add(styleClass);
    for (InkPoint point : points) {
      line.getPoints().addAll(point.x() * scale, point.y() * scale);
    }
    return line;
  }

  /** Above or below the ink, where there is more paper. */
  private void placeSentence(Drawing original, double scale) {
    StrokeBounds ink = StrokeBounds.ofInk(original.strokes());
    boolean above = ink.top() > CanvasContent.SIZE - ink.bottom();
    double width = Math.max(0, getWidth() - 2 * MARGIN);
    sentence.applyCss();
    double height = snapSizeY(sentence.prefHeight(width));
    double textWidth = Math.min(width, snapSizeX(sentence.prefWidth(-1)));
    sentence.resizeRelocate(
        snapPositionX((getWidth() - textWidth) / 2),
        above ? MARGIN : getHeight() - MARGIN - height,
        textWidth,
        height);
  }
}
