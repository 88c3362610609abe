package org.digitpad.data.strokes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.digitpad.io.Sha256;

/**
 * Lines of a strokes file of which the first begins with a version and a checksum:
 *
 * <pre>{"version":1,"sha256":"…","width":16.0,"strokes":[…]}
 * {"width":16.0,"strokes":[…]}</pre>
 *
 * The checksum is that of all bytes after it and its comma, to the end of the file.
 */
public final class ChecksummedStrokes {
  /** The version that this program writes, and the newest one that it reads. */
  private static final int VERSION = 1;

  private static final int MAX_HEADER = 120;

  private static final Pattern HEADER =
      Pattern.compile("\\{\"version\":(\\d{1,9}),\"sha256\":\"(\\p{XDigit}{64})\",");

  private ChecksummedStrokes() {}

  /**
   * Adds the version and the checksum.
   *
   * @param lines at least one line of a strokes file, without them
   */
  public static byte[] seal(byte[] lines) throws IOException {
    byte[] body = Arrays.copyOfRange(lines, 1, lines.length);
    ByteArrayOutputStream out = new ByteArrayOutputStream(lines.length + MAX_HEADER);
    out.write(
        "{\"version\":%d,\"sha256\":\"%s\","
            .formatted(VERSION, Sha256.of(body))
            .getBytes(StandardCharsets.UTF_8));
    out.write(body);
    return out.toByteArray();
  }

  /**
   * Checks what {@link #seal} has written.
   *
   * @param file name of the file in error messages
   * @return length of the version and the checksum, in bytes
   * @throws BadInputException if the bytes are damaged
   * @throws IOException if they are of a newer version
   */
  public static int check(byte[] bytes, Path file) throws IOException {
    String start =
        new String(bytes, 0, Math.min(bytes.length, MAX_HEADER), StandardCharsets.ISO_8859_1);
    Matcher header = HEADER.matcher(start);
    if (!header.lookingAt()) {
      throw damaged(file);
    }
    if (Integer.parseInt(header.group(1)) > VERSION) {
      throw new IOException(Messages.get("data.strokes.newer"));
    }
    byte[] body = Arrays.copyOfRange(bytes, header.end(), bytes.length);
    if (!Sha256.of(body).equals(header.group(2))) {
      throw damaged(file);
    }
    return header.end();
  }

  /** The exception for a file that does not match its checksum. */
  public static BadInputException damaged(Path file) {
    return new BadInputException(Messages.get("data.strokes.wrongChecksum", file));
  }
}
