package org.digitpad.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.stage.Stage;
import org.digitpad.data.drawings.KeptDrawing;
import org.digitpad.data.mydrawings.MyDrawing;
import org.digitpad.data.profiles.Profile;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.PlainText;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.Drawing;
import org.digitpad.io.JavaHeap;
import org.digitpad.nn.model.Model;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.recognize.ModelLibrary;
import org.digitpad.recognize.PictureRecognizer;
import org.digitpad.recognize.Recognizer;
import org.digitpad.ui.answer.ActiveModel;
import org.digitpad.ui.answer.AnswerViewModel;
import org.digitpad.ui.common.AfterFirstFrame;
import org.digitpad.ui.common.Appearance;
import org.digitpad.ui.common.Preferences;
import org.digitpad.ui.common.SystemAppearance;
import org.digitpad.ui.common.ThemeManager;
import org.digitpad.ui.common.Uncaught;
import org.digitpad.ui.common.WindowPlacement;
import org.digitpad.ui.compare.CompareDependencies;
import org.digitpad.ui.compare.CompareTab;
import org.digitpad.ui.compare.CompareViewModel;
import org.digitpad.ui.draw.DraftAutosave;
import org.digitpad.ui.draw.DraftStore;
import org.digitpad.ui.draw.DrawTab;
import org.digitpad.ui.drawings.DrawingActions;
import org.digitpad.ui.drawings.DrawingFiles;
import org.digitpad.ui.drawings.DrawingFilesViewModel;
import org.digitpad.ui.drawings.DrawingsViewModel;
import org.digitpad.ui.error.UnexpectedErrorsViewModel;
import org.digitpad.ui.export.ExportTask;
import org.digitpad.ui.export.ExportView;
import org.digitpad.ui.export.ExportViewModel;
import org.digitpad.ui.inside.InsideToggle;
import org.digitpad.ui.inside.InsideViewModel;
import org.digitpad.ui.learn.CopyFolder;
import org.digitpad.ui.learn.CopyStore;
import org.digitpad.ui.learn.LearnDependencies;
import org.digitpad.ui.learn.LearnToggle;
import org.digitpad.ui.learn.LearnViewModel;
import org.digitpad.ui.mydrawings.BrowseViewModel;
import org.digitpad.ui.mydrawings.CorrectionViewModel;
import org.digitpad.ui.mydrawings.MyDrawingFilesViewModel;
import org.digitpad.ui.mydrawings.MyDrawingsTab;
import org.digitpad.ui.mydrawings.MyDrawingsViewModel;
import org.digitpad.ui.pad.PadActions;
import org.digitpad.ui.pad.PadViewModel;
import org.digitpad.ui.picture.PictureActions;
import org.digitpad.ui.picture.PictureInput;
import org.digitpad.ui.picture.PictureViewModel;
import org.digitpad.ui.practice.PauseCountdown;
import org.digitpad.ui.practice.PracticePane;
import org.digitpad.ui.practice.PracticeViewModel;
import org.digitpad.ui.practice.Rest;
import org.digitpad.ui.profile.ProfileDialogs;
import org.digitpad.ui.profile.ProfileMenu;
import org.digitpad.ui.profile.ProfilesViewModel;
import org.digitpad.ui.train.TrainActions;
import org.digitpad.ui.train.TrainTab;
import org.digitpad.ui.train.TrainViewModel;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * One session of the application, from before its window opens until after it has closed. Slow work
 * starts in the background at once or waits for the first frame, so that it does not delay the
 * window.
 */
final class AppSession implements AutoCloseable {
  /** How long closing waits for the last draft to be written. */
  private static final long STATE_TIMEOUT_SECONDS = 2;

  /** How long closing waits for a training to stop, after its batch or its validation. */
  private static final long TRAINING_TIMEOUT_SECONDS = 10;

  /** For tracing the digits of an open picture when the window closes. */
  private static final Duration PICTURE_TIMEOUT = Duration.ofSeconds(2);

  /** Names of people that can be part of the name of a file. */
  private static final Pattern NAME_OF_COPY = Pattern.compile("[\\p{L}\\p{M}\\p{N} ,'-]{1,30}");

  private final AppDependencies dependencies;
  private final Thread.@Nullable UncaughtExceptionHandler handlerBefore =
      Thread.getDefaultUncaughtExceptionHandler();
  private final UnexpectedErrorsViewModel errors =
      new UnexpectedErrorsViewModel(Platform::runLater, handlerBefore);

