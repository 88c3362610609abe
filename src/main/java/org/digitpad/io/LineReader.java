package org.digitpad.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Splits a stream into lines of bytes. A line that never ends cannot fill the memory, as it could
 * with the JDK's readers.
 */
public final class LineReader {
  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final int maxBytes;
  private byte[] buffer = new byte[BUFFER];
  private int start;
  private int end;

  public LineReader(InputStream in, int maxBytes) {
    this.in = in;
    this.maxBytes = maxBytes;
  }

  /**
   * Reads the next line.
   *
   * @return its bytes without the line feed; null at the end of the stream
   * @throws LineTooLongException for more than the allowed bytes
   */
  public byte @Nullable [] next() throws IOException {
    int scanned = start;
    while (true) {
      for (; scanned < end; scanned++) {
        if (buffer[scanned] == '\n') {
          byte[] line = Arrays.copyOfRange(buffer, start, scanned);
          start = scanned + 1;
          return line;
        }
      }
      if (end - start > maxBytes) {
        throw new LineTooLongException();
      }
      scanned -= start;
      if (!fill()) {
        return lastLine();
      }
    }
  }

  private byte @Nullable [] lastLine() {
    byte[] line = Arrays.copyOfRange(buffer, start, end);
    start = end;
    return line.length == 0 ? null : line;
  }

  /** Moves what is left to the front and reads more behind it; false at the end of the stream. */
  private boolean fill() throws IOException {
    int left = end - start;
    byte[] target = left > buffer.length / 2 ? new byte[buffer.length * 2] : buffer;
    System.arraycopy(buffer, start, target, 0, left);
    buffer = target;
    start = 0;
    end = left;
    int count = in.read(buffer, end, buffer.length - end);
    end += Math.max(count, 0);
    return count >= 0;
  }

  /** A line has more bytes than allowed. */
  public static final class LineTooLongException extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
