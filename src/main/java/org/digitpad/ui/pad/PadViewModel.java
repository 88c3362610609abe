package org.digitpad.ui.pad;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.jspecify.annotations.Nullable;

/**
 * The paper and the pen. Places are in units of the paper, which has {@value #PAPER} of them a side
 * whatever its size on the screen.
 *
 * <p>Undo, redo and clear lift the pen: a stroke in progress is finished as it is, so that it can
 * come back, and the rest of that drag leaves no ink.
 */
public final class PadViewModel {
  public static final double PAPER = CanvasContent.SIZE;
  public static final double THINNEST = 8;
  public static final double THICKEST = 28;

  private final List<CanvasListener> followers = new ArrayList<>();
  private final Consumer<Drawing> keep;
  private final UndoHistory history = new UndoHistory();
  private @Nullable List<InkPoint> stroke;

  private final ReadOnlyObjectWrapper<Drawing> drawing =
      new ReadOnlyObjectWrapper<>(this, "drawing", Drawing.BLANK);
  private final ReadOnlyObjectWrapper<DigitImage> ground =
      new ReadOnlyObjectWrapper<>(this, "ground", DigitImage.BLANK);
  private final DoubleProperty brush =
      new SimpleDoubleProperty(this, "brush", Drawing.DEFAULT_PEN_WIDTH);
  private final ReadOnlyStringWrapper draftFault =
      new ReadOnlyStringWrapper(this, "draftFault", "");
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper(this, "canUndo");
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper(this, "canRedo");
  private final ReadOnlyBooleanWrapper canClear = new ReadOnlyBooleanWrapper(this, "canClear");

  /**
   * @param keep told of the drawing whenever the pen was lifted, so that it can be kept; not of
   *     strokes on an image, which are nothing without it
   */
  public PadViewModel(Consumer<Drawing> keep) {
    this.keep = keep;
    brush.addListener((property, before, now) -> replaced());
  }

  /** Tells a follower of the paper, beginning with what lies on it now. */
  public void add(CanvasListener follower) {
    followers.add(follower);
    follower.restart(subject());
  }

  /** Tells a follower no more. */
  public void remove(CanvasListener follower) {
    followers.remove(follower);
  }

  /** All that lies on the paper. */
  public CanvasContent subject() {
    return new CanvasContent(ground.get(), drawing.get());
  }

  /** The image under the strokes; blank for plain paper. */
  public ReadOnlyObjectProperty<DigitImage> groundProperty() {
    return ground.getReadOnlyProperty();
  }

  /** All strokes, with the one in progress. */
  public ReadOnlyObjectProperty<Drawing> drawingProperty() {
    return drawing.getReadOnlyProperty();
  }

  /** Width of the pen, for all strokes alike. */
  public DoubleProperty brushProperty() {
    return brush;
  }

  /** Why the drawing is not kept from one start to the next; empty if it is. */
  public ReadOnlyStringProperty draftFaultProperty() {
    return draftFault.getReadOnlyProperty();
  }

  /** Tells why the drawing could not be kept; empty if it was. */
  public void tellOfDraft(String fault) {
    draftFault.set(fault);
  }

  public ReadOnlyBooleanProperty canUndoProperty() {
    return canUndo.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canRedoProperty() {
    return canRedo.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canClearProperty() {
    return canClear.getReadOnlyProperty();
  }

  /** Puts the pen down. A stroke whose end got lost is finished first. */
  public void penDown(double x, double y) {
    finishStroke();
    stroke = new ArrayList<>();
    penMove(x, y);
  }

  /** Draws on to a place; one outside of the paper becomes the nearest place on its edge. */
  public void penMove(double x, double y) {
    if (stroke == null) {
      return;
    }
    InkPoint point = new InkPoint(onPaper(x), onPaper(y));
    if (stroke.isEmpty() || !stroke.get(stroke.size() - 1).equals(point)) {
      stroke.add(point);
      show();
      followers.forEach(follower -> follower.follow(subject()));
    }
  }

  public void penUp() {
    if (stroke != null) {
      finishStroke();
      show();
      keep();
    }
  }

  public void undo() {
    finishStroke();
    history.undo();
    replaced();
  }

  public void redo() {
    finishStroke();
    history.redo();
    replaced();
  }

  public void clear() {
    finishStroke();
    if (!history.isBlank()) {
      history.clear();
      replaced();
    }
  }

  /** Puts an image on a fresh sheet, to be read and drawn on; undo brings back what was there. */
  public void lay(DigitImage image) {
    finishStroke();
    history.lay(image);
    replaced();
  }

  /**
   * Brings back a drawing from before. If somebody has drawn already it comes below that, to be
   * undone after it, and the brush stays the one in hand.
   */
  public void restore(Drawing kept) {
    if (kept.isBlank()) {
      return;
    }
    boolean untouched = stroke == null && !history.canUndo() && !history.canRedo();
    history.putUnder(kept.strokes());
    if (untouched) {
      brush.set(Math.max(THINNEST, Math.min(THICKEST, kept.penWidth())));
    }
    replaced();
  }

  private void finishStroke() {
    if (stroke != null) {
      history.add(new Stroke(stroke));
      stroke = null;
    }
  }

  private void replaced() {
    show();
    followers.forEach(follower -> follower.restart(subject()));
    keep();
  }

  private void keep() {
    if (!subject().hasBackground()) {
      keep.accept(drawing.get());
    }
  }

  private void show() {
    List<Stroke> strokes = history.strokes();
    if (stroke != null) {
      strokes = new ArrayList<>(strokes);
      strokes.add(new Stroke(stroke));
    }
    ground.set(history.ground());
    drawing.set(new Drawing(strokes, brush.get()));
    canUndo.set(stroke != null || history.canUndo());
    canRedo.set(stroke == null && history.canRedo());
    canClear.set(stroke != null || !history.isBlank());
  }

  private static double onPaper(double place) {
    return Math.max(0, Math.min(PAPER, place));
  }
}
