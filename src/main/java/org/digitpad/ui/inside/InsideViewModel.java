package org.digitpad.ui.inside;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.digitpad.explain.Attribution;
import org.digitpad.explain.Attribution.Method;
import org.digitpad.explain.Belief;
import org.digitpad.explain.ChangeSearch;
import org.digitpad.explain.Explainer;
import org.digitpad.explain.Explanation;
import org.digitpad.explain.InputCheck;
import org.digitpad.explain.NearestChange;
import org.digitpad.explain.UnitProfiles;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.RenderingSteps;
import org.digitpad.ink.StrokeRenderer;
import org.digitpad.io.AtomicFiles;
import org.digitpad.io.BadInputException;
import org.digitpad.io.FileErrors;
import org.digitpad.nn.kernel.LayerTrace;
import org.digitpad.nn.kernel.UnitMask;
import org.digitpad.nn.model.Model;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.ui.answer.Answer;
import org.digitpad.ui.answer.AnswerViewModel;
import org.digitpad.ui.pad.CanvasListener;
import org.jspecify.annotations.Nullable;

/**
 * What the panel shows. All methods must be called on the UI thread. While the panel is open, the
 * newest drawing is explained in the background; those that it overtakes are skipped. Changes that
 * flip the answer are searched for while the pen rests, until there is something newer.
 */
public final class InsideViewModel implements CanvasListener, AutoCloseable {
  private static final int DIGITS = 10;

  private final ObservableValue<LibraryModel> active;
  private final Consumer<Boolean> save;
  private final Executor background;
  private final Executor profiling;
  private final Executor ui;

  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
  private final ObjectProperty<Section> section =
      new SimpleObjectProperty<>(this, "section", Section.STEPS);
  private final IntegerProperty step = new SimpleIntegerProperty(this, "step", -1);
  private final BooleanProperty restBlank = new SimpleBooleanProperty(this, "restBlank");
  private final IntegerProperty digit = new SimpleIntegerProperty(this, "digit", -1);
  private final IntegerProperty pointed = new SimpleIntegerProperty(this, "pointed", -1);
  private final ObjectProperty<@Nullable PaperMark> paperMark =
      new SimpleObjectProperty<>(this, "paperMark");
  private final ObjectProperty<UnitMask> mask =
      new SimpleObjectProperty<>(this, "mask", UnitMask.NONE);
  private final ObjectProperty<@Nullable ConvolutionChoice> convolution =
      new SimpleObjectProperty<>(this, "convolution");
  private final ReadOnlyObjectWrapper<Snapshot> snapshot =
      new ReadOnlyObjectWrapper<>(this, "snapshot", Snapshot.EMPTY);
  private final ReadOnlyObjectWrapper<ChangeSearch.@Nullable Result> changes =
      new ReadOnlyObjectWrapper<>(this, "changes");
  private final ReadOnlyStringWrapper exportMessage =
      new ReadOnlyStringWrapper(this, "exportMessage", "");
  private final ReadOnlyObjectWrapper<@Nullable NearestChange> ghost =
      new ReadOnlyObjectWrapper<>(this, "ghost");
  private final ReadOnlyObjectWrapper<@Nullable UnitProfiles> profiles =
      new ReadOnlyObjectWrapper<>(this, "profiles");

  private @Nullable Subject subject;

  /** The model that the snapshot is of. */
  private @Nullable LibraryModel shownModel;

  /** Whether several inputs of a request change at once. */
  private boolean changing;

  private boolean resting = true;

  /** Number of the newest request; results for those before {@link #oldestValid} are dropped. */
  private long requests;

  private long oldestValid;

  private final AtomicReference<@Nullable Request> pending = new AtomicReference<>();
  private final AtomicReference<@Nullable Result> finished = new AtomicReference<>();
  private volatile boolean closed;

  // used in the background only
  private @Nullable LibraryModel explained;
  private @Nullable ChangeSearch search;
  private @Nullable Explainer profiled;

  /** Explains {@link #explained}; null if that reads the movement of the pen only. */
  private volatile @Nullable Explainer explainer;

  private record Request(
      long number,
      LibraryModel model,
      Subject subject,
      Section section,
      UnitMask mask,
      int digit,
      @Nullable ConvolutionChoice convolution,
      boolean resting) {}

  private record Result(long number, LibraryModel model, Snapshot snapshot) {}

