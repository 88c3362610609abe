package org.digitpad;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.digitpad.cli.Cli;
import org.digitpad.i18n.Messages;
import org.digitpad.io.log.ProgramLog;
import org.digitpad.ui.DigitPadApp;
import org.slf4j.LoggerFactory;

/**
 * Starts DigitPad: opens the window if there are no arguments, or only a model file, as a desktop
 * passes it; otherwise runs the command line. Does not extend {@code Application}, which could not
 * start from the class path.
 */
public final class Launcher {
  private Launcher() {}

  public static void main(String[] arguments) {
    ProgramLog.install();
    boolean window = arguments.length == 0 || Cli.isModelFile(arguments);
    if (window && hasDisplay()) {
      openWindow(arguments);
      return;
    }
    Cli cli = new Cli(writer(FileDescriptor.out), writer(FileDescriptor.err), System.getenv());
    System.exit(window ? cli.refuseWindow() : cli.run(arguments));
  }

  /** Unlike System.out, it tells why something cannot be written. */
  private static Writer writer(FileDescriptor stream) {
    return new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8);
  }

  private static void openWindow(String... modelFile) {
    try {
      DigitPadApp.open(modelFile);
    } catch (UnsupportedOperationException noDisplay) {
      refuseWindow(noDisplay, Cli.BAD_INPUT);
    } catch (RuntimeException | LinkageError cause) {
      // JavaFX cannot load its native libraries: GTK or a folder to unpack them to is missing
      LoggerFactory.getLogger(Launcher.class).error("the window failed", cause);
      refuseWindow(cause, Cli.FAILED);
    }
  }

  private static void refuseWindow(Throwable cause, int exitCode) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    System.err.println(Messages.get("launcher.windowFailed", Cli.clause(root)));
    System.exit(exitCode);
  }

  /** On Linux JavaFX needs an X server, even with Wayland; other systems always have a display. */
  private static boolean hasDisplay() {
    boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    String display = System.getenv("DISPLAY");
    boolean headlessToolkit = System.getProperty("glass.platform") != null;
    return !linux || headlessToolkit || (display != null && !display.isBlank());
  }
}
