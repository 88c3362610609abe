package org.digitpad.ui;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Logger;
import javafx.application.Application;
import javafx.stage.Stage;
import org.digitpad.data.DataFolders;
import org.digitpad.data.DataSource;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architectures;
import org.digitpad.recognize.DigitReader;
import org.digitpad.recognize.ModelLibrary;
import org.digitpad.recognize.ModelTraining;
import org.digitpad.recognize.Recognizer;
import org.digitpad.ui.common.ProcessRunner;
import org.digitpad.ui.common.SettingsFile;
import org.digitpad.ui.common.SystemLook;
import org.digitpad.ui.compare.CompareParts;
import org.digitpad.ui.compare.TestImages;
import org.digitpad.ui.library.LibraryModels;
import org.digitpad.ui.pad.FileDrafts;
import org.digitpad.ui.train.MnistChoices;
import org.digitpad.ui.train.ModelFolder;
import org.digitpad.ui.train.TrainParts;

/** The window's entry and the one place where its parts are put together. */
public final class DigitPadApp extends Application {
  /** JavaFX's own logger; held here, as loggers that nobody holds forget what they were told. */
  private static final Logger JAVAFX_LOG = Logger.getLogger("javafx");

  /** Put together while JavaFX starts on its own thread, before whose window it would stand. */
  private static final CompletableFuture<AppParts> PARTS =
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

  static AppParts parts() {
    Architecture network = Architectures.CONV_GRU;
    return new AppParts(
        () -> reader(network.name()),
        new FileDrafts(() -> folders().state()),
        new SettingsFile(() -> folders().state()),
        new SystemLook(
                System.getProperty("os.name", ""),
                Optional.ofNullable(System.getenv("GTK_THEME")).orElse(""),
                new ProcessRunner())
            ::look,
        new TrainParts(
            List.of(
                MnistChoices.mnist(() -> DataSource.resolve(null, System.getenv(), folders())),
                MnistChoices.builtin()),
            MnistChoices::folder,
            MnistChoices::kaggle,
            ModelTraining::train,
            new ModelFolder(() -> folders().models())),
        comparing(),
        new AppInfo(
            version(),
            String.format(
                Locale.ROOT, "%s · %,d parameters", network.title(), network.parameters()),
            () -> folders().root().toString()));
  }

  private static CompareParts comparing() {
    LibraryModels models = new LibraryModels(() -> new ModelLibrary(folders().models()));
    return new CompareParts(
        models.bundled(),
        models::own,
        models::ofFile,
        () -> TestImages.find(() -> DataSource.resolve(null, System.getenv(), folders())));
  }

  private static DigitReader reader(String nameOrFile) {
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
