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
import org.digitpad.ink.AppendList;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.jspecify.annotations.Nullable;

/**
 * The content of the canvas, and the pen. Coordinates are in canvas units: the canvas is {@value
 * #SIDE} units wide and high, whatever its size on the screen.
 *
 * <p>Undo, redo and clear lift the pen. They end the stroke in progress where it is, so that it can
 * be restored, and the rest of that drag leaves no ink.
 */
public final class PadViewModel {
  /** Side of the canvas, in canvas units. */
  public static final double SIDE = CanvasContent.SIZE;

  /** Narrowest brush, in canvas units. */
  public static final double MIN_BRUSH = 8;

  /** Widest brush, in canvas units. */
  public static final double MAX_BRUSH = 28;

  private final List<CanvasListener> listeners = new ArrayList<>();
  private final Consumer<SavedCanvas> autosave;
  private final UndoHistory history = new UndoHistory();
  private @Nullable AppendList<InkPoint> stroke;

  private final ReadOnlyObjectWrapper<Drawing> drawing =
      new ReadOnlyObjectWrapper<>(this, "drawing", Drawing.BLANK);
  private final ReadOnlyObjectWrapper<DigitImage> background =
      new ReadOnlyObjectWrapper<>(this, "background", DigitImage.BLANK);
  private final DoubleProperty brush =
      new SimpleDoubleProperty(this, "brush", Drawing.DEFAULT_PEN_WIDTH);
  private final ReadOnlyStringWrapper draftError =
      new ReadOnlyStringWrapper(this, "draftError", "");
  private final ReadOnlyStringWrapper draftNote = new ReadOnlyStringWrapper(this, "draftNote", "");
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper(this, "canUndo");
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper(this, "canRedo");
  private final ReadOnlyBooleanWrapper canClear = new ReadOnlyBooleanWrapper(this, "canClear");

  /**
   * @param autosave receives the content after each stroke and each other change
   */
  public PadViewModel(Consumer<SavedCanvas> autosave) {
    this.autosave = autosave;
    brush.addListener((property, before, now) -> contentReplaced());
  }

  /** Adds a listener and passes it the present content. */
  public void addListener(CanvasListener listener) {
    listeners.add(listener);
    listener.contentReplaced(content());
  }

  public void removeListener(CanvasListener listener) {
    listeners.remove(listener);
  }

  /** The background image and all strokes, including the one in progress. */
  public CanvasContent content() {
    return new CanvasContent(background.get(), drawing.get());
  }

  /** The image under the strokes; blank where there is none. */
  public ReadOnlyObjectProperty<DigitImage> backgroundProperty() {
    return background.getReadOnlyProperty();
  }

  /** All strokes, including the one in progress. */
  public ReadOnlyObjectProperty<Drawing> drawingProperty() {
    return drawing.getReadOnlyProperty();
  }

  /** Width of all strokes, in canvas units. */
  public DoubleProperty brushProperty() {
    return brush;
  }

  /** Why the drawing could not be saved for the next session; empty if it was. */
  public ReadOnlyStringProperty draftErrorProperty() {
    return draftError.getReadOnlyProperty();
  }

  /** Sets why the drawing could not be saved; empty if it was. */
  public void setDraftError(String error) {
    draftError.set(error);
  }

  /** What happened to the drawing of the last session, until the canvas is cleared; or empty. */
  public ReadOnlyStringProperty draftNoteProperty() {
    return draftNote.getReadOnlyProperty();
  }

  /** Sets what happened to the drawing of the last session. */
  public void setDraftNote(String note) {
    draftNote.set(note);
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

  /** Begins a stroke. A stroke whose end was never reported is finished first. */
  public void penDown(double x, double y) {
    finishStroke();
    stroke = AppendList.empty();
    penMove(x, y);
  }

  /** Extends the stroke to a point; a point off the canvas is moved to the nearest edge. */
  public void penMove(double x, double y) {
    AppendList<InkPoint> points = stroke;
    if (points == null) {
      return;
    }
    InkPoint point = new InkPoint(clampToCanvas(x), clampToCanvas(y));
    if (points.isEmpty() || !points.get(points.size() - 1).equals(point)) {
      stroke = points.append(point);
      show();
      listeners.forEach(listener -> listener.contentExtended(content()));
    }
  }

  /** Ends the stroke. */
  public void penUp() {
    if (stroke != null) {
      finishStroke();
      show();
      listeners.forEach(listener -> listener.strokeEnded(content()));
      autosave();
    }
  }

  public void undo() {
    finishStroke();
    history.undo();
    contentReplaced();
  }

  public void redo() {
    finishStroke();
    history.redo();
    contentReplaced();
  }

  public void clear() {
    finishStroke();
    if (!history.isBlank()) {
      history.clear();
      draftNote.set("");
      contentReplaced();
    }
  }

  /** Replaces the content by an image that can be drawn on; undo restores what was there. */
  public void placeImage(DigitImage image) {
    finishStroke();
    history.placeImage(image);
    contentReplaced();
  }

  /**
   * Restores the content of the last session. If the user has drawn already, the restored strokes
   * become the oldest ones, which undo removes last, and the brush width stays as it is.
   */
  public void restore(SavedCanvas draft) {
    if (draft.isBlank()) {
      return;
    }
    boolean untouched = stroke == null && !history.canUndo() && !history.canRedo();
    history.prepend(
        draft.beneath().strokes(),
        draft.content().background(),
        draft.content().drawing().strokes());
    if (untouched) {
      brush.set(Math.max(MIN_BRUSH, Math.min(MAX_BRUSH, draft.content().drawing().penWidth())));
    }
    contentReplaced();
  }

  private void finishStroke() {
    if (stroke != null) {
      history.add(new Stroke(stroke));
      stroke = null;
    }
  }

  private void contentReplaced() {
    show();
    listeners.forEach(listener -> listener.contentReplaced(content()));
    autosave();
  }

  private void autosave() {
    AppendList<Stroke> beneath = history.beneath();
    autosave.accept(
        new SavedCanvas(
            content(), beneath.isEmpty() ? Drawing.BLANK : new Drawing(beneath, brush.get())));
  }

  private void show() {
    AppendList<Stroke> strokes = history.strokes();
    if (stroke != null) {
      strokes = strokes.append(new Stroke(stroke));
    }
    background.set(history.background());
    drawing.set(new Drawing(strokes, brush.get()));
    canUndo.set(stroke != null || history.canUndo());
    canRedo.set(stroke == null && history.canRedo());
    canClear.set(stroke != null || !history.isBlank());
  }

  private static double clampToCanvas(double coordinate) {
    return Math.max(0, Math.min(SIDE, coordinate));
  }
}
