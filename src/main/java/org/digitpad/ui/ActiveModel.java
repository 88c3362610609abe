package org.digitpad.ui;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.recognize.CanvasRecognizer;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.recognize.Recognizer;
import org.digitpad.ui.answer.AnswerViewModel;
import org.digitpad.ui.common.Preferences;
import org.slf4j.LoggerFactory;

/**
 * The model that the pad uses, saved in the preferences. All methods must be called on the UI
 * thread; models are loaded on the inference thread.
 */
final class ActiveModel {
  private final AppDependencies dependencies;
  private final CompletableFuture<Preferences> preferences;
  private final Consumer<UnaryOperator<Preferences>> save;
  private final Executor ui;
  private final Consumer<Path> restored;
  private final AnswerViewModel answer;
  private boolean switched;

  /**
   * @param dependencies the bundled model
   * @param preferences the saved preferences
   * @param save saves a change of the preferences; must return at once
   * @param ui runs a task on the UI thread
   * @param restored receives the model file of an earlier session once it is in use
   */
  ActiveModel(
      AppDependencies dependencies,
      CompletableFuture<Preferences> preferences,
      Consumer<UnaryOperator<Preferences>> save,
      Executor ui,
      Consumer<Path> restored) {
    this.dependencies = dependencies;
    this.preferences = preferences;
    this.save = save;
    this.ui = ui;
    this.restored = restored;
    answer = new AnswerViewModel(this::load, dependencies.info().modelName(), ui);
  }

  AnswerViewModel answer() {
    return answer;
  }

  /** Switches to a model, in this session and in later ones. */
  void use(LibraryModel library) {
    switched = true;
    answer.switchModel(
        () -> new Recognizer(library.model()),
        title(library.title(), library.model().architecture()));
    String model = library.file().map(Path::toString).orElse("");
    save.accept(saved -> saved.withModel(model));
  }

  /**
   * Switches to another model until the window closes.
   *
   * @param loader loads the recognizer; may be slow
   * @param name name of its model
   */
  void use(Supplier<CanvasRecognizer> loader, String name) {
    switched = true;
    answer.switchModel(loader, name);
  }

  /** Returns the name and size of a model, as in "Conv-GRU · 28,506 parameters". */
  static String title(String name, Architecture architecture) {
    return Messages.plural("ui.modelTitle", architecture.parameterCount(), name);
  }

  private CanvasRecognizer load() {
    String model = preferences.join().model();
    if (model.isEmpty()) {
      return dependencies.recognizer().get();
    }
    try {
      Path file = Path.of(model);
      LibraryModel library = LibraryModel.ofFile(file);
      Recognizer recognizer = new Recognizer(library.model());
      recognizer.warmUp();
      unlessSwitched(
          () -> {
            answer.setModelName(title(library.title(), library.model().architecture()));
            restored.accept(file);
          });
      return recognizer;
    } catch (BadInputException | InvalidPathException cause) {
      LoggerFactory.getLogger(ActiveModel.class).warn("cannot load the chosen model", cause);
      String name = model.substring(model.lastIndexOf(File.separatorChar) + 1);
      unlessSwitched(() -> answer.setModelNote(Messages.get("ui.activeModel.notLoaded", name)));
      return dependencies.recognizer().get();
    }
  }

  /** Runs a task on the UI thread, unless the user has switched to another model meanwhile. */
  private void unlessSwitched(Runnable task) {
    ui.execute(
        () -> {
          if (!switched) {
            task.run();
          }
        });
  }
}
