package org.digitpad.ui.practice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.digitpad.data.mydrawings.MyDrawing;
import org.digitpad.i18n.PlainText;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.Drawing;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.recognize.Prediction;
import org.digitpad.recognize.live.CanvasRecognizer;
import org.digitpad.recognize.sequence.DigitSequence;
import org.digitpad.recognize.sequence.SequenceDigit;
import org.digitpad.ui.pad.CanvasListener;
import org.digitpad.ui.pad.PadViewModel;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * A round that asks for digits. A drawing is accepted once the pen has rested for a while, or by
 * {@link #next}; it is then read by the model on the pad and kept with its label at once, so that a
 * round can be broken off at any time. All methods must be called on the UI thread.
 */
public final class PracticeViewModel {
  /** What is on the screen. */
  public enum State {
    /** There is no round. */
    OFF,
    /** A digit is asked for. */
    DRAWING,
    /** The round is over, and what it has brought is shown. */
    FINISHED
  }

  /** Digits that many people draw with two strokes get more time after the first one. */
  private static final String TWO_STROKES = "457";

  private static final double SECOND_STROKE_FACTOR = 1.5;

  private final Supplier<LibraryModel> model;
  private final Function<LibraryModel, CanvasRecognizer> recognizers;
  private final Consumer<MyDrawing> keep;
  private final Consumer<MyDrawing> remove;
  private final Consumer<Rest> saveRest;
  private final Countdown countdown;
  private final InstantSource clock;
  private final Random random;
  private final Executor background;
  private final Executor ui;

  private final PadViewModel pad = new PadViewModel(saved -> {});
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(this, "state", State.OFF);
  private final ReadOnlyIntegerWrapper position = new ReadOnlyIntegerWrapper(this, "position");
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper(this, "canUndo");
  private final ReadOnlyBooleanWrapper canAccept = new ReadOnlyBooleanWrapper(this, "canAccept");
  private final ReadOnlyObjectWrapper<Rest> rest =
      new ReadOnlyObjectWrapper<>(this, "rest", Rest.NORMAL);
  private final ReadOnlyObjectWrapper<PracticeSummary> summary =
      new ReadOnlyObjectWrapper<>(this, "summary", PracticeSummary.NONE);

  private List<Integer> order = List.of();
  private final List<Step> steps = new ArrayList<>();
  private String modelName = "";
  private boolean penDown;
  private @Nullable Instant began;
  private @Nullable Instant ended;

  /** Loads the model of a round; used in the background only. */
  private @Nullable CanvasRecognizer recognizer;

  /** A digit that was asked for, and is drawn or skipped. */
  private static final class Step {
    private final Drawing drawing;
    private final int label;
    private final String model;
    private final Instant date;
    private @Nullable MyDrawing kept;
    private boolean undone;

    Step(Drawing drawing, int label, String model, Instant date) {
      this.drawing = drawing;
      this.label = label;
      this.model = model;
      this.date = date;
    }

    boolean isSkipped() {
      return drawing.isBlank();
    }

    boolean isBeingRead() {
      return !isSkipped() && !undone && kept == null;
    }
  }

  /**
   * @param model returns the model on the pad
   * @param recognizers loads a model; slow
   * @param keep keeps a drawing; must return at once
   * @param remove removes one that was kept; must return at once
   * @param saveRest saves how long the pen is to rest
   * @param countdown waits for the pen to rest
   * @param clock tells the time
   * @param random for the order of the digits
   * @param background runs tasks one after the other
   * @param ui runs a task on the UI thread
   */
  public PracticeViewModel(
      Supplier<LibraryModel> model,
      Function<LibraryModel, CanvasRecognizer> recognizers,
      Consumer<MyDrawing> keep,
      Consumer<MyDrawing> remove,
      Consumer<Rest> saveRest,
      Countdown countdown,
      InstantSource clock,
      Random random,
      Executor background,
      Executor ui) {
    this.model = model;
    this.recognizers = recognizers;
    this.keep = keep;
    this.remove = remove;
    this.saveRest = saveRest;
    this.countdown = countdown;
    this.clock = clock;
    this.random = random;
    this.background = background;
    this.ui = ui;
    pad.addListener(new Paper());
  }

  /** The paper that is drawn on. */
  public PadViewModel pad() {
    return pad;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Number of digits that were drawn or skipped so far. */
  public ReadOnlyIntegerProperty positionProperty() {
    return position.getReadOnlyProperty();
  }

  /** Number of digits of the round. */
  public int count() {
    return order.size();
  }

  /** The digit that is asked for; 0 if there is no round. */
  public int digit() {
    return position.get() < order.size() ? order.get(position.get()) : 0;
  }

  /** Whether there is a stroke or a digit that can be taken back. */
  public ReadOnlyBooleanProperty canUndoProperty() {
    return canUndo.getReadOnlyProperty();
  }

  /** Whether there is a drawing on the paper, and the pen is lifted. */
  public ReadOnlyBooleanProperty canAcceptProperty() {
    return canAccept.getReadOnlyProperty();
  }

  /** How long the pen rests until the round goes on. */
  public ReadOnlyObjectProperty<Rest> restProperty() {
    return rest.getReadOnlyProperty();
  }

  /** What the last round has brought. */
  public ReadOnlyObjectProperty<PracticeSummary> summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  /** Sets what was chosen in an earlier session. */
  public void restoreRest(Rest saved) {
    rest.set(saved);
  }

  /** Chooses how long the pen rests, in this session and in later ones. */
  public void choose(Rest chosen) {
    if (rest.get() != chosen) {
      rest.set(chosen);
      saveRest.accept(chosen);
      waitForRest();
    }
  }

  /** Begins a round, unless one is on. */
  public void start() {
    if (state.get() == State.DRAWING) {
      return;
    }
    LibraryModel used = model.get();
    modelName = PlainText.brief(used.name());
    background.execute(() -> recognizer = load(used));
    keepUnread();
    steps.clear();
    began = null;
    ended = null;
    order = PracticeOrder.shuffled(random);
    clearPaper();
    position.set(0);
    showSummary();
    state.set(State.DRAWING);
    update();
  }

  /** Accepts what is drawn, and asks for the next digit; does nothing on a blank paper. */
  public void next() {
    if (state.get() == State.DRAWING && canAccept.get()) {
      accept();
      goOn();
    }
  }

  /** Asks for the next digit without keeping what is drawn. */
  public void skip() {
    if (state.get() == State.DRAWING) {
      steps.add(new Step(Drawing.BLANK, digit(), modelName, clock.instant()));
      clearPaper();
      goOn();
    }
  }

  /** Takes the last stroke back; on a blank paper, the last drawing, which is asked for again. */
  public void undo() {
    if (state.get() != State.DRAWING) {
      return;
    }
    if (!pad.content().isBlank()) {
      pad.undo();
    } else if (!steps.isEmpty()) {
      Step last = steps.remove(steps.size() - 1);
      last.undone = true;
      if (last.kept != null) {
        remove.accept(last.kept);
      }
      position.set(position.get() - 1);
      update();
    }
  }

  /**
   * Breaks the round off, and shows what it has brought, if anything. What is drawn is kept, unless
   * the pen is still on the paper.
   */
  public void stop() {
    if (state.get() == State.DRAWING) {
      if (canAccept.get()) {
        accept();
      }
      finish();
    }
  }

  /** Leaves the round, or what it has brought. Drawings that are still being read are kept now. */
  public void leave() {
    stop();
    keepUnread();
    state.set(State.OFF);
  }

  private void keepUnread() {
    steps.stream().filter(Step::isBeingRead).forEach(step -> keep(step, null));
  }

  private void accept() {
    Step step = new Step(pad.drawingProperty().get(), digit(), modelName, clock.instant());
    steps.add(step);
    ended = step.date;
    background.execute(
        () -> {
          Integer answer = read(step.drawing);
          ui.execute(
              () -> {
                if (step.isBeingRead()) {
                  keep(step, answer);
                }
              });
        });
    clearPaper();
  }

  private void keep(Step step, @Nullable Integer answer) {
    MyDrawing drawing = MyDrawing.of(step.drawing, step.label, step.date, step.model, answer);
    step.kept = drawing;
    keep.accept(drawing);
    showSummary();
  }

  private void goOn() {
    position.set(position.get() + 1);
    if (position.get() == order.size()) {
      finish();
    }
    update();
  }

  private void finish() {
    clearPaper();
    showSummary();
    state.set(steps.stream().allMatch(Step::isSkipped) ? State.OFF : State.FINISHED);
    update();
  }

  private void showSummary() {
    List<MyDrawing> kept = new ArrayList<>();
    int reading = 0;
    for (Step step : steps) {
      if (step.kept != null) {
        kept.add(step.kept);
      } else if (step.isBeingRead()) {
        reading++;
      }
    }
    Duration time = began == null || ended == null ? Duration.ZERO : Duration.between(began, ended);
    summary.set(new PracticeSummary(kept, reading, time));
  }

  private void clearPaper() {
    countdown.stop();
    pad.clear();
  }

  private void update() {
    boolean blank = pad.content().isBlank();
    canAccept.set(state.get() == State.DRAWING && !blank && !penDown);
    canUndo.set(state.get() == State.DRAWING && !(blank && steps.isEmpty()));
  }

  private void waitForRest() {
    update();
    countdown.stop();
    if (canAccept.get() && rest.get() != Rest.ENDLESS) {
      countdown.restart(seconds(), this::next);
    }
  }

  private double seconds() {
    boolean moreToCome =
        pad.drawingProperty().get().strokes().size() == 1
            && TWO_STROKES.contains(String.valueOf(digit()));
    return rest.get().seconds() * (moreToCome ? SECOND_STROKE_FACTOR : 1);
  }

  /** Follows the pen: only a pen that rests lets the round go on. */
  private final class Paper implements CanvasListener {
    @Override
    public void contentExtended(CanvasContent content) {
      penDown = true;
      countdown.stop();
      if (began == null) {
        began = clock.instant();
      }
      update();
    }

    @Override
    public void strokeEnded(CanvasContent content) {
      penDown = false;
      waitForRest();
    }

    @Override
    public void contentReplaced(CanvasContent content) {
      penDown = false;
      waitForRest();
    }
  }

  private @Nullable CanvasRecognizer load(LibraryModel used) {
    try {
      return recognizers.apply(used);
    } catch (RuntimeException cause) { // drawings are kept without an answer
      LoggerFactory.getLogger(PracticeViewModel.class).warn("cannot load the model", cause);
      return null;
    }
  }

  /** Returns the digit that a model reads, {@link MyDrawing#NO_DIGIT}, or null if none can. */
  private @Nullable Integer read(Drawing drawing) {
    CanvasRecognizer reader = recognizer;
    if (reader == null) {
      return null;
    }
    try {
      DigitSequence read = reader.recognize(new CanvasContent(drawing), false);
      List<SequenceDigit> digits = read.digits();
      Prediction first = digits.get(0).prediction();
      return digits.size() > 1 || first.rejected() ? MyDrawing.NO_DIGIT : first.label();
    } catch (RuntimeException cause) {
      LoggerFactory.getLogger(PracticeViewModel.class).warn("cannot read a drawing", cause);
      return null;
    }
  }
}