  /** Drafts and preferences, which must not wait for other files. */
  private final ExecutorService state = daemon("digitpad-state");

  private final ExecutorService files = daemon("digitpad-files");
  private final ExecutorService system = daemon("digitpad-system");
  private final CompletableFuture<Preferences> preferences;

  /** Changes of the preferences that are not saved yet. */
  private final List<UnaryOperator<Preferences>> unsaved = new CopyOnWriteArrayList<>();

  /** The person of the last session. */
  private final CompletableFuture<Profile> startProfile;

  private final CompletableFuture<SystemAppearance.Detected> systemAppearance;
  private final Appearance appearance;
  private final ActiveModel activeModel;
  private final DraftAutosave drafts;
  private final PadViewModel pad;

  /** Recent drawings, and the files that drawings are opened from and saved to. */
  private final ExecutorService drawingsThread = daemon("digitpad-drawings");

  private final DrawingsViewModel drawings;
  private final DrawingFilesViewModel drawingFiles;

  /** The drawings that the person has labeled. */
  private final ExecutorService myDrawingsThread = daemon("digitpad-my-drawings");

  private final MyDrawingsViewModel myDrawings;
  private final ExecutorService learningThread = daemon("digitpad-learning");
  private final LearnViewModel learn;
  private final ProfilesViewModel profiles;
  private final ExecutorService practiceThread = daemon("digitpad-practice");
  private final PracticeViewModel practice;

  /** The model that the first person has chosen, as {@link Preferences#model}. */
  private String firstModel = "";

  /** The window, once it is open. */
  private @Nullable MainWindow window;

  /** The models of people who are not the first one, by their folder. */
  private final Map<Path, ModelLibrary> personalModels = new ConcurrentHashMap<>();

  private final CorrectionViewModel correction;
  private final MyDrawingFilesViewModel myDrawingFiles;
  private final BrowseViewModel browse;

  /** Shows the Draw tab; does nothing until the window is there. */
  private Runnable showPad = () -> {};

  private final ExecutorService pictureThread = daemon("digitpad-picture");
  private final PictureViewModel picture;
  private final ExecutorService explainThread = daemon("digitpad-explain");
  private final ExecutorService profilesThread = daemon("digitpad-profiles");
  private final InsideViewModel inside;
  private final ExecutorService trainingThread = daemon("digitpad-training");
  private final TrainViewModel train;
  private final ExecutorService evaluationThread = daemon("digitpad-evaluation");
  private final CompareViewModel compare;

