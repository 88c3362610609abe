package org.digitpad.ui.drawings;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.digitpad.data.drawings.DrawingStore;
import org.digitpad.data.drawings.KeptDrawing;
import org.digitpad.data.drawings.KeptDrawings;
import org.digitpad.data.synth.ExampleDigits;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.Drawing;
import org.digitpad.io.FileErrors;
import org.digitpad.ui.pad.PadViewModel;
import org.slf4j.LoggerFactory;

/**
 * The recent drawings. A drawing is kept when something takes it from the canvas at once (Clear,
 * another drawing, an image) and when the window closes. Strokes over a background image are not.
 *
 * <p>All changes are made in the background, one after the other; what could not be saved is shown
 * anyway and tried again with the next change.
 */
public final class DrawingsViewModel {
  private final DrawingStore store;
  private final PadViewModel pad;
  private final Supplier<String> reading;
  private final Consumer<Boolean> saveShown;
  private final Executor background;
  private final Executor ui;

  private final ReadOnlyObjectWrapper<List<Thumbnail>> drawings =
      new ReadOnlyObjectWrapper<>(this, "drawings", List.of());
  private final ReadOnlyObjectWrapper<List<Thumbnail>> examples =
      new ReadOnlyObjectWrapper<>(this, "examples", List.of());
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper(this, "loaded");
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
  private boolean informing;
  private final ReadOnlyBooleanWrapper canRestore = new ReadOnlyBooleanWrapper(this, "canRestore");
  private final ReadOnlyObjectWrapper<Optional<Boolean>> shown =
      new ReadOnlyObjectWrapper<>(this, "shown", Optional.empty());
  private final Deque<Removed> removed = new ArrayDeque<>();

  /** Changes that are not saved yet. */
  private final List<UnaryOperator<List<KeptDrawing>>> unsaved = new CopyOnWriteArrayList<>();

  // used in the background only
  private List<KeptDrawing> saved = List.of();
  private Map<KeptDrawing, Thumbnail> thumbnails = new HashMap<>();

  private record Removed(KeptDrawing drawing, int place) {}

  /**
   * @param store keeps the drawings
   * @param pad the canvas
   * @param reading returns the digits that the canvas is read as at the moment; empty if unknown
   * @param saveShown receives whether the strip is to be shown from now on
   * @param background runs tasks one after the other
   * @param ui runs a task on the UI thread
   */
  public DrawingsViewModel(
      DrawingStore store,
      PadViewModel pad,
      Supplier<String> reading,
      Consumer<Boolean> saveShown,
      Executor background,
      Executor ui) {
    this.store = store;
    this.pad = pad;
    this.reading = reading;
    this.saveShown = saveShown;
    this.background = background;
    this.ui = ui;
    pad.addReplaceListener(this::keep);
  }

  /** Loads the drawings and the examples in the background. */
  public void load() {
    background.execute(
        () -> {
          List<Thumbnail> digits = new ArrayList<>();
          List<Drawing> drawn = ExampleDigits.drawings();
          for (int digit = 0; digit < drawn.size(); digit++) {
            KeptDrawing example = new KeptDrawing(drawn.get(digit), String.valueOf(digit));
            digits.add(new Thumbnail(example, true));
          }
          ui.execute(() -> examples.set(digits));
          DrawingStore.Content content = load(store);
          saved = content.drawings();
          show(saved, content.note());
          ui.execute(() -> loaded.set(true));
        });
  }

  private static DrawingStore.Content load(DrawingStore store) {
    try {
      return store.load();
    } catch (RuntimeException | Error cause) { // the window must be usable in any case
      LoggerFactory.getLogger(DrawingsViewModel.class).warn("cannot load the drawings", cause);
      return new DrawingStore.Content(
          List.of(),
          Messages.get("ui.drawings.notLoaded", Messages.part(FileErrors.reason(cause))));
    }
  }

  /** The drawings that are kept, the newest first. */
  public ReadOnlyObjectProperty<List<Thumbnail>> drawingsProperty() {
    return drawings.getReadOnlyProperty();
  }

  /** The ten digits that DigitPad brings, 0 to 9; none until they are loaded. */
  public ReadOnlyObjectProperty<List<Thumbnail>> examplesProperty() {
    return examples.getReadOnlyProperty();
  }

  /** Whether it is known what is kept. */
  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  /** A sentence about what happened or went wrong last; empty if there is nothing to tell. */
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /** Whether a drawing was removed that can be put back. */
  public ReadOnlyBooleanProperty canRestoreProperty() {
    return canRestore.getReadOnlyProperty();
  }

  /** Whether the user wants to see the strip; empty for where there is room. */
  public ReadOnlyObjectProperty<Optional<Boolean>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** Sets what was chosen in an earlier session. */
  public void restoreShown(Optional<Boolean> choice) {
    shown.set(choice);
  }

