package org.digitpad.ui;

import dev.dirs.ProjectDirectories;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Logger;
import javafx.application.Application;
import javafx.stage.Stage;
import org.digitpad.ink.Drawing;
import org.digitpad.ui.common.ProcessRunner;
import org.digitpad.ui.common.SettingsFile;
import org.digitpad.ui.common.SystemLook;
import org.digitpad.ui.pad.DraftStore;

/** The window's entry and the one place where its parts are put together. */
public final class DigitPadApp extends Application {
  /** JavaFX's own logger; held here, as loggers that nobody holds forget what they were told. */
  private static final Logger JAVAFX_LOG = Logger.getLogger("javafx");

  private final AppSession session = new AppSession(parts());

  /** Opens the window and returns when it was closed. Needs a display. */
  public static void open() {
    // JavaFX prefers a module path, which deeplearning4j's broken module names rule out
    JAVAFX_LOG.setFilter(
        entry -> !entry.getMessage().startsWith("Unsupported JavaFX configuration"));
    Application.launch(DigitPadApp.class);
  }

  @Override
  public void start(Stage stage) {
    session.open(stage);
  }

  @Override
  public void stop() {
    session.close();
  }

  // ---- The parts from outside the window are plugged in here, and nowhere else. ----

  static AppParts parts() {
    return new AppParts(
        PlaceholderReader::new,
        drafts(),
        new SettingsFile(DigitPadApp::folder),
        new SystemLook(
                System.getProperty("os.name", ""),
                Optional.ofNullable(System.getenv("GTK_THEME")).orElse(""),
                new ProcessRunner())
            ::look,
        new AppInfo(version(), "Conv-GRU · 28,506 parameters", () -> folder().toString()));
  }

  private static DraftStore drafts() {
    return new DraftStore() {
      @Override
      public Optional<Drawing> load() {
        return Optional.empty();
      }

      @Override
      public void save(Drawing drawing) {}
    };
  }

  /** May be slow: on Windows the system is asked by a command. */
  private static Path folder() {
    return Path.of(ProjectDirectories.from("org", "DigitPad", "DigitPad").dataLocalDir);
  }

  private static String version() {
    return Optional.ofNullable(DigitPadApp.class.getPackage().getImplementationVersion())
        .orElse("in development");
  }
}
