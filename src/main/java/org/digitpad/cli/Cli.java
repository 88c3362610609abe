package org.digitpad.cli;

import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.Translations;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.model.ModelFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** The command line: runs a command and turns every failure into one sentence and an exit code. */
public final class Cli {
  /** Exit code: success. */
  public static final int OK = 0;

  /** Exit code: failure while running. */
  public static final int FAILED = 1;

  /** Exit code: wrong usage or bad input. */
  public static final int BAD_INPUT = 2;

  /** In the order of {@code --help}. */
  private static final List<String> NAMES =
      List.of(
          "predict",
          "train",
          "evaluate",
          "kaggle",
          "data",
          "models",
          "describe",
          "export",
          "bench");

  private final Console console;
  private @Nullable CommandLine commands;

  /**
   * Creates a command line that finds out by itself whether it runs at a terminal.
   *
   * @param out receives results
   * @param err receives progress and errors
   * @param environment usually {@link System#getenv()}
   */
  public Cli(Writer out, Writer err, Map<String, String> environment) {
    this(out, err, environment, Terminal::isStandardError);
  }

  /**
   * Creates a command line.
   *
   * @param terminal returns whether {@code err} is a terminal, on which lines may be overwritten
   */
  Cli(Writer out, Writer err, Map<String, String> environment, BooleanSupplier terminal) {
    this.console = new Console(out, err, environment, terminal);
  }

  /**
   * Creates the program with some of its commands: picocli takes ten milliseconds to find the
   * options of each.
   */
  private CommandLine create(List<String> names) {
    CommandLine program = new CommandLine(new RootCommand());
    for (String name : names) {
      program.addSubcommand(command(name));
    }
    if (names.equals(NAMES)) {
      program.addSubcommand(new CommandLine.HelpCommand());
    }
    return program
        .setExpandAtFiles(false)
        .setOut(console.out())
        .setErr(console.err())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setResourceBundle(usage())
        .registerConverter(int.class, converter(Integer::valueOf, "cli.usage.noWholeNumber"))
        .registerConverter(Integer.class, converter(Integer::valueOf, "cli.usage.noWholeNumber"))
        .registerConverter(long.class, converter(Long::valueOf, "cli.usage.noWholeNumber"))
        .registerConverter(Double.class, converter(Double::valueOf, "cli.usage.noNumber"))
        .registerConverter(Path.class, converter(Path::of, "cli.usage.noPath"))
        .setParameterExceptionHandler(this::wrongUsage)
        .setExecutionExceptionHandler(this::failed);
  }

  private Object command(String name) {
    return switch (name) {
      case "predict" -> new PredictCommand(console);
      case "train" -> new TrainCommand(console);
      case "evaluate" -> new EvaluateCommand(console);
      case "kaggle" -> new KaggleCommand(console);
      case "data" ->
          new CommandLine(new DataCommand())
              .addSubcommand(new DataCommand.Status(console))
              .addSubcommand(new DataCommand.Download(console))
              .addSubcommand(new DataCommand.Verify(console));
      case "models" -> new ModelsCommand(console);
      case "describe" -> new DescribeCommand(console);
      case "export" -> new ExportCommand(console);
      case "bench" -> new BenchCommand(console);
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** The texts of {@code --help}, in the language of all other texts. */
  private static ResourceBundle usage() {
    return Translations.bundle("org.digitpad.cli.usage", Messages.locale());
  }

  /** A converter that explains in a sentence of ours why a value does not fit. */
  private static <T> ITypeConverter<T> converter(Function<String, T> parse, String messageKey) {
    return value -> {
      try {
        return parse.apply(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(Messages.get(messageKey, value));
      }
    };
  }

  /** Whether the arguments are no command but a model file to open the window with. */
  public static boolean isModelFile(String... arguments) {
    return arguments.length == 1 && !arguments[0].startsWith("-") && ModelFile.isName(arguments[0]);
  }

  /** All commands, for the man pages and the completion that are generated from them. */
  CommandLine commands() {
    return commands(NAMES);
  }

  /** The program with at least these commands. */
  private CommandLine commands(List<String> names) {
    CommandLine created = commands;
    if (created == null || !created.getSubcommands().keySet().containsAll(names)) {
      created = create(names);
      commands = created;
    }
    return created;
  }

  /** Prints that there is no display for the window; returns the exit code. */
  public int refuseWindow() {
    console.printMessage(
        Messages.get("cli.noDisplay", String.join(", ", commands().getSubcommands().keySet())));
    return BAD_INPUT;
  }

  /** Runs one command; returns the exit code. */
  public int run(String... arguments) {
    try {
      boolean command = arguments.length > 0 && NAMES.contains(arguments[0]);
      int exitCode = commands(command ? List.of(arguments[0]) : NAMES).execute(arguments);
      if (exitCode == OK) {
        console.requireWritten(); // picocli prints help and version without looking back
      }
      return exitCode;
    } catch (Throwable cause) { // picocli handles exceptions only, and these only within commands
      return failed(cause, commandName());
    }
  }

  /** The name of the command that was run last; of the program if none was. */
  private String commandName() {
    CommandLine command = commands;
    if (command == null) {
      return RootCommand.NAME;
    }
    while (command.getParseResult() != null && command.getParseResult().hasSubcommand()) {
      command = command.getParseResult().subcommand().commandSpec().commandLine();
    }
    return command.getCommandName();
  }

  private int wrongUsage(ParameterException exception, String[] arguments) {
    console.printMessage(UsageSentence.of(exception, arguments));
    return BAD_INPUT;
  }

  private int failed(Exception exception, CommandLine command, ParseResult parsed) {
    if (exception instanceof BadInputException) {
      console.printMessage(exception.getMessage());
      return BAD_INPUT;
    }
    return failed(exception, command.getCommandName());
  }

  private int failed(Throwable cause, String command) {
    if (cause instanceof OutputException output && output.isClosedPipe()) {
      return FAILED;
    }
    if (!(cause instanceof OutputException)) {
      LoggerFactory.getLogger(Cli.class).error("{} failed", command, cause);
    }
    console.printMessage(FailureSentence.of(cause, command));
    return FAILED;
  }

  /** Explains in one sentence why the program as a whole failed. */
  public static String failureSentence(Throwable cause) {
    return FailureSentence.of(cause, RootCommand.NAME);
  }

  /** The message of an exception on one line without a full stop, to stand within a sentence. */
  public static String clause(Throwable cause) {
    return FailureSentence.clause(cause);
  }
}
