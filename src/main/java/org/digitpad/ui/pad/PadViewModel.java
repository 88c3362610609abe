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
 * The content of the canvas, and its tools. Coordinates are in canvas units: the canvas is {@value
 * #SIDE} units wide and high, whatever its size on the screen.
 *
 * <p>A stroke, what is erased between a press and a release, and a move are one step of the undo
 * history each. Undo, redo, clear and other changes end the one in progress where it is, so that it
 * can be restored, and the rest of that drag does nothing.
 */
public final class PadViewModel {
  /** Side of the canvas, in canvas units. */
  public static final double SIDE = CanvasContent.SIZE;

  /** Narrowest brush, in canvas units. */
  public static final double MIN_BRUSH = 8;

  /** Widest brush, in canvas units. */
  public static final double MAX_BRUSH = 28;

  /** Smallest eraser, in canvas units. */
  public static final double MIN_ERASER = 8;

  /** Largest eraser, in canvas units. */
  public static final double MAX_ERASER = 56;

  private static final double DEFAULT_ERASER = 24;

  private final List<CanvasListener> listeners = new ArrayList<>();
  private final List<Consumer<CanvasContent>> replaceListeners = new ArrayList<>();
  private final Consumer<SavedCanvas> autosave;
  private final UndoHistory history = new UndoHistory();
  private @Nullable AppendList<InkPoint> stroke;

  /** Width of the stroke in progress. */
  private double penWidth;

  /** The strokes as the eraser or the move in progress has left them so far. */
  private @Nullable AppendList<Stroke> edited;

  private @Nullable InkPoint eraserAt;
  private final SelectTool select = new SelectTool(this::edit);

  private final ReadOnlyObjectWrapper<Tool> tool =
      new ReadOnlyObjectWrapper<>(this, "tool", Tool.PEN);
  private final DoubleProperty eraser = new SimpleDoubleProperty(this, "eraser", DEFAULT_ERASER);
  private final ReadOnlyBooleanWrapper erasing = new ReadOnlyBooleanWrapper(this, "erasing");
  private final ReadOnlyObjectWrapper<Drawing> drawing =
      new ReadOnlyObjectWrapper<>(this, "drawing", Drawing.BLANK);
  private final ReadOnlyObjectWrapper<DigitImage> background =
      new ReadOnlyObjectWrapper<>(this, "background", DigitImage.BLANK);
  private final DoubleProperty brush =
      new SimpleDoubleProperty(this, "brush", Stroke.DEFAULT_PEN_WIDTH);
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
  }

  /** Adds a listener and passes it the present content. */
  public void addListener(CanvasListener listener) {
    listeners.add(listener);
    listener.contentReplaced(content());
  }

  public void removeListener(CanvasListener listener) {
    listeners.remove(listener);
  }

  /**
   * Adds a listener that gets the content before {@link #clear}, {@link #placeImage} or {@link
   * #replaceDrawing} takes it from the canvas; blank contents are not reported.
   */
  public void addReplaceListener(Consumer<CanvasContent> listener) {
    replaceListeners.add(listener);
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

  /**
   * Width of further strokes, in canvas units; strokes keep the width that they were drawn with.
   */
  public DoubleProperty brushProperty() {
    return brush;
  }

  /** Diameter of the eraser, in canvas units. */
  public DoubleProperty eraserProperty() {
    return eraser;
  }

  /** What a press on the canvas does. */
  public ReadOnlyObjectProperty<Tool> toolProperty() {
    return tool.getReadOnlyProperty();
  }

  /** Chooses a tool. Any but the selection tool ends the selection. */
  public void setTool(Tool next) {
    finishAndSave();
    if (next != Tool.SELECT) {
      select.clear();
    }
    tool.set(next);
    show();
  }

  /** Chooses a tool, or the pen if it is chosen already. */
  public void toggleTool(Tool next) {
    setTool(tool.get() == next ? Tool.PEN : next);
  }

  /** Selects and moves strokes. */
  public SelectTool select() {
    return select;
  }

  /** Whether the eraser is on the canvas, whatever the tool. */
  public ReadOnlyBooleanProperty erasingProperty() {
    return erasing.getReadOnlyProperty();
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
    finishGesture();
    stroke = AppendList.empty();
    penWidth = brush.get();
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
    finishAndSave();
  }

  /**
   * Erases what is under the eraser, and until {@link #eraserUp} on its way.
   *
   * @param whole whether strokes vanish as a whole, instead of the touched part of them
   */
  public void eraserDown(double x, double y, boolean whole) {
    finishAndSave();
    erasing.set(true);
    eraserAt = new InkPoint(x, y);
    eraserMove(x, y, whole);
  }

  /** Moves the eraser in a straight line. It may leave the canvas and come back. */
  public void eraserMove(double x, double y, boolean whole) {
    InkPoint from = eraserAt;
    if (from == null) {
      return;
    }
    InkPoint to = new InkPoint(x, y);
    eraserAt = to;
    StrokeEraser way = new StrokeEraser(from, to, eraser.get() / 2);
    List<Stroke> left = new ArrayList<>();
    boolean changed = false;
    for (Stroke old : strokes()) {
      if (way.touches(old)) {
        changed = true;
        left.addAll(whole ? List.of() : way.erase(old));
      } else {
        left.add(old);
      }
    }
    if (changed) {
      edit(left);
    }
  }

  /** Lifts the eraser. */
  public void eraserUp() {
    finishAndSave();
  }

  /** Selects a stroke, begins to move the selection, or begins a rectangle. */
  public void selectDown(double x, double y, boolean extend) {
    finishAndSave();
    select.press(clampToCanvas(x), clampToCanvas(y), extend);
  }

  /** Moves the selection, or drags the rectangle, to a place. */
  public void selectMove(double x, double y) {
    select.drag(clampToCanvas(x), clampToCanvas(y));
  }

  /** Ends what {@link #selectDown} began. */
  public void selectUp() {
    finishAndSave();
  }

  /** Chooses the selection tool and selects all strokes. */
  public void selectAll() {
    setTool(Tool.SELECT);
    select.selectFrom(0);
  }

  /** Moves the selection. Moves up to {@link #nudgeEnd} are one step of the undo history. */
  public void nudge(double x, double y) {
    if (!select.isEmpty()) {
      select.nudge(x, y);
    }
  }

  /** Ends a move by {@link #nudge}. */
  public void nudgeEnd() {
    finishAndSave();
  }

  public void undo() {
    finishGesture();
    history.undo();
    contentReplaced();
  }

  public void redo() {
    finishGesture();
    history.redo();
    contentReplaced();
  }

  /** Removes the selection; if there is none, everything. */
  public void delete() {
    if (select.isEmpty()) {
      clear();
    } else {
      finishGesture();
      history.edit(select.unselected());
      contentReplaced();
    }
  }

  public void clear() {
    finishGesture();
    if (!history.isBlank()) {
      beforeReplacement();
      history.clear();
      draftNote.set("");
      contentReplaced();
    }
  }

  /** Replaces the content by an image that can be drawn on; undo restores what was there. */
  public void placeImage(DigitImage image) {
    finishGesture();
    beforeReplacement();
    history.placeImage(image);
    contentReplaced();
  }

  /** Replaces the content by a drawing in canvas units; undo restores what was there. */
  public void replaceDrawing(Drawing next) {
    finishGesture();
    beforeReplacement();
    history.replace(next.strokes());
    draftNote.set("");
    contentReplaced();
  }

  private void beforeReplacement() {
    if (!history.isBlank()) {
      CanvasContent before = content();
      replaceListeners.forEach(listener -> listener.accept(before));
    }
  }

  /** Adds a drawing in canvas units to the content, and selects it, so that it can be moved. */
  public void insert(Drawing added) {
    finishGesture();
    int index = history.strokes().size();
    AppendList<Stroke> all = history.strokes();
    for (Stroke each : added.strokes()) {
      all = all.append(each);
    }
    history.edit(all);
    contentReplaced();
    tool.set(Tool.SELECT);
    select.selectFrom(index);
  }

  /**
   * Restores the content of the last session. If the user has drawn already, the restored strokes
   * become the oldest ones, which undo removes last, and the brush width stays as it is.
   */
  public void restore(SavedCanvas draft) {
    if (draft.isBlank()) {
      return;
    }
    if (stroke == null) {
      finishGesture();
    }
    boolean untouched = stroke == null && !history.canUndo() && !history.canRedo();
    history.prepend(
        draft.beneath().strokes(),
        draft.content().background(),
        draft.content().drawing().strokes());
    if (untouched) {
      brush.set(Math.max(MIN_BRUSH, Math.min(MAX_BRUSH, lastPenWidth())));
    }
    contentReplaced();
  }

  private double lastPenWidth() {
    AppendList<Stroke> strokes = history.strokes();
    return strokes.isEmpty() ? brush.get() : strokes.get(strokes.size() - 1).penWidth();
  }

  /** The strokes but for the one in progress. */
  private AppendList<Stroke> strokes() {
    AppendList<Stroke> inProgress = edited;
    return inProgress == null ? history.strokes() : inProgress;
  }

  /** Shows strokes as the result of the gesture in progress. */
  private void edit(List<Stroke> next) {
    edited = AppendList.copyOf(next);
    show();
    listeners.forEach(listener -> listener.contentReplaced(content()));
  }

  /** Adds what was drawn, erased or moved to the history, and ends that. */
  private void finishGesture() {
    AppendList<InkPoint> points = stroke;
    AppendList<Stroke> changed = edited;
    stroke = null;
    edited = null;
    eraserAt = null;
    erasing.set(false);
    select.release();
    if (points != null) {
      history.add(new Stroke(points, penWidth));
    }
    if (changed != null) {
      history.edit(changed);
    }
  }

  private void finishAndSave() {
    boolean changed = stroke != null || edited != null;
    finishGesture();
    if (changed) {
      show();
      autosave();
    }
  }

  private void contentReplaced() {
    show();
    listeners.forEach(listener -> listener.contentReplaced(content()));
    autosave();
  }

  private void autosave() {
    AppendList<Stroke> beneath = history.beneath();
    autosave.accept(new SavedCanvas(content(), new Drawing(beneath)));
  }

  private void show() {
    AppendList<Stroke> strokes = strokes();
    if (stroke != null) {
      strokes = strokes.append(new Stroke(stroke, penWidth));
    }
    background.set(history.background());
    drawing.set(new Drawing(strokes));
    select.update(strokes);
    boolean inProgress = stroke != null || edited != null;
    canUndo.set(inProgress || history.canUndo());
    canRedo.set(!inProgress && history.canRedo());
    canClear.set(stroke != null || !strokes.isEmpty() || !background.get().isBlank());
  }

  private static double clampToCanvas(double coordinate) {
    return Math.max(0, Math.min(SIDE, coordinate));
  }
}
