package org.digitpad.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import org.digitpad.i18n.Messages;
import org.jspecify.annotations.Nullable;

/**
 * Splits a stream into lines of bytes, without those that are blank. The length of a line and the
 * number of blank lines are limited, so that neither a file without line feeds nor one of line
 * feeds alone takes memory or time, as they can with the JDK's readers.
 */
public final class LineReader {
  private static final int BUFFER = 1 << 16;
  private static final int MAX_BLANK_LINES = 1_000_000;

  private final InputStream in;
  private final Path file;
  private final int maxBytes;
  private byte[] buffer = new byte[BUFFER];
  private int start;
  private int end;
  private int number;
  private int blankLines;

  /**
   * Reads lines from a stream, which the caller closes.
   *
   * @param file name of the file in error messages
   * @param maxBytes length of the longest line allowed, in bytes
   */
  public LineReader(InputStream in, Path file, int maxBytes) {
    this.in = in;
    this.file = file;
    this.maxBytes = maxBytes;
  }

  /**
   * Reads the next line that has more than spaces, tabs and carriage returns.
   *
   * @return its bytes without the line feed; null at the end of the stream
   * @throws LineTooLongException if the line has more bytes than allowed
   * @throws BadInputException if there are too many blank lines
   */
  public byte @Nullable [] next() throws IOException {
    while (true) {
      number++;
      int lineFeed = findLineFeed();
      int from = start;
      int to = lineFeed < 0 ? end : lineFeed;
      if (lineFeed < 0 && from == to) {
        return null;
      }
      start = lineFeed < 0 ? end : lineFeed + 1;
      if (!isBlank(from, to)) {
        return Arrays.copyOfRange(buffer, from, to);
      }
      if (++blankLines > MAX_BLANK_LINES) {
        throw new BadInputException(
            Messages.get("io.input.blankLines", file, number, MAX_BLANK_LINES));
      }
    }
  }

  /** Returns the number of the line that was read last, from 1; that after the last at the end. */
  public int number() {
    return number;
  }

  /** Returns the position of the next line feed in the buffer; -1 if the stream ends before. */
  private int findLineFeed() throws IOException {
    int scanned = start;
    while (true) {
      for (; scanned < end; scanned++) {
        if (buffer[scanned] == '\n') {
          return scanned;
        }
      }
      if (end - start > maxBytes) {
        throw new LineTooLongException();
      }
      scanned -= start;
      if (!fill()) {
        return -1;
      }
    }
  }

  private boolean isBlank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (buffer[i] != ' ' && buffer[i] != '\t' && buffer[i] != '\r') {
        return false;
      }
    }
    return true;
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
