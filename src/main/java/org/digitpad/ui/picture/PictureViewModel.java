package org.digitpad.ui.picture;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.scan.InkBounds;
import org.digitpad.io.BadInputException;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.recognize.PictureReading;
import org.digitpad.recognize.PictureRecognizer;
import org.digitpad.recognize.TracedPicture;
import org.digitpad.recognize.image.DecodingMonitor;
import org.digitpad.recognize.image.Picture;
import org.digitpad.recognize.image.PixelRows;
import org.digitpad.recognize.image.Preview;
import org.digitpad.recognize.image.PreviewedPicture;
import org.digitpad.ui.answer.Answer;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * A picture that is open in place of the canvas: loading it, the frames around its digits, and what
 * is read in them. All methods must be called on the UI thread. Pictures are loaded and read in the
 * background; of a frame that is dragged, the newest place is read and those between are skipped.
 */
public final class PictureViewModel implements AutoCloseable {
  /** What is shown. */
  public enum State {
    /** No picture: the canvas is shown. */
    CLOSED,
    /** A picture is being loaded. */
    LOADING,
    /** A picture and its frames. */
    OPEN,
    /** A sentence that says why the picture cannot be read. */
    FAILED
  }

  /** Progress of which nothing is known yet. */
  private static final double UNKNOWN = -1;

  private static final int NONE = -1;

  /** The answer shows so many digits side by side; those of a whole page would be tiny. */
  private static final int MAX_ROW = 8;

  /** Paper around a digit that was found, as a share of the digit's longer side. */
  private static final double MARGIN = 0.2;