  AppSession(AppDependencies dependencies) {
    this.dependencies = dependencies;
    Thread.setDefaultUncaughtExceptionHandler(errors);
    preferences = load(dependencies.preferences()::load, Preferences.DEFAULT, state);
    startProfile =
        preferences.thenApplyAsync(saved -> dependencies.profiles().find(saved.profile()), state);
    systemAppearance =
        load(dependencies.systemAppearance(), SystemAppearance.Detected.DEFAULT, system);
    appearance = new Appearance(this::savePreferences);
    activeModel =
        new ActiveModel(
            new ActiveModel.Models(
                dependencies.models().bundled(),
                this::ownModels,
                dependencies.models().recognizer()),
            preferences.thenCombine(startProfile, AppSession::model),
            this::saveModel,
            files,
            Platform::runLater);
    drafts = new DraftAutosave(dependencies.drafts(), state, this::showDraftError);
    pad = new PadViewModel(drafts::submit);
    pad.addListener(activeModel.answer());
    drawings =
        new DrawingsViewModel(
            dependencies.drawings(),
            pad,
            this::reading,
            show -> savePreferences(saved -> saved.withShowDrawings(show)),
            drawingsThread,
            Platform::runLater);
    drawingFiles =
        new DrawingFilesViewModel(
            pad, drawings, dependencies.info().folders(), drawingsThread, Platform::runLater);
    myDrawings =
        new MyDrawingsViewModel(
            () -> drawingsFile(startProfile.join()), myDrawingsThread, Platform::runLater);
    // on the thread of the drawings, so that all of them are saved before a folder is moved
    profiles =
        new ProfilesViewModel(
            dependencies.profiles(),
            startProfile,
            id -> savePreferences(saved -> saved.withProfile(id)),
            myDrawingsThread,
            Platform::runLater);
    practice =
        new PracticeViewModel(
            activeModel.activeProperty()::get,
            dependencies.models().recognizer(),
            drawing -> myDrawings.add(drawing, ""),
            drawing -> myDrawings.delete(List.of(drawing), ""),
            rest -> savePreferences(saved -> saved.withPracticeRest(rest.name())),
            new PauseCountdown(),
            InstantSource.system(),
            new Random(),
            practiceThread,
            Platform::runLater);
    profiles
        .activeProperty()
        .addListener((property, before, now) -> switchPerson(before, Objects.requireNonNull(now)));
    profiles.noteProperty().addListener((property, before, now) -> showNote(now));
    learn =
        new LearnViewModel(
            new LearnDependencies(dependencies.learning().learner(), new PersonalCopies()),
            activeModel,
            learningThread,
            files,
            Platform::runLater,
            System::nanoTime);
    myDrawings
        .drawingsProperty()
        .addListener((property, before, now) -> learn.setDrawings(labeled(now), drawer()));
    profiles.profilesProperty().addListener((property, before, now) -> showDrawer());
    profiles.activeProperty().addListener((property, before, now) -> showDrawer());
    picture =
        new PictureViewModel(
            model -> new PictureRecognizer(new Recognizer(model.model())),
            activeModel.activeProperty(),
            this::place,
            drawings::keep,
            pictureThread,
            Platform::runLater);
    correction =
        new CorrectionViewModel(
            activeModel.answer(),
            Bindings.createBooleanBinding(picture::isOpen, picture.stateProperty()),
            () -> PlainText.brief(activeModel.activeProperty().get().name()),
            myDrawings,
            InstantSource.system());
    myDrawingFiles =
        new MyDrawingFilesViewModel(
            myDrawings,
            dependencies.info().folders(),
            InstantSource.system(),
            myDrawingsThread,
            Platform::runLater);
    browse = new BrowseViewModel(myDrawings, this::showOnPad);
    // a drawing that is opened, pasted or chosen in the strip is to be seen
    pad.addReplaceListener(before -> picture.close());
    inside =
        new InsideViewModel(
            activeModel.activeProperty(),
            show -> savePreferences(saved -> saved.withShowInside(show)),
            explainThread,
            profilesThread,
            Platform::runLater);
    inside.follow(activeModel.answer(), picture.answerProperty());
    pad.addListener(inside);
    train =
        new TrainViewModel(
            dependencies.training(),
            activeModel::use,
            activeModel.activeProperty(),
            trainingThread,
            files,
            Platform::runLater);
    compare =
        new CompareViewModel(
            new CompareDependencies(
                dependencies.comparison().bundled(),
                this::ownModels,
                dependencies.comparison().images(),
                dependencies.comparison().colors()),
            pad,
            evaluationThread,
            Platform::runLater);
  }

  /** Opens the window. To be called once, on the FX thread. */
  MainWindow open(Stage stage) {
    if (preferences.isDone()) {
      appearance.apply(preferences.join());
    }
    new ThemeManager(appearance).applyBase();
    PadActions padCommands = PadActions.of(pad);
    DrawTab draw =
        new DrawTab(
            pad,
            padCommands,
            picture,
            activeModel,
            appearance.motionReducedProperty(),
            drawings,
            drawingFiles,
            inside,
            correction);
    PictureInput pictureInput = new PictureInput(picture, drawingFiles::open);
    drawingFiles.setPictures(picture::open);
    draw.drawingClipboard().setPictures(pictureInput::paste);
    DrawingActions drawingCommands = draw.drawingActions();
    TrainActions trainCommands = TrainActions.of(train);
    AppTab drawTab =
        new AppTab(
            "draw",
            Messages.get("ui.tab.draw"),
            () -> draw,
            Stream.of(
                    padCommands.all(), drawingCommands.all(), List.of(InsideToggle.action(inside)))
                .flatMap(List::stream)
                .toList(),
            () -> {});
    AppTab trainTab =
        new AppTab(
            "train",
            Messages.get("ui.tab.train"),
            () -> new TrainTab(train, trainCommands),
            trainCommands.all(),
            train::refresh);
    AppTab compareTab =
        new AppTab(
            "compare",
            Messages.get("ui.tab.compare"),
            () -> new CompareTab(compare, pad, padCommands, appearance.motionReducedProperty()),
            padCommands.all(),
            () -> {});
    AppTab myDrawingsTab =
        new AppTab(
            "my-drawings",
            Messages.get("ui.tab.mydrawings"),
            this::myDrawingsPane,
            List.of(),
            learn::refresh);
    MainWindow opened =
        new MainWindow(
            List.of(drawTab, trainTab, compareTab, myDrawingsTab),
            List.of(entry(ExportTask.kaggle()), entry(ExportTask.onnx())),
            appearance,
            dependencies.info(),
            activeModel.answer().modelNameProperty(),
            moreShortcuts(),
            trainTab,
            train.run().stateProperty(),
            errors,
            system);
    window = opened;
    showPeople(opened);
    showPad = () -> opened.select(drawTab);
    opened.accept(
        pictureInput,
        drawTab,
        Stream.concat(
                padCommands.all().stream(),
                Stream.of(drawingCommands.save(), drawingCommands.copy()))
            .toList());
    CloseConfirmation.attach(stage, opened, train);
    drafts.restore(Platform::runLater, this::restore);
    // usually both are loaded by now, so that the first frame already has the right theme
    whenLoaded(preferences, this::apply);
    whenLoaded(systemAppearance, appearance::apply);
    Optional<WindowPlacement> placement = preferences.getNow(Preferences.DEFAULT).window();
    opened.show(stage, placement, now -> savePreferences(saved -> saved.withWindow(now)));
    followSystem(stage);
    AfterFirstFrame.then(
        () -> {
          activeModel.answer().warmUp();
          drawings.load();
          myDrawings.load();
          profiles.load();
          AppIcon.addTo(stage);
          system.execute(JavaHeap::keepSmall);
        });
    return opened;
  }

