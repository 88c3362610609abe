package org.digitpad.ui.mydrawings;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.digitpad.data.mydrawings.MyDrawing;
import org.digitpad.data.mydrawings.MyDrawings;
import org.digitpad.data.mydrawings.MyDrawingsStore;
import org.digitpad.i18n.Messages;
import org.digitpad.io.FileErrors;
import org.digitpad.io.SharedListFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * A person's drawings, and their changes. All methods must be called on the UI thread. A change is
 * seen at once and is saved in the background; what could not be saved is tried again with the next
 * change and at the end.
 */
public final class MyDrawingsViewModel {
  /** More steps than anybody takes back. */
  private static final int MAX_UNDO = 100;

  private final Executor background;
  private final Executor ui;

  private final ReadOnlyObjectWrapper<List<MyDrawing>> drawings =
      new ReadOnlyObjectWrapper<>(this, "drawings", List.of());
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper(this, "loaded");
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
  private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper(this, "failed");
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper(this, "canUndo");
  private final Deque<Change> undo = new ArrayDeque<>();

  private PersonFile file;

  /** Files of people before, whose last changes could perhaps not be saved yet. */
  private final List<PersonFile> earlier = new ArrayList<>();

  /** Number of changes so far: only the last one is told. */
  private int changes;

  /** A change of a list, which changes nothing where it was made already. */
  private interface Change extends UnaryOperator<List<MyDrawing>> {}

  /** The file of one person, with its changes that are not saved yet. */
  private static final class PersonFile {
    private final Supplier<Path> path;
    private final List<Change> unsaved = new CopyOnWriteArrayList<>();

    // used in the background only
    private @Nullable MyDrawingsStore store;

    PersonFile(Supplier<Path> path) {
      this.path = path;
    }

    MyDrawingsStore store() {
      MyDrawingsStore known = store;
      if (known == null) {
        known = new MyDrawingsStore(path.get());
        store = known;
      }
      return known;
    }
  }

  /**
   * @param path returns the person's file; may be slow, called in the background
   * @param background runs tasks one after the other
   * @param ui runs a task on the UI thread
   */
  public MyDrawingsViewModel(Supplier<Path> path, Executor background, Executor ui) {
    this.file = new PersonFile(path);
    this.background = background;
    this.ui = ui;
  }

  /** The drawings, the newest first; none until they are loaded. */
  public ReadOnlyObjectProperty<List<MyDrawing>> drawingsProperty() {
    return drawings.getReadOnlyProperty();
  }

  /** Whether it is known what is kept. */
  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  /** A sentence about what happened or went wrong last; empty if there is nothing to tell. */
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /** Whether the sentence tells what went wrong. */
  public ReadOnlyBooleanProperty failedProperty() {
    return failed.getReadOnlyProperty();
  }

  /** Whether there is a change that can be taken back. */
  public ReadOnlyBooleanProperty canUndoProperty() {
    return canUndo.getReadOnlyProperty();
  }

  /** Loads the drawings in the background. */
  public void load() {
    PersonFile person = file;
    background.execute(
        () -> {
          SharedListFile.Content<MyDrawing> content = load(person);
          ui.execute(
              () -> {
                if (show(person, content.items(), content.note())) {
                  loaded.set(true);
                }
              });
        });
  }

  private static SharedListFile.Content<MyDrawing> load(PersonFile person) {
    try {
      return person.store().load();
    } catch (RuntimeException cause) { // the window must be usable in any case
      LoggerFactory.getLogger(MyDrawingsViewModel.class).warn("cannot load my drawings", cause);
      return new SharedListFile.Content<>(
          List.of(),
          Messages.get("ui.mydrawings.notLoaded", Messages.part(FileErrors.reason(cause))));
    }
  }

  /**
   * Switches to the drawings of another person. Changes for the person before are still saved, and
   * can no longer be taken back.
   *
   * @param path returns the person's file; may be slow, called in the background
   */
  public void useFile(Supplier<Path> path) {
    saveRest();
    if (!file.unsaved.isEmpty()) {
      earlier.add(file);
    }
    file = new PersonFile(path);
    undo.clear();
    canUndo.set(false);
    loaded.set(false);
    drawings.set(List.of());
    tell("");
    load();
  }

  /** Adds a drawing, or replaces the one with the same strokes. */
  public void add(MyDrawing drawing, String done) {
    addAll(List.of(drawing), done);
  }

  /**
   * Adds drawings in one step that can be taken back. One whose strokes are there already replaces
   * the one that is there.
   *
   * @param done the sentence that is told once they are on the disk; may be empty
   */
  public void addAll(List<MyDrawing> added, String done) {
    List<MyDrawing> before = drawings.get();
    List<MyDrawing> replaced = withIds(before, MyDrawings.ids(added));
    Set<String> fresh = MyDrawings.ids(MyDrawings.without(added, MyDrawings.ids(replaced)));
    boolean full = !MyDrawings.ids(MyDrawings.with(before, added)).containsAll(fresh);
    change(
        kept -> MyDrawings.with(kept, added),
        kept -> MyDrawings.with(MyDrawings.without(kept, fresh), replaced),
        full ? "" : done);
    if (full) {
      tellFailure(Messages.get("ui.mydrawings.full"));
    }
  }

