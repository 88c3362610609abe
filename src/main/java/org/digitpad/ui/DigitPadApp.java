package org.digitpad.ui;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Logger;
import javafx.application.Application;
import javafx.stage.Stage;
import org.digitpad.data.drawings.DrawingsFile;
import org.digitpad.data.mydrawings.MyDrawingsStore;
import org.digitpad.data.profiles.Profiles;
import org.digitpad.data.source.DataSource;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.digitpad.io.DataFolders;
import org.digitpad.io.log.ProgramInfo;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.recognize.ModelLibrary;
import org.digitpad.recognize.Recognizer;
import org.digitpad.recognize.live.CanvasRecognizer;
import org.digitpad.recognize.live.GrowingDrawingRecognizer;
import org.digitpad.recognize.sequence.DigitSequenceRecognizer;
import org.digitpad.train.ModelTraining;
import org.digitpad.ui.answer.ActiveModel;
import org.digitpad.ui.chart.ModelColors;
import org.digitpad.ui.common.AfterFirstFrame;
import org.digitpad.ui.common.PreferencesFile;
import org.digitpad.ui.common.ProcessRunner;
import org.digitpad.ui.common.SystemAppearance;
import org.digitpad.ui.compare.CompareDependencies;
import org.digitpad.ui.compare.TestImages;
import org.digitpad.ui.draw.DraftFile;
import org.digitpad.ui.learn.CopyFolder;
import org.digitpad.ui.learn.HandLearner;
import org.digitpad.ui.learn.LearnDependencies;
import org.digitpad.ui.train.TrainDependencies;
import org.digitpad.ui.train.data.DatasetChoices;
import org.digitpad.ui.train.history.RunFolder;
import org.slf4j.LoggerFactory;

/** The JavaFX application, and the composition root: the one place that wires up dependencies. */
public final class DigitPadApp extends Application {
  /** JavaFX's logger. The reference keeps its filter, as unreferenced loggers are collected. */
  private static final Logger JAVAFX_LOG = Logger.getLogger("javafx");

  /** Created while JavaFX starts on its own thread, so that this does not delay the window. */
  private static final CompletableFuture<AppDependencies> DEPENDENCIES =
      CompletableFuture.supplyAsync(DigitPadApp::dependencies);

  /** JavaFX creates the application without parameters. */
  private static volatile Runnable started = () -> {};

  /**
   * Without it, JavaFX keeps the backgrounds of buttons in one image, and where it draws them a row
   * of a neighbour in that image shows above each.
   */
  private static final String REGION_CACHING_OFF = "prism.disableRegionCaching";

  private final AppSession session = new AppSession(DEPENDENCIES.join());

  /**
   * Opens the window and returns once it is closed. Needs a display.
   *
   * @param onStarted is run on the FX thread after the first frame
   * @param modelFile a model file to use until the window closes, or nothing
   */
  public static void open(Runnable onStarted, String... modelFile) {
    started = onStarted;
    System.setProperty(REGION_CACHING_OFF, "true");
    // JavaFX warns unless it is on the module path, where deeplearning4j's module names are invalid
    JAVAFX_LOG.setFilter(
        entry -> !entry.getMessage().startsWith("Unsupported JavaFX configuration"));
    Application.launch(DigitPadApp.class, modelFile);
  }

  @Override
  public void start(Stage stage) {
    MainWindow window = session.open(stage);
    // a logout ends the program without closing the window
    Runtime.getRuntime().addShutdownHook(new Thread(session::awaitSaved));
    AfterFirstFrame.then(
        () -> {
          started.run();
          session.warmUpTabs(window);
        });
    getParameters().getRaw().forEach(this::useOnce);
  }

  /** Uses a model that the command line names, or says why not. */
  private void useOnce(String nameOrFile) {
    try {
      session.activeModel().useOnce(ModelLibrary.find(nameOrFile));
    } catch (BadInputException cause) {
      session.answer().setModelNote(String.valueOf(cause.getMessage()));
    }
  }

  @Override
  public void stop() {
    session.close();
  }

  static AppDependencies dependencies() {
    ModelColors colors = new ModelColors(ModelLibrary.bundled());
    return new AppDependencies(
        new ActiveModel.Models(
            ModelLibrary.bundled(), DigitPadApp::ownModels, DigitPadApp::recognizer),
        new DraftFile(() -> folders().state()),
        new DrawingsFile(() -> folders().state()),
        () -> folders().drawings().resolve(MyDrawingsStore.FILE_NAME),
        new Profiles(DigitPadApp::folders),
        new LearnDependencies(
            new HandLearner(() -> DataSource.resolve(null, System.getenv(), folders())),
            new CopyFolder(() -> folders().models())),
        new PreferencesFile(() -> folders().state()),
        new SystemAppearance(
                System.getProperty("os.name", ""),
                Optional.ofNullable(System.getenv("GTK_THEME")).orElse(""),
                new ProcessRunner())
            ::detect,
        new TrainDependencies(
            List.of(
                DatasetChoices.mnist(() -> DataSource.resolve(null, System.getenv(), folders())),
                DatasetChoices.builtin()),
            DatasetChoices::folder,
            DatasetChoices::kaggle,
            ModelTraining::train,
            new RunFolder(() -> folders().models()),
            colors),
        compareDependencies(colors),
        new AppInfo(version(), DigitPadApp::folders));
  }

  private static CompareDependencies compareDependencies(ModelColors colors) {
    return new CompareDependencies(
        ModelLibrary.bundled(),
        DigitPadApp::ownModels,
        () -> TestImages.find(() -> DataSource.resolve(null, System.getenv(), folders())),
        colors);
  }

  /** Is looked for in the background, as finding its folder may be slow. */
  private static final class Library {
    static final ModelLibrary INSTANCE = new ModelLibrary(folders().models());
  }

  /** Reads only those of the user's models again that have changed. */
  private static List<LibraryModel> ownModels() {
    return Library.INSTANCE.own(
        skipped -> LoggerFactory.getLogger(DigitPadApp.class).warn(skipped));
  }

  private static CanvasRecognizer recognizer(LibraryModel model) {
    Recognizer recognizer = model.newRecognizer();
    recognizer.warmUp();
    return new GrowingDrawingRecognizer(new DigitSequenceRecognizer(recognizer));
  }

  /** May be slow, as it runs a command on Windows. */
  private static DataFolders folders() {
    return DataFolders.ofUser(System.getenv());
  }

  private static String version() {
    return ProgramInfo.version().orElseGet(() -> Messages.get("ui.about.developmentVersion"));
  }
}
