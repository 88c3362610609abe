package org.digitpad;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.digitpad.cli.Cli;
import org.digitpad.i18n.Messages;

/** Says why the window cannot be opened, and what to do. */
final class StartFailure {
  private static final Pattern MISSING_LIBRARY =
      Pattern.compile("(lib[\\w.+-]+\\.so[.\\d]*): cannot open shared object file");

  private StartFailure() {}

  /** Whether only the display is missing, so that the command line could be used instead. */
  static boolean isDisplayMissing(Throwable failure) {
    return failure instanceof UnsupportedOperationException
        && String.valueOf(failure.getMessage()).contains("DISPLAY");
  }

  /**
   * Returns one sentence.
   *
   * @param failure what ended the start
   * @param printed what JavaFX printed before
   */
  static String sentence(Throwable failure, String printed) {
    StringBuilder all = new StringBuilder(printed);
    Throwable root = failure;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      all.append('\n').append(cause);
      root = cause;
    }
    String text = all.toString();
    Matcher library = MISSING_LIBRARY.matcher(text);
    if (root instanceof OutOfMemoryError) {
      return Messages.get("launcher.memory");
    }
    if (text.contains("No space left on device") || text.contains("Disk quota exceeded")) {
      return Messages.get(
          "launcher.diskFull",
          System.getProperty("user.home"),
          System.getProperty("java.io.tmpdir"));
    }
    if (isDisplayMissing(failure)) {
      return Messages.get("launcher.wrongDisplay", String.valueOf(System.getenv("DISPLAY")));
    }
    if (library.find()) {
      return Messages.get("launcher.missingLibrary", library.group(1));
    }
    if (text.contains("GTK") || text.contains("libglass")) {
      return Messages.get("launcher.missingLibrary", "GTK 3");
    }
    if (text.contains("no fonts") || text.contains("firstFont")) {
      return Messages.get("launcher.noFonts");
    }
    return Messages.get("launcher.windowFailed", Cli.clause(root));
  }
}