  /**
   * @param active the model that the pad uses
   * @param save saves whether the panel is open; must return at once
   * @param background explains; one thread
   * @param profiling learns what the units do, for a second or two; another thread
   * @param ui runs a task on the UI thread
   */
  public InsideViewModel(
      ObservableValue<LibraryModel> active,
      Consumer<Boolean> save,
      Executor background,
      Executor profiling,
      Executor ui) {
    this.active = active;
    this.save = save;
    this.background = background;
    this.profiling = profiling;
    this.ui = ui;
    active.addListener((property, before, now) -> modelChanged());
    changes.addListener((property, before, now) -> ghost.set(now == null ? null : now.nearest()));
    for (ObservableValue<?> input : List.of(section, digit, mask, convolution)) {
      input.addListener((property, before, now) -> request());
    }
    pointed.addListener(
        (property, before, now) -> {
          if (section.get() == Section.MATTERED) {
            request();
          }
        });
  }

  /**
   * Follows what is read.
   *
   * @param drawn answers to what is drawn
   * @param picture the answer to a picture, which takes the place of that; null while none is open
   */
  public void follow(AnswerViewModel drawn, ObservableValue<@Nullable Answer> picture) {
    Runnable update =
        () -> {
          Answer ofPicture = picture.getValue();
          Answer answer = ofPicture == null ? drawn.answerProperty().get() : ofPicture;
          show(answer, ofPicture == null ? drawn.chosenDrawing() : Drawing.BLANK);
        };
    drawn.answerProperty().addListener((property, before, now) -> update.run());
    picture.addListener((property, before, now) -> update.run());
    update.run();
  }

  private void show(Answer answer, Drawing drawing) {
    if (!answer.hasPrediction()) {
      show(null);
      return;
    }
    float[] probabilities = new float[DIGITS];
    for (int i = 0; i < DIGITS; i++) {
      probabilities[i] = (float) answer.probability(i);
    }
    show(new Subject(answer.image(), drawing, probabilities));
  }

  /** Explains something else; null if there is nothing to explain. */
  void show(@Nullable Subject next) {
    subject = next;
    if (next == null) {
      oldestValid = ++requests;
      pending.set(null);
      snapshot.set(Snapshot.EMPTY);
      changes.set(null);
    }
    request();
  }

  /** Whether the panel is shown. */
  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /** Shows or hides the panel, in this session and in later ones. */
  public void toggle() {
    open.set(!open.get());
    save.accept(open.get());
    request();
  }

  /** Shows the panel if it was open in an earlier session. */
  public void restoreOpen(boolean wasOpen) {
    open.set(wasOpen);
    request();
  }

  ObjectProperty<Section> sectionProperty() {
    return section;
  }

  /** The step that is looked at, from 0; -1 for the last one. */
  IntegerProperty stepProperty() {
    return step;
  }

  /** Whether beliefs are those with the rest of the image left blank. */
  BooleanProperty restBlankProperty() {
    return restBlank;
  }

  /** The digit whose attributions are shown; -1 for the most probable one. */
  IntegerProperty digitProperty() {
    return digit;
  }

  /** The digit that the pointer or the focus is on, which comes first; -1 if it is on none. */
  IntegerProperty pointedProperty() {
    return pointed;
  }

  /** What the view that is shown marks on the drawing; null if nothing. */
  ObjectProperty<@Nullable PaperMark> paperMarkProperty() {
    return paperMark;
  }

  /** Follows a value of a convolution of the network that is shown. */
  void followValue(ConvolutionChoice choice) {
    if (isModelShown()) {
      convolution.set(choice);
    }
  }

  /** What is switched off; nothing of this changes the model. */
  ReadOnlyObjectProperty<UnitMask> maskProperty() {
    return mask;
  }

  /** Whether what is shown is of the model in use; one that is being loaded has other layers. */
  private boolean isModelShown() {
    return shownModel == active.getValue();
  }

  ReadOnlyObjectProperty<Snapshot> snapshotProperty() {
    return snapshot.getReadOnlyProperty();
  }

  /** Changes that flip the answer; null while they are searched for. */
  ReadOnlyObjectProperty<ChangeSearch.@Nullable Result> changesProperty() {
    return changes.getReadOnlyProperty();
  }