  /** Shows or hides the strip, from now on. */
  public void choose(boolean show) {
    shown.set(Optional.of(show));
    saveShown.accept(show);
  }

  /** Whether the sentence tells that something went well, and not what went wrong. */
  public boolean isInforming() {
    return informing;
  }

  /** Sets the sentence about what went wrong; an empty one takes back the last. */
  void tell(String sentence) {
    informing = false;
    message.set(sentence);
  }

  /** Sets the sentence about what went well. */
  void inform(String sentence) {
    informing = true;
    message.set(sentence);
  }

  /** Keeps what is on the canvas; to be called before the window closes. */
  public void keepCanvas() {
    if (!pad.content().isBlank()) {
      keep(pad.content());
    }
    if (!unsaved.isEmpty()) {
      background.execute(this::save);
    }
  }

  private void keep(CanvasContent content) {
    tell("");
    if (!content.hasBackground() && !isExample(content.drawing())) {
      add(List.of(new KeptDrawing(content.drawing(), reading.get())));
    }
  }

  /**
   * Keeps a drawing that is not on the canvas.
   *
   * @param reading what it was read as
   */
  public void keep(Drawing drawing, String reading) {
    add(List.of(new KeptDrawing(drawing, KeptDrawing.isReading(reading) ? reading : "")));
  }

  private boolean isExample(Drawing drawing) {
    return examples.get().stream()
        .anyMatch(example -> example.kept().drawing().strokes().equals(drawing.strokes()));
  }

  /** Keeps drawings, of which the first becomes the first of the strip. */
  void add(List<KeptDrawing> added) {
    if (added.stream().anyMatch(KeptDrawings::isTooLarge)) {
      tell(Messages.get("ui.drawings.tooLarge"));
    }
    change(
        kept -> {
          List<KeptDrawing> changed = kept;
          for (int i = added.size() - 1; i >= 0; i--) {
            changed = KeptDrawings.with(changed, added.get(i));
          }
          return changed;
        });
  }

  /** Puts a drawing on the canvas; what was there is kept, and undo brings it back. */
  public void open(Thumbnail thumbnail) {
    tell("");
    show(thumbnail.kept().drawing());
  }

  /** Puts a drawing on the canvas unless it is there. */
  void show(Drawing drawing) {
    if (!pad.content().equals(new CanvasContent(drawing))) {
      pad.replaceDrawing(drawing);
    }
  }

  /** Removes a drawing from the strip; examples stay. */
  public void remove(Thumbnail thumbnail) {
    int place = drawings.get().indexOf(thumbnail);
    if (place >= 0) {
      tell("");
      removed.push(new Removed(thumbnail.kept(), place));
      canRestore.set(true);
      change(kept -> KeptDrawings.without(kept, thumbnail.kept()));
    }
  }

  /** Puts the drawing back that was removed last. */
  public void restoreRemoved() {
    if (!removed.isEmpty()) {
      tell("");
      Removed last = removed.pop();
      canRestore.set(!removed.isEmpty());
      change(kept -> KeptDrawings.withAt(kept, last.place(), last.drawing()));
    }
  }

  private void change(UnaryOperator<List<KeptDrawing>> change) {
    unsaved.add(change);
    background.execute(this::save);
  }

  private void save() {
    List<UnaryOperator<List<KeptDrawing>>> changes = List.copyOf(unsaved);
    if (changes.isEmpty()) {
      return;
    }
    try {
      DrawingStore.Content content = store.update(kept -> apply(changes, kept));
      unsaved.removeAll(changes);
      saved = content.drawings();
      show(saved, content.note());
    } catch (RuntimeException cause) {
      LoggerFactory.getLogger(DrawingsViewModel.class).warn("cannot keep a drawing", cause);
      show(
          apply(changes, saved),
          Messages.get("ui.drawings.notKept", Messages.part(String.valueOf(cause.getMessage()))));
    }
  }

  private static List<KeptDrawing> apply(
      List<UnaryOperator<List<KeptDrawing>>> changes, List<KeptDrawing> kept) {
    List<KeptDrawing> changed = kept;
    for (UnaryOperator<List<KeptDrawing>> change : changes) {
      changed = change.apply(changed);
    }
    return changed;
  }

  /** Draws what is new, and hands everything over to the UI thread. */
  private void show(List<KeptDrawing> kept, String note) {
    Map<KeptDrawing, Thumbnail> drawn = new HashMap<>();
    List<Thumbnail> all = new ArrayList<>();
    for (KeptDrawing drawing : kept) {
      Thumbnail before = thumbnails.get(drawing);
      Thumbnail thumbnail = before == null ? new Thumbnail(drawing, false) : before;
      drawn.put(drawing, thumbnail);
      all.add(thumbnail);
    }
    thumbnails = drawn;
    ui.execute(
        () -> {
          if (!all.equals(drawings.get())) {
            drawings.set(List.copyOf(all));
          }
          if (!note.isEmpty()) {
            tell(note);
          }
        });
  }
}
