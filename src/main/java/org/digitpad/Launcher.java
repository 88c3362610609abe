package org.digitpad;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.digitpad.cli.Cli;

/** Starts DigitPad: with arguments the command line, without any the window. */
public final class Launcher {
  private Launcher() {}

  public static void main(String[] arguments) {
    Cli cli =
        new Cli(
            new PrintWriter(System.out, false, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            System.getenv());
    System.exit(cli.run(arguments));
  }
}