  /** The change that is shown on the drawing, at first the smallest one; null if none. */
  ReadOnlyObjectProperty<@Nullable NearestChange> ghostProperty() {
    return ghost.getReadOnlyProperty();
  }

  /** Shows one of the changes on the drawing. */
  void showGhost(NearestChange change) {
    ghost.set(change);
  }

  /** What the units do on average; null until that is known. */
  ReadOnlyObjectProperty<@Nullable UnitProfiles> profilesProperty() {
    return profiles.getReadOnlyProperty();
  }

  /** Number of steps; 0 if the network has none. */
  int steps() {
    Explanation explanation = snapshot.get().explanation();
    return explanation == null ? 0 : explanation.beliefs().size();
  }

  /** The belief after the step that is looked at. */
  Optional<Belief> belief() {
    Explanation explanation = snapshot.get().explanation();
    if (explanation == null || explanation.beliefs().isEmpty()) {
      return Optional.empty();
    }
    int last = explanation.beliefs().size() - 1;
    int chosen = step.get() < 0 ? last : Math.min(last, step.get());
    return Optional.of(explanation.beliefs().get(chosen));
  }

  /** Goes to a step; from the last one on, the panel stays at the last. */
  void goTo(int next) {
    int steps = steps();
    step.set(next < 0 || next >= steps - 1 ? -1 : next);
  }

  /** The ten probabilities to show: of the step in question, or of the whole; empty if none. */
  float[] probabilities() {
    Snapshot now = snapshot.get();
    Explanation explanation = now.explanation();
    if (explanation == null) {
      return now.subject() == null ? new float[0] : now.subject().probabilities();
    }
    Optional<Belief> belief = section.get() == Section.STEPS ? belief() : Optional.empty();
    return belief
        .map(
            after ->
                restBlank.get() || after.stateSoFar().length == 0
                    ? after.restBlank()
                    : after.stateSoFar())
        .orElse(explanation.trace().probabilities());
  }

  /** Switches a unit or channel off, or on again. */
  void switchUnit(String layer, int unit) {
    if (isModelShown()) {
      UnitMask now = mask.get();
      mask.set(now.isOff(layer, unit) ? now.restored(layer, unit) : now.without(layer, unit));
    }
  }

  /** Switches a whole layer off, or on again if it is. */
  void switchLayer(LayerTrace layer) {
    if (isModelShown()) {
      mask.set(
          isOff(layer)
              ? mask.get().restored(layer.layer().spec().name())
              : mask.get().without(layer.layer()));
    }
  }

  /** Whether all units of a layer are switched off. */
  boolean isOff(LayerTrace layer) {
    Set<Integer> off = mask.get().off().getOrDefault(layer.layer().spec().name(), Set.of());
    return off.size() == layer.features();
  }

  /** Switches everything on again. */
  void restoreAll() {
    mask.set(UnitMask.NONE);
  }

  /** Makes the bytes of a file. */
  @FunctionalInterface
  interface Encoder {
    byte[] encode() throws IOException;
  }

  /** How the last export ended; empty if nothing was exported since the drawing changed. */
  ReadOnlyStringProperty exportMessageProperty() {
    return exportMessage.getReadOnlyProperty();
  }

  /** Writes a file in the background, replacing an existing one, and tells how that ended. */
  void save(Path file, Encoder encoder) {
    String name = String.valueOf(file.getFileName());
    background.execute(
        () -> {
          String message;
          try {
            AtomicFiles.write(file, encoder.encode());
            message = Messages.get("ui.inside.export.saved", name);
          } catch (IOException cause) {
            message = Messages.get("ui.inside.export.failed", name, FileErrors.reason(cause));
          }
          String told = message;
          ui.execute(() -> exportMessage.set(told));
        });
  }

  @Override
  public void contentExtended(CanvasContent content) {
    resting = false;
  }

  @Override
  public void strokeEnded(CanvasContent content) {
    rest();
  }

  @Override
  public void contentReplaced(CanvasContent content) {
    rest();
  }

  private void rest() {
    if (!resting) {
      resting = true;
      request();
    }
  }

  private void modelChanged() {
    changing = true;
    step.set(-1);
    mask.set(UnitMask.NONE);
    convolution.set(null);
    profiles.set(null);
    changing = false;
    request();
  }

