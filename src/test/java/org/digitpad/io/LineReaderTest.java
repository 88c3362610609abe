package org.digitpad.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.digitpad.i18n.Messages;
import org.digitpad.io.LineReader.LineTooLongException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LineReaderTest {
  private static final int MAX = 100_000;
  private static final Path FILE = Path.of("file");

  private static LineReader reader(InputStream in, int maxBytes) {
    return new LineReader(in, FILE, maxBytes);
  }

  /** A stream that gives at most {@code portion} bytes at once, as files and pipes may. */
  private static InputStream stream(String text, int portion) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
      @Override
      public synchronized int read(byte[] target, int offset, int length) {
        return super.read(target, offset, Math.min(length, portion));
      }
    };
  }

  private static List<String> lines(String text, int portion) throws IOException {
    LineReader reader = reader(stream(text, portion), MAX);
    List<String> lines = new ArrayList<>();
    for (byte[] line = reader.next(); line != null; line = reader.next()) {
      lines.add(new String(line, StandardCharsets.UTF_8));
    }
    assertThat(reader.next()).isNull();
    return lines;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 1 << 20})
  void splitsAtLineFeeds(int portion) throws IOException {
    assertThat(lines("", portion)).isEmpty();
    assertThat(lines("one", portion)).containsExactly("one");
    assertThat(lines("one\n two é \r\nthree\n", portion))
        .containsExactly("one", " two é \r", "three");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 1 << 20})
  void skipsBlankLinesButCountsThem(int portion) throws IOException {
    assertThat(lines("\n \n", portion)).isEmpty();
    assertThat(lines(" ", portion)).isEmpty();
    assertThat(lines("\n\r\n \t\r\n0\n\n0\n ", portion)).containsExactly("0", "0");
    LineReader reader = reader(stream("\n\nthree\nfour\n\r\nsix", portion), MAX);
    for (int number : new int[] {3, 4, 6}) {
      assertThat(reader.next()).isNotNull();
      assertThat(reader.number()).isEqualTo(number);
    }
    assertThat(reader.next()).isNull();
    assertThat(reader.number()).isEqualTo(7);
  }

  @Test
  void limitsBlankLines() throws IOException {
    String most = "\n".repeat(1_000_000);
    LineReader reader = reader(stream(most + "end", 1 << 16), MAX);
    assertThat(reader.next()).asString(StandardCharsets.UTF_8).isEqualTo("end");
    assertThat(reader.number()).isEqualTo(1_000_001);
    LineReader flooded = reader(stream("1\n" + most + " \nend", 1 << 16), MAX);
    assertThat(flooded.next()).isNotNull();
    assertThatThrownBy(flooded::next)
        .isInstanceOf(BadInputException.class)
        .hasMessage(Messages.get("io.input.blankLines", FILE, 1_000_002, 1_000_000));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 999, 1 << 15, (1 << 15) + 1, (1 << 16) - 1, 1 << 16, MAX - 1, MAX})
  void linesMayBeLongerThanTheBuffer(int length) throws IOException {
    String line = "0123456789".repeat(length / 10 + 1).substring(0, length);
    for (int portion : new int[] {7_919, 1 << 20}) {
      assertThat(lines(line + "\n" + line + "\nend", portion)).containsExactly(line, line, "end");
      assertThat(lines("a\n" + line, portion)).containsExactly("a", line);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\nnext"})
  void refusesLongerLines(String after) throws IOException {
    LineReader reader = reader(stream("first\n12345678901" + after, 1), 10);
    assertThat(reader.next()).asString(StandardCharsets.UTF_8).isEqualTo("first");
    assertThatThrownBy(reader::next).isInstanceOf(LineTooLongException.class);
    assertThat(reader.number()).isEqualTo(2);

    assertThat(reader(stream("1234567890" + after, 1), 10).next()).hasSize(10);
  }

  /** A file without line feeds must not be read as a whole. */
  @ParameterizedTest
  @ValueSource(ints = {1 << 16, 1 << 20})
  void readsLittleOfAnEndlessLine(int portion) {
    int[] given = {0};
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            throw new UnsupportedOperationException();
          }

          @Override
          public int read(byte[] target, int offset, int length) {
            int count = Math.min(length, portion);
            given[0] += count;
            return count;
          }
        };
    LineReader reader = reader(endless, MAX);
    assertThatThrownBy(reader::next).isInstanceOf(LineTooLongException.class);
    assertThat(given[0]).isLessThanOrEqualTo(4 * MAX);
  }
}