  /**
   * Gives drawings another label.
   *
   * @param label 0 to 9 or {@link MyDrawing#NO_DIGIT}
   * @param done as for {@link #addAll}
   */
  public void relabel(Collection<MyDrawing> chosen, int label, String done) {
    List<MyDrawing> before = withIds(drawings.get(), MyDrawings.ids(chosen));
    Set<String> ids = MyDrawings.ids(before);
    change(
        kept -> MyDrawings.relabeled(kept, ids, label),
        kept -> MyDrawings.with(kept, withIds(before, MyDrawings.ids(kept))),
        done);
  }

  /**
   * Deletes drawings.
   *
   * @param done as for {@link #addAll}
   */
  public void delete(Collection<MyDrawing> chosen, String done) {
    List<MyDrawing> before = withIds(drawings.get(), MyDrawings.ids(chosen));
    Set<String> ids = MyDrawings.ids(before);
    change(kept -> MyDrawings.without(kept, ids), kept -> MyDrawings.with(kept, before), done);
  }

  /** Takes the last change back, if there is one. */
  public void undo() {
    if (!undo.isEmpty()) {
      Change back = undo.pop();
      canUndo.set(!undo.isEmpty());
      tell("");
      make(back, "");
    }
  }

  /** Saves what could not be saved before; to be called before the window closes. */
  public void saveRest() {
    earlier.removeIf(person -> person.unsaved.isEmpty());
    for (PersonFile person : earlier) {
      background.execute(() -> save(person, "", 0));
    }
    PersonFile person = file;
    if (!person.unsaved.isEmpty()) {
      background.execute(() -> save(person, "", 0));
    }
  }

  private void change(Change change, Change back, String done) {
    tell("");
    if (make(change, done)) {
      undo.push(back);
      if (undo.size() > MAX_UNDO) {
        undo.removeLast();
      }
      canUndo.set(true);
    }
  }

  /** Returns whether the change changes anything. */
  private boolean make(Change change, String done) {
    List<MyDrawing> changed = change.apply(drawings.get());
    if (changed.equals(drawings.get()) && loaded.get()) {
      return false;
    }
    drawings.set(changed);
    PersonFile person = file;
    person.unsaved.add(change);
    int number = ++changes;
    background.execute(() -> save(person, done, number));
    return true;
  }

  private void save(PersonFile person, String done, int number) {
    List<Change> unsaved = List.copyOf(person.unsaved);
    if (unsaved.isEmpty()) {
      // an earlier task has saved this change with its own
      ui.execute(() -> tellDone(person, done, number));
      return;
    }
    try {
      SharedListFile.Content<MyDrawing> content =
          person.store().update(kept -> apply(unsaved, kept));
      person.unsaved.removeAll(unsaved);
      ui.execute(
          () -> {
            if (show(person, content.items(), content.note()) && content.note().isEmpty()) {
              tellDone(person, done, number);
            }
          });
    } catch (RuntimeException cause) {
      LoggerFactory.getLogger(MyDrawingsViewModel.class).warn("cannot keep my drawings", cause);
      String sentence =
          Messages.get("ui.mydrawings.notKept", Messages.part(String.valueOf(cause.getMessage())));
      ui.execute(() -> tellFailure(sentence));
    }
  }

  private void tellDone(PersonFile person, String done, int number) {
    if (person == file && number == changes && !done.isEmpty()) {
      tell(done);
    }
  }

  private static List<MyDrawing> apply(List<Change> changes, List<MyDrawing> kept) {
    List<MyDrawing> changed = kept;
    for (Change change : changes) {
      changed = change.apply(changed);
    }
    return changed;
  }

  /** Shows what is kept with what is not saved yet, unless it is another person's by now. */
  private boolean show(PersonFile person, List<MyDrawing> kept, String note) {
    if (person != file) {
      return false;
    }
    List<MyDrawing> now = apply(person.unsaved, kept);
    if (!now.equals(drawings.get())) {
      drawings.set(now);
    }
    if (!note.isEmpty()) {
      tellFailure(note);
    }
    return true;
  }

  private static List<MyDrawing> withIds(List<MyDrawing> all, Set<String> ids) {
    return all.stream().filter(drawing -> ids.contains(drawing.id())).toList();
  }

  /** Sets the sentence about what went well; an empty one takes back the last. */
  public void tell(String sentence) {
    failed.set(false);
    message.set(sentence);
  }

  /** Sets the sentence about what went wrong. */
  public void tellFailure(String sentence) {
    failed.set(true);
    message.set(sentence);
  }
}