  private PracticePane myDrawingsPane() {
    MyDrawingsTab tab = new MyDrawingsTab(browse, myDrawingFiles, this::showPad);
    tab.addPeople(new ProfileMenu("my-drawings-person", profiles, profileDialogs()));
    LearnToggle learnToggle = new LearnToggle(learn, tab);
    tab.addTools(PracticePane.startButton(practice), learnToggle);
    StringBinding problem =
        Bindings.when(myDrawings.failedProperty()).then(myDrawings.messageProperty()).otherwise("");
    PracticePane pane = new PracticePane(practice, tab, problem);
    pane.setLearn(() -> learnToggle.setSelected(true));
    practice
        .stateProperty()
        .addListener(
            (property, before, now) -> {
              if (now == PracticeViewModel.State.DRAWING) {
                // a round leads back to the drawings
                learnToggle.setSelected(false);
              }
            });
    return pane;
  }

  private ProfileDialogs profileDialogs() {
    return new ProfileDialogs(
        profiles, (title, content) -> Objects.requireNonNull(window).showDialog(title, content));
  }

  /** Shows at the pad whose drawings and model are in use, once there are several people. */
  private void showPeople(MainWindow shown) {
    ReadOnlyObjectProperty<List<Profile>> people = profiles.profilesProperty();
    people.addListener(
        (property, before, now) ->
            shown.showPerson(
                now.size() > 1, () -> new ProfileMenu("person", profiles, profileDialogs())));
  }

  /** The name of the model that a person has chosen; that of the first one is a preference. */
  private static String model(Preferences saved, Profile person) {
    return person.isFirst() ? saved.model() : person.model();
  }

  private void saveModel(String name) {
    Profile person = profiles.activeProperty().get();
    if (person == null || person.isFirst()) {
      firstModel = name;
      savePreferences(saved -> saved.withModel(name));
    } else {
      profiles.rememberModel(name);
    }
  }

  /** What was drawn so far goes to the person before. */
  private void switchPerson(@Nullable Profile before, Profile now) {
    if (before == null || before.id().equals(now.id())) {
      return;
    }
    practice.leave();
    learn.changePerson();
    myDrawings.useFile(() -> drawingsFile(now));
    activeModel.useSaved(now.isFirst() ? firstModel : now.model());
    learn.refresh();
  }

  /** People may be loaded after their drawings, and get other names. */
  private void showDrawer() {
    learn.setDrawings(labeled(myDrawings.drawingsProperty().get()), drawer());
  }

  /** The name that copies are called after; empty with a single person, or for odd characters. */
  private String drawer() {
    Profile person = profiles.activeProperty().get();
    return person != null
            && profiles.profilesProperty().get().size() > 1
            && NAME_OF_COPY.matcher(person.name()).matches()
        ? person.name()
        : "";
  }

  /** Keeps copies with the person whose drawings they have learned from. */
  private final class PersonalCopies implements CopyStore {
    @Override
    public CopyStore ofPersonNow() {
      Profile person = profiles.activeProperty().get();
      return person == null || person.isFirst()
          ? dependencies.learning().store()
          : new CopyFolder(person::modelsFolder);
    }