  private void request() {
    Subject shown = subject;
    if (changing || !open.get() || shown == null) {
      return;
    }
    Request next =
        new Request(
            ++requests,
            active.getValue(),
            shown,
            section.get(),
            mask.get(),
            pointed.get() < 0 ? digit.get() : pointed.get(),
            convolution.get(),
            resting);
    if (pending.getAndSet(next) == null) {
      background.execute(this::work);
    }
  }

  private void work() {
    Request request = pending.getAndSet(null);
    if (request == null || closed) {
      return;
    }
    Snapshot result;
    try {
      load(request.model);
      result = explain(request);
    } catch (BadInputException cause) {
      result = Snapshot.without(String.valueOf(cause.getMessage()));
    }
    if (finished.getAndSet(new Result(request.number, request.model, result)) == null) {
      ui.execute(this::take);
    }
    if (result.subject() != null && request.section == Section.CHANGE && request.resting) {
      searchChanges(request);
    }
  }

  /** Loads the model if it is another one than before. */
  private void load(LibraryModel model) {
    // not equals: a model that was trained again has the same name
    if (model == explained) {
      return;
    }
    explained = null;
    search = null;
    explainer = null;
    Model loaded = model.model();
    explainer = loaded.architecture().readsMovement() ? null : new Explainer(loaded);
    explained = model;
  }

  private Snapshot explain(Request request) {
    Explainer current = explainer;
    Subject read = request.subject;
    if (current != null && !request.resting) {
      // while the pen is down, the answer is what the digit may become
      read = read.with(current.probabilities(read.image(), UnitMask.NONE));
    }
    Explanation explanation = null;
    int shownDigit = request.digit < 0 ? read.label() : request.digit;
    Map<Method, Attribution> attributions = new EnumMap<>(Method.class);
    if (current != null) {
      explanation = current.explain(read.image(), request.mask, request.section == Section.STEPS);
      if (request.section == Section.MATTERED) {
        for (Method method : List.of(Method.OCCLUSION, Method.GRADIENT_TIMES_INPUT)) {
          attributions.put(method, current.attribution(method, explanation.trace(), shownDigit));
        }
      } else if (request.section == Section.UNITS) {
        learnProfiles(current);
      }
    }
    boolean input = request.section == Section.INPUT;
    RenderingSteps rendering =
        read.drawing().isBlank() ? null : StrokeRenderer.renderInSteps(read.drawing());
    ConvolutionChoice choice = request.convolution;
    return new Snapshot(
        read,
        explanation,
        read.label() == request.subject.label()
            ? note(request.model, current != null)
            : Messages.get("ui.inside.unfinished"),
        shownDigit,
        attributions,
        input ? InputCheck.of(read.image(), read.label()) : null,
        rendering,
        request.section == Section.MAPS && current != null && explanation != null && choice != null
            ? current.convolution(
                explanation.trace(), choice.layer(), choice.channel(), choice.step())
            : null);
  }

  private static String note(LibraryModel model, boolean explained) {
    if (!explained) {
      return Messages.get("ui.inside.movementOnly");
    }
    return model.isCombination()
        ? Messages.get("ui.inside.combination", model.parts().get(0).title())
        : "";
  }

  private void learnProfiles(Explainer current) {
    if (profiled == current) {
      return;
    }
    profiled = current;
    profiling.execute(
        () ->
            current
                .profiles(() -> closed || explainer != current)
                .ifPresent(
                    learned ->
                        ui.execute(
                            () -> {
                              if (explainer == current) {
                                profiles.set(learned);
                              }
                            })));
  }

  private void searchChanges(Request request) {
    ChangeSearch now = search;
    if (now == null) {
      now = new ChangeSearch(request.model.newRecognizer());
      search = now;
    }
    ChangeSearch.Result found =
        now.search(
            request.subject.drawing(),
            ChangeSearch.PAD_NANOS,
            () -> closed || pending.get() != null);
    if (pending.get() == null) {
      ui.execute(
          () -> {
            if (request.number == requests) {
              changes.set(found);
            }
          });
    }
  }

  private void take() {
    Result result = finished.getAndSet(null);
    if (result != null && result.number > oldestValid) {
      changes.set(null);
      exportMessage.set("");
      shownModel = result.model;
      snapshot.set(result.snapshot);
    }
  }

  @Override
  public void close() {
    closed = true;
    pending.set(null);
  }
}
