package org.digitpad.ui.learn;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.digitpad.io.FileErrors;
import org.digitpad.io.log.ProgramLog;
import org.digitpad.nn.model.Model;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.train.adapt.Adaptation;
import org.digitpad.ui.answer.ActiveModel;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Learning from the person's drawings: makes a copy of the pad's model, shows what it gained, keeps
 * it or throws it away, and goes back to its parent. Used on the UI thread; copies are made on a
 * thread of their own.
 */
public final class LearnViewModel {
  /** What the page shows. */
  public enum State {
    /** Nothing is under way. */
    IDLE,
    /** A copy learns. */
    LEARNING,
    /** A copy can be kept or thrown away. */
    OFFERED,
    /** A copy is no better, and is gone. */
    REFUSED
  }

  private static final double NANOS_PER_SECOND = 1e9;

  /** Earlier, nobody can tell how long the rest takes. */
  private static final double MIN_SHARE = 0.1;

  private final Learner learner;
  private final CopyStore store;
  private final ActiveModel models;
  private final Executor learning;
  private final Executor files;
  private final Executor ui;
  private final LongSupplier nanoTime;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(this, "state", State.IDLE);
  private final ReadOnlyStringWrapper plan = new ReadOnlyStringWrapper(this, "plan", "");
  private final ReadOnlyBooleanWrapper canLearn = new ReadOnlyBooleanWrapper(this, "canLearn");
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress");
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
  private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper(this, "failed");
  private final ReadOnlyObjectWrapper<@Nullable LearnResult> result =
      new ReadOnlyObjectWrapper<>(this, "result");
  private final StringProperty name = new SimpleStringProperty(this, "name", "");
  private final ObservableList<LibraryModel> copies = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<LibraryModel>> parent =
      new ReadOnlyObjectWrapper<>(this, "parent", Optional.empty());

  private List<LabeledDrawing> drawings = List.of();
  private String person = "";
  private AtomicBoolean canceled = new AtomicBoolean();
  private long started;

  /** The copy that is offered. */
  private @Nullable Model offered;

  /** Whether the copy is being saved, so that a second click does not save it again. */
  private boolean keeping;

  /** Changes when another person takes over, who has nothing to do with what was begun before. */
  private Object turn = new Object();

  /**
   * @param dependencies makes copies and keeps them
   * @param models the pad's model, and those to choose from
   * @param learning makes one copy after the other
   * @param files saves and deletes copies
   * @param ui runs a task on the UI thread
   * @param nanoTime a clock, usually {@link System#nanoTime}
   */
  public LearnViewModel(
      LearnDependencies dependencies,
      ActiveModel models,
      Executor learning,
      Executor files,
      Executor ui,
      LongSupplier nanoTime) {
    this.learner = dependencies.learner();
    this.store = dependencies.store();
    this.models = models;
    this.learning = learning;
    this.files = files;
    this.ui = ui;
    this.nanoTime = nanoTime;
    models.activeProperty().addListener((property, before, now) -> update());
    models.own().addListener((ListChangeListener<LibraryModel>) change -> update());
    update();
  }

  /**
   * Sets what there is to learn from.
   *
   * @param labeled drawings of one person, all labeled
   * @param drawer name of the person; empty if unknown
   */
  public void setDrawings(List<LabeledDrawing> labeled, String drawer) {
    drawings = List.copyOf(labeled);
    person = drawer;
    update();
  }

