package org.digitpad.ui;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.recognize.CanvasRecognizer;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.recognize.Recognizer;
import org.digitpad.ui.answer.AnswerViewModel;
import org.digitpad.ui.common.Preferences;
import org.slf4j.LoggerFactory;

/**
 * Which model reads on the pad, remembered from one start to the next. Lives on the UI thread, but
 * for the loading, which is the inference thread's.
 */
final class ActiveModel {
  private final AppDependencies parts;
  private final CompletableFuture<Preferences> kept;
  private final Executor files;
  private final Executor ui;
  private final Consumer<Path> found;
  private final AnswerViewModel answer;
  private boolean chosen;

  /**
   * @param parts the bundled reader, the models and the settings
   * @param kept the settings from before
   * @param files runs what is slow, on the thread of the settings
   * @param ui runs a task on the UI thread
   * @param found is told of the model that reads since an earlier start
   */
  ActiveModel(
      AppDependencies parts,
      CompletableFuture<Preferences> kept,
      Executor files,
      Executor ui,
      Consumer<Path> found) {
    this.parts = parts;
    this.kept = kept;
    this.files = files;
    this.ui = ui;
    this.found = found;
    answer = new AnswerViewModel(this::load, parts.info().modelName(), ui);
  }

  AnswerViewModel answer() {
    return answer;
  }

  /** Lets a run's model read now, and after the next start too. */
  void use(LibraryModel run) {
    chosen = true;
    answer.use(() -> new Recognizer(run.model()), title(run.title(), run.model().architecture()));
    String model = run.file().map(Path::toString).orElse("");
    files.execute(() -> parts.settings().change(before -> before.withModel(model)));
  }

  /**
   * Lets another reader read until the window closes.
   *
   * @param loader finds it; may be slow
   * @param name what to call it
   */
  void use(Supplier<CanvasRecognizer> loader, String name) {
    chosen = true;
    answer.use(loader, name);
  }

  /** Name and size of a model. */
  static String title(String name, Architecture architecture) {
    return String.format(Locale.ROOT, "%s · %,d parameters", name, architecture.parameterCount());
  }

  private CanvasRecognizer load() {
    String model = kept.join().model();
    if (model.isEmpty()) {
      return parts.reader().get();
    }
    try {
      Path file = Path.of(model);
      LibraryModel run = LibraryModel.ofFile(file);
      Recognizer reader = new Recognizer(run.model());
      reader.warmUp();
      unlessChosen(
          () -> {
            answer.introduce(title(run.title(), run.model().architecture()));
            found.accept(file);
          });
      return reader;
    } catch (BadInputException | InvalidPathException cause) {
      LoggerFactory.getLogger(ActiveModel.class).warn("the chosen model does not read", cause);
      String name = model.substring(model.lastIndexOf(File.separatorChar) + 1);
      unlessChosen(
          () ->
              answer.excuse(
                  name
                      + " is gone or damaged, so the bundled model reads. Choose another in Train."));
      return parts.reader().get();
    }
  }

  /** What people have chosen meanwhile counts more than what was kept. */
  private void unlessChosen(Runnable task) {
    ui.execute(
        () -> {
          if (!chosen) {
            task.run();
          }
        });
  }
}
