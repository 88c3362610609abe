package org.digitpad.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.zip.CRC32;
import org.digitpad.fuzz.Oracle.Limits;
import org.digitpad.fuzz.Oracle.Violation;
import org.digitpad.io.BadInputException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The oracle notices every reader that is broken, and none that is not. */
final class OracleTest {
  private static final byte[] FILE = {1, 2, 3};

  @TempDir private Path folder;
  private Oracle oracle;

  @BeforeEach
  void open() {
    Limits limits = new Limits(Duration.ofMinutes(1), Duration.ofMinutes(1), 64 << 20);
    oracle = new Oracle(folder, limits, hang -> {});
  }

  @AfterEach
  void close() {
    oracle.close();
  }

  @Test
  void acceptsAResultAndASentence() throws Exception {
    assertThat(oracle.read(format(file -> "result"), FILE)).contains("result");
    assertThat(oracle.read(refusing("%s is damaged: \"null\" is no name; save it again."), FILE))
        .isEmpty();
    assertThat(oracle.read(format(file -> 1), file -> Files.write(file, FILE))).contains(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "no full stop",
        "two lines\nin one.",
        "a bell\u0007 rings.",
        "\u001b[31mred.",
        "half a character \ud800.",
        "the file null is damaged.",
        "java.io.EOFException: end.",
        "cannot read org.digitpad.ink.Stroke.",
        "java.util.zip is not happy.",
        "it is damaged..",
        " it is damaged."
      })
  void noticesWhatIsNotOneSentence(String message) {
    noticed("this is not one clear sentence", refusing(message));
  }

  @Test
  void noticesASentenceWithoutEnd() {
    noticed("this is not one clear sentence", refusing("a".repeat(1_000) + "."));
  }

  @Test
  void noticesUnexpectedExceptionsAndErrors() {
    for (Throwable thrown :
        new Throwable[] {
          new IOException("it is damaged."),
          new IllegalStateException(),
          new NullPointerException(),
          new OutOfMemoryError(),
          new StackOverflowError(),
          new AssertionError()
        }) {
      noticed(
          "it threw " + thrown.getClass().getName(),
          format(
              file -> {
                throw OracleTest.<RuntimeException>unchecked(thrown);
              }));
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> T unchecked(Throwable thrown) throws T {
    throw (T) thrown;
  }

  @Test
  void noticesAReaderThatHangs() throws Exception {
    Limits limits = new Limits(Duration.ofMinutes(1), Duration.ofMillis(200), 64 << 20);
    CompletableFuture<Violation> hanging = new CompletableFuture<>();
    FuzzFormat format = format(file -> hanging.join().getMessage());

    try (Oracle impatient = new Oracle(folder, limits, hanging::complete)) {
      assertThat(impatient.read(format, FILE)).contains("it hangs");
    }
    assertThat(hanging.join().getCause().getStackTrace())
        .anyMatch(frame -> frame.getClassName().equals(CompletableFuture.class.getName()));
  }

  @Test
  void noticesAReaderThatComputesForTooLong() {
    Limits limits = new Limits(Duration.ofMillis(100), Duration.ofMinutes(1), 64 << 20);
    try (Oracle impatient = new Oracle(folder, limits, hang -> {})) {
      FuzzFormat format =
          format(
              file -> {
                ThreadMXBean threads = ManagementFactory.getThreadMXBean();
                long start = threads.getCurrentThreadCpuTime();
                CRC32 crc = new CRC32();
                while (threads.getCurrentThreadCpuTime() - start < 150_000_000) {
                  crc.update(FILE);
                }
                return crc.getValue();
              });

      assertThatThrownBy(() -> impatient.read(format, FILE))
          .isInstanceOf(Violation.class)
          .hasMessageStartingWith("it took ");
    }
  }

  @Test
  void noticesAReaderThatAllocatesTooMuch() {
    noticed(
        "it allocated ",
        format(
            file -> {
              long sum = 0;
              for (int i = 0; i < 200; i++) {
                sum += new byte[1 << 20].length;
              }
              return sum;
            }));
  }

  @Test
  void noticesAReaderThatChangesTheFile() {
    noticed("the file was changed", format(file -> Files.write(file, new byte[] {1, 2, 4})));
    FuzzFormat appending = format(file -> Files.write(file, FILE, StandardOpenOption.APPEND));

    assertThatThrownBy(() -> oracle.read(appending, file -> Files.write(file, FILE)))
        .isInstanceOf(Violation.class)
        .hasMessage("the file was changed");
  }

  @Test
  void noticesFilesThatAreAddedOrLost() {
    noticed("these files are there", format(file -> Files.write(folder.resolve("x.tmp"), FILE)));
  }

  @Test
  void noticesAReaderThatDeletesTheFile() {
    noticed("these files are there", format(Files::deleteIfExists));
  }

  @Test
  void noticesThatAValidFileIsRefused() {
    FuzzFormat format = refusing("%s is damaged.");

    assertThatThrownBy(() -> new Fuzzer(format, 1, oracle))
        .isInstanceOf(Violation.class)
        .hasMessage("a valid file was refused");
  }

  /** A byte, and its complement as a checksum. */
  @Test
  void noticesADamagedFileThatIsReadAsAnotherOne() throws Exception {
    byte[] valid = {5, ~5};
    FuzzFormat checking =
        new FuzzFormat(
                "checking",
                file -> {
                  byte[] bytes = Files.readAllBytes(file);
                  if (bytes.length != 2 || bytes[0] != ~bytes[1]) {
                    throw new BadInputException("This is damaged.");
                  }
                  return bytes[0];
                },
                valid)
            .protectedIf(file -> true);
    FuzzFormat careless =
        new FuzzFormat("careless", file -> ByteBuffer.wrap(Files.readAllBytes(file)), valid)
            .protectedIf(file -> true);

    // both bytes at once are seldom changed in the same way
    assertThat(firstViolation(checking, 20)).isEqualTo("");
    assertThat(firstViolation(careless, 20)).isEqualTo("a damaged file was read as another one");
    assertThat(firstViolation(careless.protectedIf(file -> false), 20)).isEqualTo("");
  }

  private String firstViolation(FuzzFormat format, int cases) throws Exception {
    Fuzzer fuzzer = new Fuzzer(format, 1, oracle);
    try {
      for (int number = 0; number < cases; number++) {
        fuzzer.run(number);
      }
      return "";
    } catch (Violation violation) {
      return violation.getMessage();
    } finally {
      Files.deleteIfExists(folder.resolve(format.name()));
    }
  }

  @Test
  void aCaseIsTheSameWheneverItIsRun() throws Exception {
    FuzzFormat format = format(file -> 1);
    Fuzzer first = new Fuzzer(format, 7, oracle);
    Fuzzer second = new Fuzzer(format, 7, oracle);
    Fuzzer other = new Fuzzer(format, 8, oracle);
    int different = 0;
    for (int number = 99; number >= 0; number--) {
      assertThat(first.mutation(number)).isEqualTo(second.mutation(number));
      different += Arrays.equals(first.mutation(number), other.mutation(number)) ? 0 : 1;
    }
    assertThat(different).isGreaterThan(50);
  }

  private void noticed(String reason, FuzzFormat format) {
    assertThatThrownBy(() -> oracle.read(format, FILE))
        .isInstanceOf(Violation.class)
        .hasMessageStartingWith(reason);
  }

  private static FuzzFormat format(FuzzFormat.Reader reader) {
    return new FuzzFormat("format", reader, FILE);
  }

  private static FuzzFormat refusing(String message) {
    return format(
        file -> {
          throw new BadInputException(message.replace("%s", file.toString()));
        });
  }
}
