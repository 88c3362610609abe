package org.digitpad.ui.answer;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.PlainText;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architectures;
import org.digitpad.nn.model.ModelCard;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.recognize.ModelLibrary;
import org.digitpad.recognize.live.CanvasRecognizer;
import org.slf4j.LoggerFactory;

/**
 * The model that the pad uses. A model that cannot be loaded leaves the pad with the one before.
 * All methods must be called on the UI thread; models are loaded on the inference thread.
 */
public final class ActiveModel {
  private final Models models;
  private final CompletableFuture<String> saved;
  private final Consumer<String> save;
  private final Executor background;
  private final Executor ui;
  private final AnswerViewModel answer;
  private final ReadOnlyObjectWrapper<LibraryModel> active;
  private final ObservableList<LibraryModel> own = FXCollections.observableArrayList();

  private final ReadOnlyBooleanWrapper movementOnly =
      new ReadOnlyBooleanWrapper(this, "movementOnly");

  /** Counts the choices: one that is still loading is given up for a later one. */
  private int choices;

  /**
   * The models that can be chosen.
   *
   * @param bundled those that come with DigitPad, the default first
   * @param own finds the user's own; slow
   * @param recognizer loads a model; slow
   */
  public record Models(
      List<LibraryModel> bundled,
      Supplier<List<LibraryModel>> own,
      Function<LibraryModel, CanvasRecognizer> recognizer) {
    public Models {
      bundled = List.copyOf(bundled);
    }
  }

  /**
   * @param saved name of the model that was chosen in an earlier session; empty for the default one
   * @param save saves the name of the chosen model; must return at once
   * @param background looks for the user's own models
   * @param ui runs a task on the UI thread
   */
  public ActiveModel(
      Models models,
      CompletableFuture<String> saved,
      Consumer<String> save,
      Executor background,
      Executor ui) {
    this.models = models;
    this.saved = saved;
    this.save = save;
    this.background = background;
    this.ui = ui;
    active = new ReadOnlyObjectWrapper<>(this, "active", defaultModel());
    answer = new AnswerViewModel(this::loadSaved, title(defaultModel()), ui);
  }

  public AnswerViewModel answer() {
    return answer;
  }

  /** The model in use, or the one that is being loaded for it. */
  public ReadOnlyObjectProperty<LibraryModel> activeProperty() {
    return active.getReadOnlyProperty();
  }

  /** Whether the model reads the movement of the pen only, and no image. */
  public ReadOnlyBooleanProperty movementOnlyProperty() {
    return movementOnly.getReadOnlyProperty();
  }

  /** The models that come with DigitPad. */
  public List<LibraryModel> bundled() {
    return models.bundled();
  }

  /** The user's own models, as {@link #findOwn} has found them last. */
  public ObservableList<LibraryModel> own() {
    return own;
  }

  /** Looks for the user's own models in the background. */
  public void findOwn() {
    background.execute(
        () -> {
          try {
            List<LibraryModel> found = models.own().get();
            ui.execute(
                () -> {
                  if (!own.equals(found)) {
                    own.setAll(found);
                  }
                });
          } catch (BadInputException cause) {
            LoggerFactory.getLogger(ActiveModel.class).warn("cannot list models", cause);
          }
        });
  }

  /** Adds one of the user's own models that has just been written. */
  public void add(LibraryModel model) {
    own.removeIf(model::equals);
    own.add(model);
    own.sort(Comparator.comparing(LibraryModel::name));
  }

  /** Whether a model of {@link #own}, which are all loaded, is a copy that has learned a hand. */
  public static boolean isCopy(LibraryModel model) {
    return !model.isBundled() && model.model().card().parent() != null;
  }

  /**
   * What a loaded model is a copy of, as in "Copy of Conv-GRU, learned from 50 drawings"; empty if
   * it is no copy.
   */
  public static Optional<String> origin(LibraryModel model) {
    if (model.isBundled()) {
      return Optional.empty();
    }
    ModelCard card = model.model().card();
    return Optional.ofNullable(card.parent())
        .map(
            parent -> {
              String title =
                  Architectures.named(parent.name()).map(Architecture::title).orElse(parent.name());
              return Messages.plural("ui.answer.origin", card.trainedOn(), PlainText.brief(title));
            });
  }