    @Override
    public LibraryModel keep(Model copy, String name) throws IOException {
      return ofPersonNow().keep(copy, name);
    }

    @Override
    public void delete(LibraryModel copy) throws IOException {
      dependencies.learning().store().delete(copy);
    }
  }

  private Path drawingsFile(Profile person) {
    return person.isFirst() ? dependencies.myDrawings().get() : person.drawingsFile();
  }

  /** Returns the models of everybody, then those that have learned the person's hand; slow. */
  private List<LibraryModel> ownModels() {
    List<LibraryModel> own = new ArrayList<>(dependencies.models().own().get());
    Profile person = profiles.activeProperty().get();
    if (person != null && !person.isFirst()) {
      own.addAll(
          personalModels
              .computeIfAbsent(person.modelsFolder(), ModelLibrary::new)
              .own(skipped -> LoggerFactory.getLogger(AppSession.class).warn(skipped)));
    }
    return own;
  }

  /** The drawings that show a digit. */
  private static List<LabeledDrawing> labeled(List<MyDrawing> drawings) {
    return drawings.stream()
        .map(MyDrawing::toLabeled)
        .filter(drawing -> drawing.label() != null)
        .toList();
  }

  private void showPad() {
    showPad.run();
  }

  /** Puts one of the person's drawings on the pad, and shows it. */
  private void showOnPad(Drawing drawing) {
    Drawing fitted = DrawingFiles.fitted(drawing);
    if (!pad.content().equals(new CanvasContent(fitted))) {
      pad.replaceDrawing(fitted);
    }
    showPad();
  }

  /** Prepares the first visit to each tab, in the background and while the person does nothing. */
  void warmUpTabs(MainWindow window) {
    system.execute(
        () -> {
          TabWarmUp.loadClasses(dependencies.training());
          Platform.runLater(() -> window.warmUp(TabWarmUp.tabs(dependencies.training())));
        });
  }

  /** Places digits of a picture on the canvas. */
  private void place(CanvasContent content) {
    if (content.hasBackground()) {
      pad.placeImage(content.background());
    } else {
      pad.replaceDrawing(content.drawing());
    }
  }

  private List<ShortcutGroup> moreShortcuts() {
    return List.of(
        ShortcutGroup.of(Messages.get("ui.shortcuts.picture"), PictureActions.of(picture).all()),
        ShortcutGroup.recentDrawings(),
        ShortcutGroup.labels(),
        ShortcutGroup.arrows());
  }

  private DialogMenuItem entry(ExportTask export) {
    return new DialogMenuItem(
        export.title(),
        () ->
            new ExportView(
                new ExportViewModel(
                    export, () -> models(export), evaluationThread, Platform::runLater)));
  }

  /**
   * Returns all models that are one network, the default one first, without those that cannot read
   * the pictures of the task; slow.
   */
  private List<LibraryModel> models(ExportTask export) {
    return Stream.concat(dependencies.comparison().bundled().stream(), ownModels().stream())
        .filter(model -> !model.isCombination())
        .filter(model -> export.input() == null || !model.readsMovementOnly())
        .toList();
  }

  /** Asks the system again whenever the window gets the focus, as its theme may have changed. */
  private void followSystem(Stage stage) {
    stage
        .focusedProperty()
        .addListener(
            (property, before, focused) -> {
              if (focused && !system.isShutdown()) {
                system.execute(
                    () -> {
                      SystemAppearance.Detected now = dependencies.systemAppearance().get();
                      Platform.runLater(() -> appearance.apply(now));
                    });
              }
            });
  }

  private void apply(Preferences loaded) {
    appearance.apply(loaded);
    drawings.restoreShown(loaded.showDrawings());
    inside.restoreOpen(loaded.showInside());
    practice.restoreRest(Rest.of(loaded.practiceRest()));
    firstModel = loaded.model();
    showNote(dependencies.preferences().note());
  }

  private void restore(DraftStore.Restored draft) {
    draft.content().ifPresent(pad::restore);
    showNote(draft.note());
  }

  private void showNote(String note) {
    if (!note.isEmpty()) {
      pad.setDraftNote(note);
    }
  }

  private void savePreferences(UnaryOperator<Preferences> change) {
    unsaved.add(change);
    state.execute(this::savePreferences);
  }

