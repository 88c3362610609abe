package org.digitpad.io;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Opens files that the user named, packed or not, and words what is wrong with them. */
public final class InputFile {
  private static final int BUFFER = 1 << 16;

  private InputFile() {}

  /**
   * Opens a file for reading; gzip is told by its magic bytes, whatever the name.
   *
   * @throws BadInputException if there is no such file, or it is a folder
   * @throws IOException as for any reading; {@link #unusable} words it
   */
  public static InputStream open(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new BadInputException(file + " does not exist; check the path.");
    }
    if (Files.isDirectory(file)) {
      throw new BadInputException(file + " is a folder where a file is expected; name the file.");
    }
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    try {
      raw.mark(2);
      boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
      raw.reset();
      return gzip ? new StrictGzipStream(raw) : raw;
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  /** One sentence for a failed reading. */
  public static BadInputException unusable(Path file, IOException cause) {
    return new BadInputException(file + " " + complaint(cause), cause);
  }

  private static String complaint(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "cannot be read: permission denied; change its permissions.";
    }
    if (cause instanceof EOFException) {
      return "is cut short: its gzip data end too early; replace it with a whole copy.";
    }
    if (cause instanceof ZipException) {
      return "is damaged: its gzip data are corrupt; replace it with an intact copy.";
    }
    return "cannot be read (" + cause.getMessage() + "); check the file and its disk.";
  }

  /** Refuses bytes after the last gzip member, which the JDK passes over in silence. */
  private static final class StrictGzipStream extends GZIPInputStream {
    private static final int TRAILER = 8;

    StrictGzipStream(InputStream in) throws IOException {
      super(in, BUFFER);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = super.read(target, offset, length);
      if (count < 0 && (inf.getRemaining() > TRAILER || in.read() >= 0)) {
        throw new ZipException("bytes after the end");
      }
      return count;
    }
  }
}