  private final Reader reader;
  private final ObservableValue<LibraryModel> model;
  private final Consumer<CanvasContent> place;
  private final BiConsumer<Drawing, String> keep;
  private final Executor background;
  private final Executor ui;

  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(this, "state", State.CLOSED);
  private final ReadOnlyDoubleWrapper progress =
      new ReadOnlyDoubleWrapper(this, "progress", UNKNOWN);
  private final ReadOnlyObjectWrapper<@Nullable Preview> preview =
      new ReadOnlyObjectWrapper<>(this, "preview", null);
  private final ReadOnlyObjectWrapper<List<PictureFrame>> frames =
      new ReadOnlyObjectWrapper<>(this, "frames", List.of());
  private final ReadOnlyIntegerWrapper selected =
      new ReadOnlyIntegerWrapper(this, "selected", NONE);
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper(this, "sentence", "");
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "");
  private final ReadOnlyObjectWrapper<@Nullable Answer> answer =
      new ReadOnlyObjectWrapper<>(this, "answer", null);
  private final ReadOnlyBooleanWrapper canUse = new ReadOnlyBooleanWrapper(this, "canUse");
  private final ReadOnlyBooleanWrapper canReset = new ReadOnlyBooleanWrapper(this, "canReset");
  private final ReadOnlyBooleanWrapper hasNext = new ReadOnlyBooleanWrapper(this, "hasNext");

  private List<PictureSource> sources = List.of();
  private int source;
  private Loading loading = new Loading();
  private @Nullable Picture picture;

  /** What was found in the whole picture; null until then. */
  private @Nullable List<PictureReading> found;

  private int nextId;
  private boolean reading;
  private boolean useOnceRead;
  private String failure = "";

  /** The reading that the answer is about, and those of all frames. */
  private List<@Nullable PictureReading> answered = List.of();

  /**
   * @param recognizers creates what reads pictures with a model; slow, called in the background
   * @param model the model to read with
   * @param place receives what is to be drawn on: all digits as strokes, or the image of one
   * @param keep receives the digits of a picture that is closed, as strokes, and what they are read
   *     as
   * @param background runs slow tasks one after the other
   * @param ui runs a task on the UI thread
   */
  public PictureViewModel(
      Function<LibraryModel, PictureRecognizer> recognizers,
      ObservableValue<LibraryModel> model,
      Consumer<CanvasContent> place,
      BiConsumer<Drawing, String> keep,
      Executor background,
      Executor ui) {
    this.reader = new Reader(recognizers);
    this.model = model;
    this.place = place;
    this.keep = keep;
    this.background = background;
    this.ui = ui;
    model.addListener((property, before, now) -> modelChanged());
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Whether a picture, or why it cannot be read, is shown in place of the canvas. */
  public boolean isOpen() {
    return state.get() != State.CLOSED;
  }

  /** How much of the picture is loaded, from 0 to 1; negative if unknown. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** The picture to be looked at; null while there is none. */
  public ReadOnlyObjectProperty<@Nullable Preview> previewProperty() {
    return preview.getReadOnlyProperty();
  }

  /** The frames; their order stays while they are moved. */
  ReadOnlyObjectProperty<List<PictureFrame>> framesProperty() {
    return frames.getReadOnlyProperty();
  }

  /** Index of the frame that the answer is about; negative if there is none. */
  ReadOnlyIntegerProperty selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** What is seen, or why not, and what to do. */
  public ReadOnlyStringProperty sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }

  /** Name of the picture, and which of several it is. */
  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /** What was read in the selected frame; null while no picture is open. */
  public ReadOnlyObjectProperty<@Nullable Answer> answerProperty() {
    return answer.getReadOnlyProperty();
  }

  /** Whether there is a digit to draw on. */
  ReadOnlyBooleanProperty canUseProperty() {
    return canUse.getReadOnlyProperty();
  }

  /** Whether the frames are not those that were found. */
  ReadOnlyBooleanProperty canResetProperty() {
    return canReset.getReadOnlyProperty();
  }

  /** Whether several pictures were opened at once. */
  ReadOnlyBooleanProperty hasNextProperty() {
    return hasNext.getReadOnlyProperty();
  }

  /** Width of the picture in pixels; 1 while there is none. */
  int pictureWidth() {
    return picture == null ? 1 : picture.image().width() * picture.step();
  }

  /** Height of the picture in pixels; 1 while there is none. */
  int pictureHeight() {
    return picture == null ? 1 : picture.image().height() * picture.step();
  }

  /** Opens a picture file in place of what is open. */
  public void open(Path file) {
    open(List.of(file));
  }

  /** Opens the first of several picture files; {@link #next} goes on to the others. */
  public void open(List<Path> files) {
    if (!files.isEmpty()) {
      openSources(files.stream().map(PictureSource::of).toList());
    }
  }

  /**
   * Opens a picture from the clipboard.
   *
   * @param rows its pixels, which are read in the background
   */
  public void paste(PixelRows rows) {
    openSources(List.of(PictureSource.of(rows)));
  }

  void openSources(List<PictureSource> newSources) {
    keepDigits();
    sources = newSources;
    source = 0;
    load();
  }

  /** Shows the next one of several pictures, and after the last one the first. */
  public void next() {
    if (hasNext.get()) {
      keepDigits();
      source = (source + 1) % sources.size();
      load();
    }
  }

  /** Closes the picture, also while it is loaded or read. */
  @Override
  public void close() {
    keepDigits();
    shut();
  }

  /**
   * Closes the picture when the window closes, and waits for its digits, as the UI thread runs
   * nothing later. Digits that take longer are not kept.
   *
   * @param limit how long to wait
   */
  public void closeAtEnd(Duration limit) {
    List<PictureReading> digits = digitsToKeep();
    shut();
    if (digits.isEmpty()) {
      return;
    }
    LibraryModel with = model.getValue();
    CompletableFuture<TracedPicture> tracing =
        CompletableFuture.supplyAsync(() -> reader.of(with).trace(digits), background);
    try {
      TracedPicture traced = tracing.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      keep.accept(traced.drawing(), read(digits));
    } catch (ExecutionException | TimeoutException lost) {
      LoggerFactory.getLogger(PictureViewModel.class)
          .warn("The digits of a picture were not kept", lost);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private void shut() {
    loading.cancelled = true;
    loading = new Loading();
    sources = List.of();
    forget();
    state.set(State.CLOSED);
    hasNext.set(false);
    update();
  }

  /**
   * Places all digits on the canvas, as strokes that are traced along the ink, and closes the
   * picture. A single digit whose strokes would be read as another one is placed as an image.
   */
  public void use() {
    if (!canUse.get()) {
      return;
    }
    if (!frames.get().stream().allMatch(PictureFrame::current)) {
      useOnceRead = true;
      return;
    }
    List<PictureReading> used = readings(PictureFrame::hasInk);
    Loading now = loading;
    trace(
        used,
        traced -> {
          if (now != loading) {
            return;
          }
          keepDigits();
          shut();
          boolean image = used.size() == 1 && !traced.faithful();
          place.accept(
              image
                  ? new CanvasContent(used.get(0).prediction().image(), Drawing.BLANK)
                  : new CanvasContent(traced.drawing()));
        });
  }

  private List<PictureReading> readings(Predicate<PictureFrame> which) {
    return frames.get().stream()
        .filter(PictureFrame::current)
        .filter(which)
        .map(PictureFrame::reading)
        .filter(Objects::nonNull)
        .toList();
  }

  /** Traces digits in the background, and hands the result to the UI thread. */
  private void trace(List<PictureReading> digits, Consumer<TracedPicture> result) {
    LibraryModel with = model.getValue();
    background.execute(
        () -> {
          TracedPicture traced = reader.of(with).trace(digits);
          ui.execute(() -> result.accept(traced));
        });
  }

  /** Hands over the digits of the picture that is about to be closed, if there are any. */
  private void keepDigits() {
    List<PictureReading> digits = digitsToKeep();
    if (!digits.isEmpty()) {
      trace(digits, traced -> keep.accept(traced.drawing(), read(digits)));
    }
  }

  private List<PictureReading> digitsToKeep() {
    return failure.isEmpty() ? readings(PictureFrame::hasDigit) : List.of();
  }

  private static String read(List<PictureReading> digits) {
    return digits.stream()
        .map(each -> String.valueOf(each.prediction().label()))
        .collect(Collectors.joining());
  }

  /** Returns to the frames that were found. */
  public void reset() {
    if (canReset.get() && found != null) {
      showFound(found);
    }
  }

  /** Selects a frame. */
  void select(int index) {
    selected.set(index);
    update();
  }

  /** Moves a frame to another place, where it is read. */
  void setBox(int index, InkBounds box) {
    List<PictureFrame> changed = new ArrayList<>(frames.get());
    if (!changed.get(index).box().equals(box)) {
      changed.set(index, changed.get(index).at(box));
      canReset.set(true);
      frames.set(List.copyOf(changed));
      update();
      readNext();
    }
  }

  /**
   * Adds a frame, selects it and reads it. Frames in which no digit was found are removed.
   *
   * @return its index
   */
  int add(InkBounds box) {
    List<PictureFrame> changed = new ArrayList<>(frames.get());
    changed.removeIf(PictureFrame::isUseless);
    changed.add(new PictureFrame(nextId++, box, null, false));
    canReset.set(true);
    selected.set(NONE);
    frames.set(List.copyOf(changed));
    select(changed.size() - 1);
    readNext();
    return selected.get();
  }

  /** Removes the selected frame. */
  public void remove() {
    int index = selected.get();
    if (index >= 0) {
      List<PictureFrame> changed = new ArrayList<>(frames.get());
      changed.remove(index);
      canReset.set(true);
      selected.set(NONE);
      frames.set(List.copyOf(changed));
      select(Math.min(index, changed.size() - 1));
    }
  }

  /** Drags the selected frame by keyboard. */
  void drag(Grip grip, int dx, int dy) {
    PictureFrame frame = selectedFrame();
    if (frame != null) {
      setBox(selected.get(), grip.drag(frame.box(), dx, dy, pictureWidth(), pictureHeight()));
    }
  }

  private @Nullable PictureFrame selectedFrame() {
    int index = selected.get();
    return index < 0 ? null : frames.get().get(index);
  }

  private void forget() {
    picture = null;
    found = null;
    useOnceRead = false;
    failure = "";
    progress.set(UNKNOWN);
    preview.set(null);
    setFrames(List.of());
  }

  private void setFrames(List<PictureFrame> newFrames) {
    selected.set(NONE);
    frames.set(List.copyOf(newFrames));
    selected.set(newFrames.isEmpty() ? NONE : 0);
    canReset.set(false);
  }

  private void load() {
    loading.cancelled = true;
    Loading now = new Loading();
    loading = now;
    PictureSource current = sources.get(source);
    forget();
    state.set(State.LOADING);
    hasNext.set(sources.size() > 1);
    update();
    background.execute(() -> load(current, now));
  }

  /** Called in the background. */
  private void load(PictureSource current, Loading now) {
    if (now.cancelled) {
      return;
    }
    try {
      PreviewedPicture loaded = current.loader().load(now);
      ui.execute(() -> loaded(loaded, now));
    } catch (CancellationException closed) {
      // nobody waits for it any more
    } catch (BadInputException cause) {
      fail(String.valueOf(cause.getMessage()), now);
    } catch (OutOfMemoryError cause) {
      LoggerFactory.getLogger(PictureViewModel.class).warn("cannot load a picture", cause);
      fail(Messages.get("ui.picture.outOfMemory", current.name()), now);
    } catch (RuntimeException cause) {
      fail(Messages.get("ui.picture.failed", current.name()), now);
      throw cause;
    }
  }

  private void fail(String message, Loading now) {
    ui.execute(
        () -> {
          if (now == loading) {
            failure = message;
            state.set(State.FAILED);
            update();
          }
        });
  }

  private void loaded(PreviewedPicture loaded, Loading now) {
    if (now == loading) {
      picture = loaded.picture();
      preview.set(loaded.preview());
      state.set(State.OPEN);
      update();
      findAll();
    }
  }

  /** Reads the whole picture. */
  private void findAll() {
    Picture whole = picture;
    Loading now = loading;
    LibraryModel with = model.getValue();
    if (whole == null) {
      return;
    }
    found = null;
    background.execute(
        () -> {
          if (!now.cancelled) {
            read(
                () -> reader.of(with).recognizeAll(whole),
                now,
                readings -> {
                  if (with.equals(model.getValue())) {
                    found(readings);
                  }
                });
          }
        });
  }

  private void found(List<PictureReading> readings) {
    List<PictureReading> withInk =
        readings.stream().filter(each -> !each.prediction().image().isBlank()).toList();
    found = withInk;
    if (!canReset.get()) {
      showFound(withInk);
    }
  }

  private void showFound(List<PictureReading> readings) {
    List<PictureFrame> around = new ArrayList<>();
    for (PictureReading each : readings) {
      InkBounds box = withMargin(each.box(), readings);
      around.add(new PictureFrame(nextId++, box, each, true));
    }
    setFrames(around);
    update();
  }

  /**
   * Returns a box with paper around it, half of that between it and its neighbours: a frame that
   * touches the ink on all sides is read worse once it is moved.
   */
  private InkBounds withMargin(InkBounds box, List<PictureReading> all) {
    int margin = (int) Math.ceil(MARGIN * box.longerSide());
    int left = box.left() - margin;
    int right = box.left() + box.width() + margin;
    for (PictureReading each : all) {
      InkBounds other = each.box();
      if (other.left() > box.left()) {
        int middle = (box.left() + box.width() + other.left()) / 2;
        right = Math.min(right, Math.max(box.left() + box.width(), middle));
      } else if (other.left() < box.left()) {
        int middle = (other.left() + other.width() + box.left()) / 2;
        left = Math.max(left, Math.min(box.left(), middle));
      }
    }
    return Grip.between(
        left,
        box.top() - margin,
        right,
        box.top() + box.height() + margin,
        pictureWidth(),
        pictureHeight());
  }

  private void modelChanged() {
    if (state.get() != State.OPEN) {
      return;
    }
    failure = "";
    findAll();
    if (canReset.get()) {
      frames.set(frames.get().stream().map(PictureFrame::stale).toList());
      readNext();
    }
    update();
  }

  /** Reads the next frame that has not been read where it is, the selected one first. */
  private void readNext() {
    Picture whole = picture;
    PictureFrame next = selectedFrame();
    if (next == null || next.current()) {
      next = frames.get().stream().filter(frame -> !frame.current()).findFirst().orElse(null);
    }
    if (reading || next == null || whole == null || !failure.isEmpty()) {
      return;
    }
    reading = true;
    PictureFrame frame = next;
    Loading now = loading;
    LibraryModel with = model.getValue();
    background.execute(
        () -> {
          try {
            if (!now.cancelled) {
              read(
                  () -> reader.of(with).recognize(whole, frame.box()),
                  now,
                  result -> show(frame, result, with.equals(model.getValue())));
            }
          } finally {
            ui.execute(
                () -> {
                  reading = false;
                  readNext();
                });
          }
        });
  }

  private void show(PictureFrame read, PictureReading result, boolean modelIsCurrent) {
    frames.set(
        frames.get().stream()
            .map(
                frame ->
                    frame.id() == read.id()
                        ? frame.read(result, modelIsCurrent && frame.box().equals(read.box()))
                        : frame)
            .toList());
    update();
    if (useOnceRead && frames.get().stream().allMatch(PictureFrame::current)) {
      useOnceRead = false;
      use();
    }
  }

  private interface Task<T> {
    T run();
  }

  /**
   * Reads in the background, and hands the result to the UI thread unless the picture is closed.
   */
  private <T> void read(Task<T> task, Loading now, Consumer<T> result) {
    try {
      T value = task.run();
      ui.execute(
          () -> {
            if (now == loading) {
              result.accept(value);
            }
          });
    } catch (BadInputException cause) {
      failReading(String.valueOf(cause.getMessage()), now);
    } catch (RuntimeException | OutOfMemoryError cause) {
      failReading(Messages.get("ui.picture.notRead"), now);
      throw cause;
    }
  }

  private void failReading(String message, Loading now) {
    ui.execute(
        () -> {
          if (now == loading) {
            failure = message;
            // what another model has read is not what this one does
            frames.set(frames.get().stream().map(PictureFrame::unread).toList());
            update();
          }
        });
  }

  /** Brings what is shown about the frames up to date. */
  private void update() {
    PictureFrame frame = selectedFrame();
    canUse.set(failure.isEmpty() && frames.get().stream().anyMatch(PictureFrame::hasInk));
    title.set(
        sources.isEmpty()
            ? ""
            : sources.size() == 1
                ? sources.get(0).name()
                : Messages.get(
                    "ui.picture.title", sources.get(source).name(), source + 1, sources.size()));
    sentence.set(
        switch (state.get()) {
          case CLOSED -> "";
          case LOADING -> Messages.get("ui.picture.loading", sources.get(source).name());
          case FAILED -> failure;
          case OPEN -> failure.isEmpty() ? whatIsSeen(frame) : failure;
        });
    updateAnswer(frame);
  }

  private String whatIsSeen(@Nullable PictureFrame frame) {
    List<PictureFrame> all = frames.get();
    if (frame == null) {
      if (found == null && !canReset.get()) {
        return Messages.get("ui.picture.looking");
      }
      return Messages.get(
          found != null && found.isEmpty() ? "ui.picture.noInk" : "ui.picture.noFrame");
    }
    if (frame.reading() == null) {
      return Messages.get("ui.picture.reading");
    }
    if (all.size() > 1) {
      String digits = fromTheLeft().map(PictureFrame::label).collect(Collectors.joining());
      boolean digitsOnly = all.stream().allMatch(PictureFrame::hasDigit);
      return Messages.get(
          digitsOnly ? "ui.picture.several" : "ui.picture.frames", all.size(), digits);
    }
    if (!frame.hasInk()) {
      return Messages.get("ui.picture.emptyFrame");
    }
    return Messages.get(frame.hasDigit() ? "ui.picture.one" : "ui.picture.noDigit");
  }

  private Stream<PictureFrame> fromTheLeft() {
    return frames.get().stream().sorted(Comparator.comparingInt(each -> each.box().left()));
  }

  /** Returns the answer for a frame with ink, among those of the others if they are few. */
  private Answer answerFor(PictureFrame frame) {
    List<PictureFrame> row = fromTheLeft().filter(PictureFrame::hasInk).toList();
    return row.size() <= MAX_ROW
        ? Answer.ofRow(row.stream().map(PictureFrame::prediction).toList(), row.indexOf(frame))
        : Answer.of(frame.prediction());
  }

  private void updateAnswer(@Nullable PictureFrame frame) {
    if (state.get() == State.CLOSED) {
      answered = List.of();
      answer.set(null);
    } else if (!failure.isEmpty()) {
      answered = List.of();
      answer.set(Answer.blank(Messages.get("ui.picture.noAnswer")));
    } else if (frame == null || frame.reading() == null) {
      answered = List.of();
      answer.set(
          state.get() == State.OPEN && found != null
              ? Answer.blank(Messages.get("ui.picture.noAnswer"))
              : Answer.blank(Messages.get("ui.picture.answerComing")));
    } else {
      List<@Nullable PictureReading> shown = new ArrayList<>();
      shown.add(frame.reading());
      fromTheLeft().forEach(each -> shown.add(each.reading()));
      if (!shown.equals(answered)) {
        answered = shown;
        answer.set(
            frame.hasInk() ? answerFor(frame) : Answer.blank(Messages.get("ui.picture.noAnswer")));
      }
    }
  }

  /** A picture being loaded, and then open. */
  private final class Loading implements DecodingMonitor {
    private static final int PERCENT = 100;

    private volatile boolean cancelled;
    private int shown;

    @Override
    public void progress(double share) {
      int percent = (int) (PERCENT * share);
      if (percent != shown) {
        shown = percent;
        ui.execute(
            () -> {
              if (this == loading) {
                progress.set(share);
              }
            });
      }
    }

    @Override
    public boolean isCancelled() {
      return cancelled;
    }
  }

  /** Keeps what reads with the newest model. Used in the background only. */
  private static final class Reader {
    private final Function<LibraryModel, PictureRecognizer> recognizers;
    private @Nullable LibraryModel model;
    private @Nullable PictureRecognizer recognizer;

    Reader(Function<LibraryModel, PictureRecognizer> recognizers) {
      this.recognizers = recognizers;
    }

    PictureRecognizer of(LibraryModel wanted) {
      PictureRecognizer current = recognizer;
      if (current == null || wanted != model) {
        current = recognizers.apply(wanted);
        recognizer = current;
        model = wanted;
      }
      return current;
    }
  }
}
