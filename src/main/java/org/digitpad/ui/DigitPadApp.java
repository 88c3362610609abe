package org.digitpad.ui;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Logger;
import javafx.application.Application;
import javafx.stage.Stage;
import org.digitpad.data.source.DataSource;
import org.digitpad.io.DataFolders;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architectures;
import org.digitpad.recognize.CanvasRecognizer;
import org.digitpad.recognize.ModelLibrary;
import org.digitpad.recognize.Recognizer;
import org.digitpad.train.ModelTraining;
import org.digitpad.ui.common.PreferencesFile;
import org.digitpad.ui.common.ProcessRunner;
import org.digitpad.ui.common.SystemAppearance;
import org.digitpad.ui.compare.CompareDependencies;
import org.digitpad.ui.compare.TestImages;
import org.digitpad.ui.draw.DraftFile;
import org.digitpad.ui.train.TrainDependencies;
import org.digitpad.ui.train.data.DatasetChoices;
import org.digitpad.ui.train.history.ModelFolder;
import org.slf4j.LoggerFactory;

/** The window's entry and the one place where its parts are put together. */
public final class DigitPadApp extends Application {
  /** JavaFX's own logger; held here, as loggers that nobody holds forget what they were told. */
  private static final Logger JAVAFX_LOG = Logger.getLogger("javafx");

  /** Put together while JavaFX starts on its own thread, before whose window it would stand. */
  private static final CompletableFuture<AppDependencies> PARTS =
      CompletableFuture.supplyAsync(DigitPadApp::parts);

  private final AppSession session = new AppSession(PARTS.join());

  /**
   * Opens the window and returns when it was closed. Needs a display.
   *
   * @param modelFile a model file to read with, or nothing
   */
  public static void open(String... modelFile) {
    // JavaFX prefers a module path, which deeplearning4j's broken module names rule out
    JAVAFX_LOG.setFilter(
        entry -> !entry.getMessage().startsWith("Unsupported JavaFX configuration"));
    Application.launch(DigitPadApp.class, modelFile);
  }

  @Override
  public void start(Stage stage) {
    session.open(stage);
    getParameters().getRaw().forEach(file -> session.readWith(() -> reader(file), fileName(file)));
  }

  @Override
  public void stop() {
    session.close();
  }

  // ---- The parts from outside the window are plugged in here, and nowhere else. ----

  static AppDependencies parts() {
    Architecture network = Architectures.CONV_GRU;
    return new AppDependencies(
        () -> reader(network.name()),
        new DraftFile(() -> folders().state()),
        new PreferencesFile(() -> folders().state()),
        new SystemAppearance(
                System.getProperty("os.name", ""),
                Optional.ofNullable(System.getenv("GTK_THEME")).orElse(""),
                new ProcessRunner())
            ::look,
        new TrainDependencies(
            List.of(
                DatasetChoices.mnist(() -> DataSource.resolve(null, System.getenv(), folders())),
                DatasetChoices.builtin()),
            DatasetChoices::folder,
            DatasetChoices::kaggle,
            ModelTraining::train,
            new ModelFolder(() -> folders().models())),
        comparing(),
        new AppInfo(
            version(),
            ActiveModel.title(network.title(), network),
            () -> folders().root().toString()));
  }

  private static CompareDependencies comparing() {
    return new CompareDependencies(
        ModelLibrary.bundled(),
        () ->
            new ModelLibrary(folders().models())
                .own(skipped -> LoggerFactory.getLogger(DigitPadApp.class).warn(skipped)),
        () -> TestImages.find(() -> DataSource.resolve(null, System.getenv(), folders())));
  }

  private static CanvasRecognizer reader(String nameOrFile) {
    Recognizer recognizer = new Recognizer(new ModelLibrary(folders().models()).load(nameOrFile));
    recognizer.warmUp();
    return recognizer;
  }

  private static String fileName(String file) {
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  }

  /** May be slow: on Windows the system is asked by a command. */
  private static DataFolders folders() {
    return DataFolders.ofUser(System.getenv());
  }

  private static String version() {
    return Optional.ofNullable(DigitPadApp.class.getPackage().getImplementationVersion())
        .orElse("in development");
  }
}
