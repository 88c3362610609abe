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
import org.digitpad.i18n.Messages;

/** Opens files that the user named, gzipped or not, and describes what is wrong with them. */
public final class InputFile {
  private static final int BUFFER = 1 << 16;

  private InputFile() {}

  /**
   * Opens a file for reading. Gzip is detected by its magic bytes, whatever the file name.
   *
   * @throws BadInputException if the file does not exist or is a folder
   * @throws IOException if reading fails; {@link #unusable} turns it into a message for the user
   */
  public static InputStream open(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new BadInputException(Messages.get("io.input.missing", file));
    }
    if (Files.isDirectory(file)) {
      throw new BadInputException(Messages.get("io.input.folder", file));
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

  /** Returns the exception that tells the user why a file cannot be read. */
  public static BadInputException unusable(Path file, IOException cause) {
    return new BadInputException(message(file, cause), cause);
  }

  private static String message(Path file, IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return Messages.get("io.input.permissionDenied", file);
    }
    if (cause instanceof EOFException) {
      return Messages.get("io.input.gzipTruncated", file);
    }
    if (cause instanceof ZipException) {
      return Messages.get("io.input.gzipCorrupt", file);
    }
    return Messages.get("io.input.unreadable", file, cause.getMessage());
  }

  /** Rejects bytes after the last gzip member, which the JDK ignores. */
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