  /** The title of a loaded model with its origin, for lists of models. */
  public static String listed(LibraryModel model) {
    return origin(model)
        .map(origin -> Messages.get("ui.answer.copy", model.title(), origin))
        .orElseGet(model::title);
  }

  /**
   * The model that one of {@link #own} is a copy of; empty if it is no copy, or if that is gone.
   */
  public Optional<LibraryModel> parentOf(LibraryModel model) {
    return own.stream()
        .filter(model::equals)
        .filter(ActiveModel::isCopy)
        .findFirst()
        .map(copy -> copy.model().card().parent())
        .flatMap(
            parent ->
                Stream.concat(
                        models.bundled().stream()
                            .filter(bundled -> bundled.name().equals(parent.name())),
                        own.stream().filter(file -> file.title().equals(parent.name())))
                    .findFirst());
  }

  /** Switches to a model, in this session and in later ones. */
  public void use(LibraryModel model) {
    use(model, true);
  }

  /** Switches to a model until the window closes. */
  public void useOnce(LibraryModel model) {
    use(model, false);
  }

  /**
   * Switches to the model that a person has chosen before, without saving it again.
   *
   * @param name as it was saved; empty for the default one
   */
  public void useSaved(String name) {
    LibraryModel chosen = name.isEmpty() ? defaultModel() : model(name);
    if (!chosen.equals(active.get())) {
      // the model before may be another person's
      use(chosen, defaultModel(), false);
    }
  }

  private void use(LibraryModel model, boolean remembered) {
    use(model, active.get(), remembered);
  }

  private void use(LibraryModel model, LibraryModel otherwise, boolean remembered) {
    int choice = ++choices;
    active.set(model);
    answer.switchModel(
        () -> load(model, otherwise, choice, remembered),
        model.isBundled() ? title(model) : model.title());
  }

  private CanvasRecognizer loadSaved() {
    String name = saved.join();
    return load(name.isEmpty() ? defaultModel() : model(name), defaultModel(), 0, false);
  }

  private LibraryModel model(String name) {
    try {
      return ModelLibrary.find(name);
    } catch (BadInputException noPath) {
      return defaultModel();
    }
  }

  /**
   * Loads a model, or another one if this fails.
   *
   * @throws BadInputException if neither can be loaded
   */
  private CanvasRecognizer load(
      LibraryModel model, LibraryModel otherwise, int choice, boolean remembered) {
    CanvasRecognizer recognizer;
    try {
      recognizer = models.recognizer().apply(model);
    } catch (BadInputException cause) {
      if (model.equals(otherwise)) {
        throw cause;
      }
      LoggerFactory.getLogger(ActiveModel.class).warn("cannot load the chosen model", cause);
      recognizer = models.recognizer().apply(otherwise);
      String reason = String.valueOf(cause.getMessage());
      String note = Messages.get("ui.activeModel.notLoaded", model.title(), reason);
      boolean reads = otherwise.readsMovementOnly();
      ifLatest(choice, title(otherwise), title -> show(otherwise, title, note, reads));
      return recognizer;
    }
    boolean reads = model.readsMovementOnly();
    ifLatest(
        choice,
        title(model),
        title -> {
          show(model, title, "", reads);
          if (remembered) {
            save.accept(model.equals(defaultModel()) ? "" : model.name());
          }
        });
    return recognizer;
  }

  /** Uses the title of a loaded model on the UI thread, unless another was chosen meanwhile. */
  private void ifLatest(int choice, String title, Consumer<String> use) {
    ui.execute(
        () -> {
          if (choice == choices) {
            use.accept(title);
          }
        });
  }

  private void show(LibraryModel model, String title, String note, boolean readsMovementOnly) {
    movementOnly.set(readsMovementOnly);
    active.set(model);
    answer.setModelName(title);
    answer.setModelNote(note);
  }

  private LibraryModel defaultModel() {
    return models.bundled().get(0);
  }

  /**
   * Returns the name and size of a model, as in "Conv-GRU · 28,506 parameters". Slow for a file
   * that is not loaded.
   */
  private static String title(LibraryModel model) {
    return Messages.plural("ui.modelTitle", model.parameterCount(), model.title());
  }
}
