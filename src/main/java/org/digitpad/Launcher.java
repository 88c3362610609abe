package org.digitpad;

import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.digitpad.cli.Cli;
import org.digitpad.io.NativeCaches;
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
    try {
      start(arguments);
    } catch (OutOfMemoryError tooLittle) {
      System.err.println(StartFailure.sentence(tooLittle, ""));
      System.exit(Cli.FAILED);
    } catch (IOException | InterruptedException | RuntimeException | Error cause) {
      LoggerFactory.getLogger(Launcher.class).error("the start failed", cause);
      System.err.println(Cli.failureSentence(cause));
      System.exit(Cli.FAILED);
    }
  }

  private static void start(String[] given) throws IOException, InterruptedException {
    if (Utf8Relaunch.isNeeded(given, System.getenv())) {
      System.exit(Utf8Relaunch.run(given));
    }
    String[] arguments = Utf8Relaunch.arguments(given, System.getenv());
    boolean window = arguments.length == 0 || Cli.isModelFile(arguments);
    if (window && hasDisplay()) {
      try {
        NativeCaches.prepare();
      } catch (UnsatisfiedLinkError noFolder) {
        System.err.println(noFolder.getMessage());
        System.exit(Cli.FAILED);
      }
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

  /** Opens the window. What JavaFX prints before it fails is not shown, but used for a sentence. */
  private static void openWindow(String... modelFile) {
    PrintStream terminal = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      DigitPadApp.open(
          () -> {
            System.setErr(terminal);
            if (printed.size() > 0) {
              // such as that there is no OpenGL, so that software renders
              LoggerFactory.getLogger(Launcher.class)
                  .info("JavaFX: {}", printed.toString(StandardCharsets.UTF_8));
            }
          },
          modelFile);
    } catch (RuntimeException | Error cause) {
      System.setErr(terminal);
      String messages = printed.toString(StandardCharsets.UTF_8);
      LoggerFactory.getLogger(Launcher.class)
          .error("the window failed after printing: {}", messages, cause);
      System.err.println(StartFailure.sentence(cause, messages));
      System.exit(StartFailure.isDisplayMissing(cause) ? Cli.BAD_INPUT : Cli.FAILED);
    }
  }

  /** On Linux JavaFX needs an X server, even with Wayland; other systems always have a display. */
  private static boolean hasDisplay() {
    boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    String display = System.getenv("DISPLAY");
    boolean headlessToolkit = System.getProperty("glass.platform") != null;
    return !linux || headlessToolkit || (display != null && !display.isBlank());
  }
}