  /** Looks for copies that another window or the command line may have made or deleted. */
  public void refresh() {
    models.findOwn();
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** What would be learned, or how many drawings are missing, in a sentence or two. */
  public ReadOnlyStringProperty planProperty() {
    return plan.getReadOnlyProperty();
  }

  /** Whether a copy can be made now. */
  public ReadOnlyBooleanProperty canLearnProperty() {
    return canLearn.getReadOnlyProperty();
  }

  /** The share of the work that is done, 0 to 1. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** A sentence about the progress, or the last action; empty at first. */
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /** Whether the message tells a failure. */
  public ReadOnlyBooleanProperty failedProperty() {
    return failed.getReadOnlyProperty();
  }

  /** The copy beside its parent; null unless it is offered or was refused. */
  public ReadOnlyObjectProperty<@Nullable LearnResult> resultProperty() {
    return result.getReadOnlyProperty();
  }

  /** Name to keep the copy by. */
  public StringProperty nameProperty() {
    return name;
  }

  /** The copies that are kept. */
  public ObservableList<LibraryModel> copies() {
    return copies;
  }

  /** The pad's model. */
  public ReadOnlyObjectProperty<LibraryModel> activeProperty() {
    return models.activeProperty();
  }

  /** The parent of the pad's model; empty if that is no copy. */
  public ReadOnlyObjectProperty<Optional<LibraryModel>> parentProperty() {
    return parent.getReadOnlyProperty();
  }

  /** The model that a copy would be made of. */
  private LibraryModel learning() {
    LibraryModel active = models.activeProperty().get();
    return models.parentOf(active).orElse(active).parts().get(0);
  }

  private void update() {
    List<LibraryModel> kept = models.own().stream().filter(ActiveModel::isCopy).toList();
    if (!copies.equals(kept)) { // or each drawing would take the focus from their buttons
      copies.setAll(kept);
    }
    LibraryModel active = models.activeProperty().get();
    parent.set(models.parentOf(active));
    int missing = Adaptation.MIN_DRAWINGS - drawings.size();
    canLearn.set(missing <= 0 && state.get() != State.LEARNING && !keeping);
    plan.set(missing > 0 ? missing(missing) : plan(active));
  }

  private String missing(int missing) {
    return drawings.isEmpty()
        ? Messages.get("ui.learn.none", Adaptation.MIN_DRAWINGS)
        : Messages.plural("ui.learn.missing", missing);
  }

  private String plan(LibraryModel active) {
    String learning = learning().title();
    String key = "ui.learn.plan";
    if (active.isCombination()) {
      key = "ui.learn.planOfCombination";
    } else if (parent.get().isPresent()) {
      key = "ui.learn.planOfCopy";
    }
    return Messages.plural(key, drawings.size(), learning, active.title());
  }

  /** Makes a copy in the background. */
  public void learn() {
    if (!canLearn.get()) {
      return;
    }
    AtomicBoolean cancel = new AtomicBoolean();
    canceled = cancel;
    LibraryModel model = learning();
    List<LabeledDrawing> learned = drawings;
    started = nanoTime.getAsLong();
    result.set(null);
    offered = null;
    state.set(State.LEARNING);
    progress.set(0);
    say(Messages.plural("ui.learn.learning", learned.size(), model.title()));
    update();
    learning.execute(() -> learn(model, learned, cancel));
  }

  private void learn(LibraryModel model, List<LabeledDrawing> learned, AtomicBoolean cancel) {
    AtomicReference<@Nullable Double> shown = new AtomicReference<>();
    try {
      Learner.Learned made =
          learner.learn(
              model,
              learned,
              share -> {
                if (cancel.get()) {
                  throw new CancellationException();
                }
                // one task waits for the UI thread at most
                if (shown.getAndSet(share) == null) {
                  ui.execute(() -> show(shown.getAndSet(null), cancel));
                }
              });
      LearnResult compared = LearnResult.of(model, learned, made);
      ui.execute(() -> ifNotCanceled(cancel, () -> offer(compared, made.copy(), model)));
    } catch (CancellationException end) {
      // said already
    } catch (BadInputException cause) {
      ui.execute(() -> ifNotCanceled(cancel, () -> fail(String.valueOf(cause.getMessage()))));
    } catch (RuntimeException | Error cause) { // also a lack of memory
      LoggerFactory.getLogger(LearnViewModel.class).error("no copy was made", cause);
      String sentence =
          ProgramLog.withPointer(Messages.get("ui.learn.failed", cause.getClass().getSimpleName()));
      ui.execute(() -> ifNotCanceled(cancel, () -> fail(sentence)));
    }
  }

  private static void ifNotCanceled(AtomicBoolean cancel, Runnable task) {
    if (!cancel.get()) {
      task.run();
    }
  }

  private void show(@Nullable Double share, AtomicBoolean cancel) {
    if (share == null || cancel.get() || state.get() != State.LEARNING) {
      return;
    }
    progress.set(share);
    if (share >= MIN_SHARE) {
      double seconds = (nanoTime.getAsLong() - started) / NANOS_PER_SECOND;
      int left = (int) Math.ceil(seconds / share * (1 - share));
      say(Messages.plural("ui.learn.left", left));
    }
  }

  private void offer(LearnResult compared, Model copy, LibraryModel model) {
    result.set(compared);
    boolean refused = compared.refusal().isPresent();
    offered = refused ? null : copy;
    name.set(suggestedName(model));
    say("");
    state.set(refused ? State.REFUSED : State.OFFERED);
    update();
  }

  private String suggestedName(LibraryModel model) {
    String first =
        person.isEmpty()
            ? Messages.get("ui.learn.name", model.title())
            : Messages.get("ui.learn.nameOf", person, model.title());
    List<String> taken = models.own().stream().map(LibraryModel::title).toList();
    String next = first;
    for (int number = 2; taken.contains(next); number++) {
      next = Messages.get("ui.learn.nextName", first, number);
    }
    return next;
  }

  private void fail(String sentence) {
    state.set(State.IDLE);
    complain(sentence);
    update();
  }

  /** Gives up the copy that learns now. */
  public void cancel() {
    if (state.get() == State.LEARNING) {
      canceled.set(true);
      state.set(State.IDLE);
      say(Messages.get("ui.learn.canceled"));
      update();
    }
  }

  /** Keeps the copy by its name, and makes it the pad's model. */
  public void keep() {
    Model copy = offered;
    if (state.get() != State.OFFERED || copy == null || keeping) {
      return;
    }
    keeping = true;
    update();
    String wanted = name.get();
    Object begun = turn;
    CopyStore folder = store.ofPersonNow();
    files.execute(
        () -> {
          try {
            LibraryModel kept = folder.keep(copy, wanted);
            ui.execute(() -> ifSameTurn(begun, () -> kept(kept)));
          } catch (IOException | RuntimeException cause) {
            String sentence =
                cause instanceof BadInputException
                    ? String.valueOf(cause.getMessage())
                    : Messages.get("ui.learn.notKept", FileErrors.reason(cause));
            ui.execute(() -> ifSameTurn(begun, () -> notKept(sentence)));
          }
        });
  }

  private void ifSameTurn(Object begun, Runnable task) {
    if (begun == turn) {
      task.run();
    }
  }

  private void notKept(String sentence) {
    keeping = false;
    complain(sentence);
    update();
  }

  private void kept(LibraryModel kept) {
    keeping = false;
    update(); // Learn can be pressed again, and so takes the focus
    close();
    models.add(kept);
    models.use(kept);
    say(Messages.get("ui.learn.kept", kept.title()));
  }

  /** Throws the copy away, or closes the comparison of one that was refused. */
  public void discard() {
    if (keeping) {
      return; // it is too late
    }
    boolean wasOffered = state.get() == State.OFFERED;
    if (wasOffered || state.get() == State.REFUSED) {
      close();
      say(wasOffered ? Messages.get("ui.learn.discarded") : "");
    }
  }

  /**
   * Forgets what was begun, as another person takes over. A copy that is being saved is still the
   * first person's.
   */
  public void changePerson() {
    turn = new Object();
    keeping = false;
    canceled.set(true);
    close();
    say("");
    refresh();
  }

  private void close() {
    offered = null;
    result.set(null);
    state.set(State.IDLE);
    update();
  }

  /** Makes a copy the pad's model. */
  public void use(LibraryModel copy) {
    models.use(copy);
    say(Messages.get("ui.learn.used", copy.title()));
  }

  /** Makes the parent of the pad's model the pad's model again. */
  public void goBack() {
    parent.get().ifPresent(this::use);
  }

  /** Deletes a copy for good. If the pad uses it, the pad goes back to its parent. */
  public void delete(LibraryModel copy) {
    files.execute(
        () -> {
          try {
            store.delete(copy);
            ui.execute(() -> deleted(copy));
          } catch (IOException | RuntimeException cause) {
            String sentence =
                Messages.get("ui.learn.notDeleted", copy.title(), FileErrors.reason(cause));
            ui.execute(() -> complain(sentence));
          }
        });
  }

  private void deleted(LibraryModel copy) {
    if (copy.equals(models.activeProperty().get())) {
      models.use(models.parentOf(copy).orElse(models.bundled().get(0)));
    }
    models.own().remove(copy);
    say(Messages.get("ui.learn.deleted", copy.title()));
  }

  private void say(String sentence) {
    failed.set(false);
    message.set(sentence);
  }

  private void complain(String sentence) {
    failed.set(true);
    message.set(sentence);
  }
}
