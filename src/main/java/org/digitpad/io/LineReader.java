package org.digitpad.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Splits a stream into lines of bytes. The length of a line is limited, so a file without line
 * feeds cannot exhaust the memory, as it can with the JDK's readers.
 */
public final class LineReader {
  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final int maxBytes;
  private byte[] buffer = new byte[BUFFER];
  private int start;
  private int end;

  /**
   * Reads lines from a stream, which the caller closes.
   *
   * @param maxBytes length of the longest line allowed, in bytes
   */
  public LineReader(InputStream in, int maxBytes) {
    this.in = in;
    this.maxBytes = maxBytes;
  }

  /**
   * Reads the next line.
   *
   * @return its bytes without the line feed; null at the end of the stream
   * @throws LineTooLongException if the line has more bytes than allowed
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

  /** Moves unread bytes to the front and appends more; returns false at the end of the stream. */
  private boolean fill() throws IOException {
    int unread = end - start;
    byte[] target = unread > buffer.length / 2 ? new byte[buffer.length * 2] : buffer;
    System.arraycopy(buffer, start, target, 0, unread);
    buffer = target;
    start = 0;
    end = unread;
    int count = in.read(buffer, end, buffer.length - end);
    end += Math.max(count, 0);
    return count >= 0;
  }

  /** Thrown when a line has more bytes than allowed. */
  public static final class LineTooLongException extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
