package org.digitpad.ui.pad;

import java.util.List;
import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import org.digitpad.ink.Stroke;
import org.digitpad.ink.StrokeBounds;

/**
 * What shows the selection: an outline around each selected stroke, a dashed box around all of
 * them, and the rectangle that is being dragged. Lies under the ink, so that ink stays as dark as
 * it is.
 */
final class SelectionLayer extends Pane {
  /** How much wider the outline is than the stroke, in canvas units. */
  private static final double OUTLINE = 5;

  /** Outlines of more strokes would slow frames down, and the box shows them as well. */
  private static final int MAX_OUTLINES = 400;

  /** Distance of the box from the ink, in pixels. */
  private static final double GAP = 4;

  private final SelectTool model;
  private final Group outlines = new Group();
  private final Scale scale = new Scale();
  private final Rectangle box = rectangle("selection-box");
  private final Rectangle frame = rectangle("selection-frame");

  SelectionLayer(SelectTool model) {
    this.model = model;
    Rectangle edge = new Rectangle();
    edge.widthProperty().bind(widthProperty());
    edge.heightProperty().bind(heightProperty());
    setClip(edge);
    setMouseTransparent(true);
    outlines.setManaged(false);
    outlines.getTransforms().add(scale);
    getChildren().addAll(outlines, box, frame);
    model.selectionProperty().addListener((property, before, now) -> showOutlines(now));
    model.frameProperty().addListener((property, before, now) -> requestLayout());
    showOutlines(model.selectionProperty().get());
  }

  private static Rectangle rectangle(String name) {
    Rectangle rectangle = new Rectangle();
    rectangle.setId(name);
    rectangle.getStyleClass().add(name);
    rectangle.setManaged(false);
    rectangle.setVisible(false);
    return rectangle;
  }

  private void showOutlines(List<Stroke> strokes) {
    int count = strokes.size() > MAX_OUTLINES ? 0 : strokes.size();
    while (outlines.getChildren().size() < count) {
      InkPath path = new InkPath("selection-outline");
      outlines.getChildren().add(path);
      // as in InkLayer: otherwise black for one frame
      path.applyCss();
    }
    outlines.getChildren().remove(count, outlines.getChildren().size());
    for (int i = 0; i < count; i++) {
      InkPath path = (InkPath) outlines.getChildren().get(i);
      path.show(strokes.get(i));
      path.setStrokeWidth(strokes.get(i).penWidth() + OUTLINE);
    }
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    scale.setX(getWidth() / PadViewModel.SIDE);
    scale.setY(getHeight() / PadViewModel.SIDE);
    List<Stroke> selection = model.selectionProperty().get();
    place(
        box,
        selection.isEmpty() ? Optional.empty() : Optional.of(StrokeBounds.ofInk(selection)),
        GAP);
    place(frame, model.frameProperty().get(), 0);
  }

  private void place(Rectangle rectangle, Optional<StrokeBounds> bounds, double gap) {
    rectangle.setVisible(bounds.isPresent());
    bounds.ifPresent(
        place -> {
          // half pixels keep the lines sharp
          rectangle.setX(Math.round(place.left() * scale.getX() - gap) + 0.5);
          rectangle.setY(Math.round(place.top() * scale.getY() - gap) + 0.5);
          rectangle.setWidth(Math.round(place.width() * scale.getX() + 2 * gap));
          rectangle.setHeight(Math.round(place.height() * scale.getY() + 2 * gap));
        });
  }
}
