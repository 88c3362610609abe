package org.digitpad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.concurrent.Callable;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.data.strokes.StrokesFile;
import org.digitpad.io.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** Commands that fail while they run end in one sentence, whatever is thrown. */
final class CliFailureTest {
  @TempDir private Path home;

  @Command(name = "throwing")
  private static final class Throwing implements Callable<Integer> {
    private final Throwable thrown;

    @Option(names = "--value")
    private Value value;

    Throwing(Throwable thrown) {
      this.thrown = thrown;
    }

    @Override
    public Integer call() throws Exception {
      raise(thrown);
      return 0;
    }
  }

  private record Value() {}

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void raise(Throwable thrown) throws T {
    throw (T) thrown;
  }

  static List<Throwable> unexpected() {
    return List.of(
        new StackOverflowError(),
        new ServiceConfigurationError("javax.imageio.spi.ImageReaderSpi: no\nprovider\u001b[2J"),
        new AssertionError("broken"),
        new InternalError("x".repeat(10_000_000)),
        new NoClassDefFoundError("org/digitpad/Missing"),
        new ExceptionInInitializerError(new IllegalStateException("at the very root")),
        new NullPointerException(),
        new ArrayIndexOutOfBoundsException("Index 3 out of bounds for length 3"),
        new Throwable("neither exception nor error"));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("unexpected")
  void tellsAnErrorInTheProgramInOneSentence(Throwable thrown) {
    String sentence = failed(thrown);

    assertThat(sentence)
        .matches("throwing failed because of an error in DigitPad \\([A-Z].*\\)\\.");
    assertThat(sentence).hasSizeLessThan(300);
  }

  @Test
  void namesTheRootOfAnError() {
    Throwable root = new IllegalStateException("at the very root");
    assertThat(failed(new ExceptionInInitializerError(root)))
        .contains("IllegalStateException: at the very root");
    NoClassDefFoundError again = new NoClassDefFoundError("Could not initialize class X");
    again.initCause(new ExceptionInInitializerError(root));
    assertThat(failed(again)).contains("IllegalStateException: at the very root");
  }

  @Test
  void saysWhatToDoAgainstALackOfMemory() {
    long megabytes = Runtime.getRuntime().maxMemory() >> 20;
    for (Throwable thrown :
        List.of(
            new OutOfMemoryError("Java heap space"),
            new OutOfMemoryError(),
            new IllegalStateException("a step failed", new OutOfMemoryError("GC overhead")))) {
      assertThat(failed(thrown))
          .startsWith("throwing failed: the ")
          .contains(String.format("%,d MB", megabytes), "java -Xmx", "-jar", "JAVA_TOOL_OPTIONS");
    }
    assertThat(failed(new OutOfMemoryError("unable to create native thread: possibly out of …")))
        .contains("threads", "close other programs");
  }

  @Test
  void namesTheFileThatFailed() {
    assertThat(failed(new FileSystemException("/data/out.bin", null, "No space left on device")))
        .startsWith("throwing failed: /data/out.bin (")
        .contains("disk is full");
    assertThat(failed(new AccessDeniedException("/data/out.bin")))
        .isEqualTo("throwing failed: /data/out.bin (permission denied).");
    assertThat(failed(new UncheckedIOException(new FileNotFoundException("/data/in.bin (gone)"))))
        .isEqualTo("throwing failed: /data/in.bin (gone).");
    assertThat(failed(new IOException("two\nlines. "))).isEqualTo("throwing failed: two lines.");
    assertThat(failed(new UnsatisfiedLinkError("no x in java.library.path")))
        .isEqualTo("throwing failed: no x in java.library.path.");
  }

  @Test
  void tellsErrorsWhileOptionsAreParsed() {
    StringWriter err = new StringWriter();
    Cli cli = cli(new StringWriter(), err);
    cli.commands()
        .addSubcommand(new Throwing(new IOException()))
        .registerConverter(
            Value.class,
            (ITypeConverter<Value>)
                value -> {
                  throw new StackOverflowError();
                });

    assertThat(cli.run("throwing", "--value", "x")).isEqualTo(Cli.FAILED);

    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "digitpad failed because of an error in DigitPad (StackOverflowError).");
  }

  @Test
  void badInputKeepsItsExitCode() {
    StringWriter err = new StringWriter();
    Cli cli = cli(new StringWriter(), err);
    cli.commands().addSubcommand(new Throwing(new BadInputException("Give\nanother file.")));

    assertThat(cli.run("throwing")).isEqualTo(Cli.BAD_INPUT);

    assertThat(err.toString()).isEqualToIgnoringNewLines("Give another file.");
  }

  @Test
  void everyCommandFailsIfItsResultsCannotBeWritten() throws IOException {
    Path strokes = home.resolve("digits.jsonl");
    StrokesFile.write(strokes, MnistLikeDigits.drawings(3, 1));
    String out = home.resolve("out").toString();
    for (String[] command :
        new String[][] {
          {"--help"},
          {"--version"},
          {"help"},
          {"help", "train"},
          {"predict", "--help"},
          {"data", "status", "--version"},
          {"predict", strokes.toString()},
          {"predict", "--json", strokes.toString()},
          {"evaluate", "--strokes", strokes.toString()},
          {"data", "status"},
          {"models"},
          {"models", "--json"},
          {"describe"},
          {"export", "--out", out}
        }) {
      StringWriter err = new StringWriter();
      assertThat(cli(failing("No space left on device"), err).run(command))
          .as(String.join(" ", command))
          .isEqualTo(Cli.FAILED);
      assertThat(err.toString().lines()).hasSize(1);
      assertThat(err.toString().strip())
          .matches(".* failed: the results cannot be written to standard output \\(.*full.*\\)\\.");

      StringWriter quiet = new StringWriter();
      assertThat(cli(failing("Broken pipe"), quiet).run(command)).isEqualTo(Cli.FAILED);
      assertThat(quiet.toString()).doesNotContain("standard output");
    }
  }

  private String failed(Throwable thrown) {
    StringWriter err = new StringWriter();
    StringWriter out = new StringWriter();
    Cli cli = cli(out, err);
    cli.commands().addSubcommand(new Throwing(thrown));

    assertThat(cli.run("throwing")).isEqualTo(Cli.FAILED);

    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines()).as(err.toString()).hasSize(1);
    return err.toString().strip();
  }

  private Cli cli(Writer out, Writer err) {
    return new Cli(out, err, Map.of("DIGITPAD_HOME", home.toString()), () -> false);
  }

  /** A stream that takes some characters, as a pipe or a disk does, and then fails. */
  private static Writer failing(String reason) {
    return new Writer() {
      private int room = 10;

      @Override
      public void write(char[] text, int offset, int length) throws IOException {
        room -= length;
        if (room < 0) {
          throw new IOException(reason);
        }
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