  /**
   * Saves all changes; those that cannot be saved are tried again with the next, and at the end.
   */
  private void savePreferences() {
    List<UnaryOperator<Preferences>> changes = List.copyOf(unsaved);
    try {
      dependencies
          .preferences()
          .update(
              saved -> {
                Preferences changed = saved;
                for (UnaryOperator<Preferences> change : changes) {
                  changed = change.apply(changed);
                }
                return changed;
              });
      unsaved.removeAll(changes);
    } catch (RuntimeException cause) {
      LoggerFactory.getLogger(AppSession.class).warn("cannot save preferences", cause);
      Platform.runLater(() -> pad.setDraftNote(String.valueOf(cause.getMessage())));
    }
  }

  /** The digits that the canvas is read as at the moment; empty if unknown or none. */
  private String reading() {
    String headline = activeModel.answer().answerProperty().get().headline();
    return KeptDrawing.isReading(headline) ? headline : "";
  }

  private void showDraftError(String error) {
    Platform.runLater(() -> pad.setDraftError(error));
  }

  /** The model that the pad uses. */
  ActiveModel activeModel() {
    return activeModel;
  }

  UnexpectedErrorsViewModel errors() {
    return errors;
  }

  Appearance appearance() {
    return appearance;
  }

  AnswerViewModel answer() {
    return activeModel.answer();
  }

  PadViewModel pad() {
    return pad;
  }

  DrawingsViewModel drawings() {
    return drawings;
  }

  ProfilesViewModel profiles() {
    return profiles;
  }

  PracticeViewModel practice() {
    return practice;
  }

  MyDrawingsViewModel myDrawings() {
    return myDrawings;
  }

  LearnViewModel learn() {
    return learn;
  }

  PictureViewModel picture() {
    return picture;
  }

  InsideViewModel inside() {
    return inside;
  }

  CompareViewModel compare() {
    return compare;
  }

  TrainViewModel train() {
    return train;
  }

  /**
   * Waits until the last draft, the kept drawings and the preferences are written, and takes no
   * more of them.
   */
  void awaitSaved() {
    state.shutdown();
    drawingsThread.shutdown();
    myDrawingsThread.shutdown();
    try {
      state.awaitTermination(STATE_TIMEOUT_SECONDS, TimeUnit.SECONDS);
      drawingsThread.awaitTermination(STATE_TIMEOUT_SECONDS, TimeUnit.SECONDS);
      myDrawingsThread.awaitTermination(STATE_TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Ends the stroke in progress, as the window may be closed in the middle of one, stops all
   * threads and waits until the last draft is written. To be called on the FX thread.
   */
  @Override
  public void close() {
    pad.penUp();
    drawings.keepCanvas();
    practice.leave();
    practiceThread.shutdownNow();
    myDrawings.saveRest();
    activeModel.answer().close();
    picture.closeAtEnd(PICTURE_TIMEOUT);
    inside.close();
    explainThread.shutdownNow();
    profilesThread.shutdownNow();
    pictureThread.shutdownNow();
    learn.cancel();
    learningThread.shutdown();
    compare.close();
    evaluationThread.shutdownNow();
    train.run().stop();
    train.dataset().cancel();
    trainingThread.shutdown();
    system.shutdownNow();
    files.shutdown();
    drafts.flush();
    if (!unsaved.isEmpty()) {
      state.execute(this::savePreferences);
    }
    try {
      trainingThread.awaitTermination(TRAINING_TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
    awaitSaved();
    Thread.setDefaultUncaughtExceptionHandler(handlerBefore);
  }

  /** Loads a value in the background; an unexpected error is reported, and the value a default. */
  private static <T> CompletableFuture<T> load(
      Supplier<T> loader, T defaultValue, Executor background) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return loader.get();
          } catch (RuntimeException | Error cause) {
            // here, where the thread is still the one that has failed
            Uncaught.report(cause);
            return defaultValue;
          }
        },
        background);
  }

  /** Uses a value at once if it is loaded, and on the FX thread later if not. */
  private static <T> void whenLoaded(CompletableFuture<T> loading, Consumer<T> use) {
    if (loading.isDone()) {
      use.accept(loading.join());
    } else {
      // a future would keep an exception that the use throws
      loading.thenAccept(value -> Platform.runLater(() -> use.accept(value)));
    }
  }

  /** Returns an executor that discards the tasks that come after its end, as the window closes. */
  private static ExecutorService daemon(String name) {
    return new ThreadPoolExecutor(
        1,
        1,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        },
        new ThreadPoolExecutor.DiscardPolicy());
  }
}
