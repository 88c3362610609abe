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
import org.digitpad.io.LineReader.LineTooLongException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LineReaderTest {
  private static final int MAX = 100_000;

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
    LineReader reader = new LineReader(stream(text, portion), Path.of("file"), MAX);
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
    assertThat(lines("\n", portion)).containsExactly("");
    assertThat(lines("one", portion)).containsExactly("one");
    assertThat(lines("one\n\ntwo é\r\nthree\n", portion))
        .containsExactly("one", "", "two é\r", "three");
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
    LineReader reader =
        new LineReader(stream("first\n12345678901" + after, 1), Path.of("file"), 10);
    assertThat(reader.next()).asString(StandardCharsets.UTF_8).isEqualTo("first");
    assertThatThrownBy(reader::next).isInstanceOf(LineTooLongException.class);

    assertThat(new LineReader(stream("1234567890" + after, 1), Path.of("file"), 10).next())
        .hasSize(10);
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
    LineReader reader = new LineReader(endless, Path.of("file"), MAX);
    assertThatThrownBy(reader::next).isInstanceOf(LineTooLongException.class);
    assertThat(given[0]).isLessThanOrEqualTo(4 * MAX);
  }
}
