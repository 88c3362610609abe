package org.digitpad.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.model.ModelFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line of DigitPad. */
public final class Cli {
  /** Exit code: done. */
  public static final int DONE = 0;

  /** Exit code: failed while running. */
  public static final int FAILED = 1;

  /** Exit code: wrong usage or bad input. */
  public static final int BAD_INPUT = 2;

  private static final Logger LOG = LoggerFactory.getLogger(Cli.class);

  private final CommandLine commands;
  private final Console console;

  /**
   * A command line.
   *
   * @param out takes results
   * @param err takes progress, logs and errors
   * @param environment usually {@link System#getenv()}
   */
  public Cli(PrintWriter out, PrintWriter err, Map<String, String> environment) {
    this(out, err, environment, Terminal::isStandardError);
  }

  /**
   * A command line at a terminal or not.
   *
   * @param terminal whether lines on {@code err} may be drawn over
   */
  Cli(PrintWriter out, PrintWriter err, Map<String, String> environment, BooleanSupplier terminal) {
    this.console = new Console(out, err, environment, terminal);
    this.commands =
        new CommandLine(new RootCommand())
            .addSubcommand(new PredictCommand(console))
            .addSubcommand(new TrainCommand(console))
            .addSubcommand(new EvaluateCommand(console))
            .addSubcommand(new KaggleCommand(console))
            .addSubcommand(
                new CommandLine(new DataCommand())
                    .addSubcommand(new DataCommand.Status(console))
                    .addSubcommand(new DataCommand.Download(console))
                    .addSubcommand(new DataCommand.Verify(console)))
            .addSubcommand(new ModelsCommand(console))
            .addSubcommand(new DescribeCommand(console))
            .addSubcommand(new ExportCommand(console))
            .addSubcommand(new BenchCommand(console))
            .addSubcommand(new CommandLine.HelpCommand())
            .setExpandAtFiles(false)
            .setOut(out)
            .setErr(err)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(this::wrongUsage)
            .setExecutionExceptionHandler(this::failed);
  }

  /** Whether the arguments are no command but a model file to open the window with. */
  public static boolean isModelFile(String... arguments) {
    return arguments.length == 1 && !arguments[0].startsWith("-") && ModelFile.isName(arguments[0]);
  }

  /** The commands, for what is generated from them. */
  CommandLine commands() {
    return commands;
  }

  /** Says that there is no display for the window; returns the exit code. */
  public int refuseWindow() {
    console.say(
        "There is no display to open the window on; set DISPLAY, or use a command: %s.",
        String.join(", ", commands.getSubcommands().keySet()));
    return BAD_INPUT;
  }

  /** Runs one command; returns the exit code. */
  public int run(String... arguments) {
    try {
      return commands.execute(arguments);
    } catch (LinkageError | OutOfMemoryError fault) {
      // what picocli lets through: native libraries that do not load, and too little memory
      return failed(fault, "digitpad");
    }
  }

  private int wrongUsage(ParameterException fault, String[] arguments) {
    String command = fault.getCommandLine().getCommandSpec().qualifiedName();
    console.say("%s; see '%s --help'.", sentence(fault), command);
    return BAD_INPUT;
  }

  private static String sentence(ParameterException fault) {
    if (fault instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      String word = unmatched.getUnmatched().get(0);
      List<String> suggestions = unmatched.getSuggestions();
      return "There is no command or option '"
          + word
          + "'"
          + (suggestions.isEmpty() ? "" : " (did you mean '" + suggestions.get(0) + "'?)");
    }
    return fault
        .getMessage()
        .lines()
        .findFirst()
        .orElse("Wrong usage")
        .replaceAll(" is not an? (int|long)$", " is not a whole number in range")
        .replaceAll(" is not a double$", " is not a number")
        .replaceAll("cannot convert ('.*') to .*", "$1 is no file name here")
        .replaceAll("[.;]$", "");
  }

  private int failed(Exception fault, CommandLine command, ParseResult parsed) {
    if (fault instanceof BadInputException) {
      console.say("%s", fault.getMessage().replaceAll("\\R", " "));
      return BAD_INPUT;
    }
    return failed(fault, command.getCommandName());
  }

  private int failed(Throwable fault, String name) {
    LOG.debug("{} failed", name, fault);
    String message = fault.getMessage() == null ? fault.toString() : fault.getMessage();
    console.say("%s failed: %s.", name, message.replaceAll("\\s+", " ").replaceAll("[.!; ]+$", ""));
    return FAILED;
  }
}
