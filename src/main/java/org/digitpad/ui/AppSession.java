package org.digitpad.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.digitpad.recognize.CanvasRecognizer;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.ui.answer.AnswerViewModel;
import org.digitpad.ui.common.Appearance;
import org.digitpad.ui.common.FirstFrame;
import org.digitpad.ui.common.Preferences;
import org.digitpad.ui.common.SystemAppearance;
import org.digitpad.ui.common.ThemeManager;
import org.digitpad.ui.compare.CompareTab;
import org.digitpad.ui.compare.CompareViewModel;
import org.digitpad.ui.draw.DraftAutosave;
import org.digitpad.ui.draw.DrawTab;
import org.digitpad.ui.export.ExportTask;
import org.digitpad.ui.export.ExportView;
import org.digitpad.ui.export.ExportViewModel;
import org.digitpad.ui.pad.PadCommands;
import org.digitpad.ui.pad.PadViewModel;
import org.digitpad.ui.train.TrainCommands;
import org.digitpad.ui.train.TrainTab;
import org.digitpad.ui.train.TrainViewModel;

/**
 * One run of the app, from before its window shows until after it closed. What is slow starts at
 * once in the background or waits for the first frame; nothing of it stands before the window.
 */
final class AppSession implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 2;

  /** A stopped training ends after its batch, or after reading the validation images. */
  private static final long TRAINING_PATIENCE_SECONDS = 10;

  private final AppDependencies parts;
  private final ExecutorService files = daemon("digitpad-files");
  private final ExecutorService system = daemon("digitpad-system");
  private final CompletableFuture<Preferences> preferences;
  private final CompletableFuture<SystemAppearance.Look> look;
  private final Appearance appearance;
  private final ActiveModel reader;
  private final DraftAutosave drafts;
  private final PadViewModel pad;
  private final ExecutorService trainingThread = daemon("digitpad-training");
  private final TrainViewModel train;
  private final ExecutorService readingThread = daemon("digitpad-reading");
  private final CompareViewModel compare;

  AppSession(AppDependencies parts) {
    this.parts = parts;
    preferences = CompletableFuture.supplyAsync(parts.settings()::load, files);
    look = CompletableFuture.supplyAsync(parts.systemLook(), system);
    appearance = new Appearance(parts.settings(), files);
    reader = new ActiveModel(parts, preferences, files, Platform::runLater, this::readsOnPad);
    drafts = new DraftAutosave(parts.drafts(), files, this::tellOfDraft);
    pad = new PadViewModel(drafts::keep);
    pad.add(reader.answer());
    train =
        new TrainViewModel(
            parts.training(), reader::use, trainingThread, files, Platform::runLater);
    compare = new CompareViewModel(parts.comparing(), pad, readingThread, Platform::runLater);
  }

  /** Shows the window; to be called on the FX thread, once. */
  void open(Stage stage) {
    if (preferences.isDone()) {
      appearance.adopt(preferences.join());
    }
    new ThemeManager(appearance).applyBase();
    PadCommands paper = PadCommands.of(pad);
    DrawTab draw = new DrawTab(pad, paper, reader.answer(), appearance.stillProperty());
    TrainCommands commands = TrainCommands.of(train);
    AppTab drawRoom = new AppTab("Draw", () -> draw, paper.all(), () -> {});
    AppTab trainRoom =
        new AppTab("Train", () -> new TrainTab(train, commands), commands.all(), train::refresh);
    AppTab compareRoom =
        new AppTab(
            "Compare",
            () -> new CompareTab(compare, pad, paper, appearance.stillProperty()),
            paper.all(),
            () -> {});
    MainWindow window =
        new MainWindow(
            List.of(drawRoom, trainRoom, compareRoom),
            List.of(entry(ExportTask.kaggle()), entry(ExportTask.onnx())),
            appearance,
            parts.info(),
            system);
    CloseConfirmation.attach(stage, window, train);
    drafts.restore(Platform::runLater, pad::restore);
    // loaded meanwhile, as a rule: the first frame is to be as dark as those that follow
    whenThere(preferences, appearance::adopt);
    whenThere(look, appearance::adopt);
    window.show(stage);
    followSystem(stage);
    FirstFrame.then(
        () -> {
          reader.answer().warmUp();
          AppIcon.addTo(stage);
        });
  }

  private DialogEntry entry(ExportTask export) {
    return new DialogEntry(
        export.title(),
        () ->
            new ExportView(
                new ExportViewModel(export, this::models, readingThread, Platform::runLater)));
  }

  /** All models, the usual one first; slow. */
  private List<LibraryModel> models() {
    return Stream.concat(
            parts.comparing().bundled().stream(), parts.comparing().own().get().stream())
        .toList();
  }

  /** Looks again when people come back to the window, as they may have changed the system. */
  private void followSystem(Stage stage) {
    stage
        .focusedProperty()
        .addListener(
            (property, before, focused) -> {
              if (focused && !system.isShutdown()) {
                CompletableFuture.supplyAsync(parts.systemLook(), system)
                    .thenAcceptAsync(appearance::adopt, Platform::runLater);
              }
            });
  }

  private void tellOfDraft(String fault) {
    Platform.runLater(() -> pad.tellOfDraft(fault));
  }

  private void readsOnPad(Path model) {
    train.history().setActiveFile(model);
  }

  /** Lets the pad read with another reader until the window closes. */
  void readWith(Supplier<CanvasRecognizer> other, String name) {
    reader.use(other, name);
  }

  Appearance appearance() {
    return appearance;
  }

  AnswerViewModel answer() {
    return reader.answer();
  }

  PadViewModel pad() {
    return pad;
  }

  CompareViewModel compare() {
    return compare;
  }

  TrainViewModel train() {
    return train;
  }

  /**
   * Lifts the pen, as people may close the window in the middle of a stroke, and ends the threads,
   * giving the last draft a moment to be written. To be called on the FX thread.
   */
  @Override
  public void close() {
    pad.penUp();
    reader.answer().close();
    compare.close();
    readingThread.shutdownNow();
    train.run().stop();
    train.dataset().cancel();
    trainingThread.shutdown();
    system.shutdownNow();
    files.shutdown();
    try {
      trainingThread.awaitTermination(TRAINING_PATIENCE_SECONDS, TimeUnit.SECONDS);
      files.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  /** Uses what was loaded: now if it is there, and on the FX thread later if not. */
  private static <T> void whenThere(CompletableFuture<T> loading, Consumer<T> use) {
    if (loading.isDone()) {
      loading.thenAccept(use);
    } else {
      loading.thenAcceptAsync(use, Platform::runLater);
    }
  }

  private static ExecutorService daemon(String name) {
    return Executors.newSingleThreadExecutor(
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }
}
