package org.digitpad.io;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.digitpad.i18n.Messages;

/** Opens files that the user named, gzipped or not, and describes what is wrong with them. */
public final class InputFile {
  private static final int BUFFER = 1 << 16;

  /** Images, CSV and strokes compress to a third to a tenth, and zeros to a thousandth. */
  private static final int MAX_EXPANSION = 30;

  /** Bytes that data of any size may expand to: more than MNIST has, and read within a second. */
  private static final int FREE_EXPANSION = 64 << 20;

  private InputFile() {}

  /**
   * Opens a regular file for reading. Gzip is detected by its magic bytes, whatever the file name.
   *
   * @throws BadInputException if the file does not exist, or is a folder, a pipe or a device
   * @throws IOException if reading fails; {@link #unusable} turns it into a message for the user
   */
  public static InputStream open(Path file) throws IOException {
    requireRegularFile(file);
    return openStream(file);
  }

  /**
   * Opens a file, a pipe or a device for reading as {@link #open} does. May wait for the other end
   * of a pipe.
   *
   * @throws BadInputException if the file does not exist or is a folder
   * @throws IOException if reading fails
   */
  public static InputStream openStream(Path file) throws IOException {
    requireNoFolder(file);
    // the stream of NIO asks for the position in the file, which a pipe has not
    InputStream in =
        Files.isRegularFile(file) ? Files.newInputStream(file) : new FileInputStream(file.toFile());
    CountingStream counted = new CountingStream(in);
    InputStream raw = new BufferedInputStream(counted, BUFFER);
    try {
      raw.mark(2);
      boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
      raw.reset();
      return gzip ? new StrictGzipStream(raw, counted, file) : raw;
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  /**
   * Reads all bytes of a regular file, as they are.
   *
   * @param maxBytes largest size allowed
   * @throws BadInputException if the file is larger, does not exist, or is not a regular file
   * @throws IOException if reading fails
   */
  public static byte[] readAll(Path file, int maxBytes) throws IOException {
    requireRegularFile(file);
    // the size of a file can change, and is 0 for files of the kernel
    if (Files.size(file) <= maxBytes) {
      try (InputStream in = Files.newInputStream(file)) {
        byte[] bytes = in.readNBytes(maxBytes);
        if (in.read() < 0) {
          return bytes;
        }
      }
    }
    throw new BadInputException(Messages.get("io.input.tooLarge", file, maxBytes));
  }

  /**
   * Checks that reading a file neither waits nor never ends.
   *
   * @throws BadInputException if the file does not exist, or is a folder, a pipe or a device
   */
  public static void requireRegularFile(Path file) {
    requireNoFolder(file);
    if (!Files.isRegularFile(file)) {
      throw new BadInputException(Messages.get("io.input.notRegularFile", file));
    }
  }

  private static void requireNoFolder(Path file) {
    if (file.toString().isEmpty()) {
      throw new BadInputException(Messages.get("io.input.noName"));
    }
    try {
      if (Files.readAttributes(file, BasicFileAttributes.class).isDirectory()) {
        throw new BadInputException(Messages.get("io.input.folder", file));
      }
    } catch (IOException e) {
      // also where a folder on the way to the file is closed to this user
      throw unusable(file, e);
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
    if (cause instanceof NoSuchFileException) {
      return Messages.get("io.input.missing", file);
    }
    return Messages.get("io.input.unreadable", file, FileErrors.reason(cause));
  }

  /**
   * Rejects bytes after the last gzip member, which the JDK ignores, and data that expand beyond
   * all measure.
   */
  private static final class StrictGzipStream extends GZIPInputStream {
    private static final int TRAILER = 8;

    /** The JDK goes on to the next member by recursion, which must not fill the stack. */
    private static final int MAX_EMPTY_MEMBERS = 100;

    private final CountingStream compressed;
    private final Path file;
    private long expanded;
    private int depth;

    StrictGzipStream(InputStream in, CountingStream compressed, Path file) throws IOException {
      super(in, BUFFER);
      this.compressed = compressed;
      this.file = file;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (depth > MAX_EMPTY_MEMBERS) {
        throw new ZipException("too many empty members");
      }
      depth++;
      int count = super.read(target, offset, length);
      depth--;
      if (depth > 0) {
        return count;
      }
      if (count < 0 && (inf.getRemaining() > TRAILER || in.read() >= 0)) {
        throw new ZipException("bytes after the end");
      }
      expanded += Math.max(count, 0);
      if (expanded > FREE_EXPANSION && expanded / MAX_EXPANSION > compressed.count) {
        throw new BadInputException(Messages.get("io.input.gzipBomb", file, MAX_EXPANSION));
      }
      return count;
    }
  }

  /** Counts the bytes that are read. */
  private static final class CountingStream extends FilterInputStream {
    private long count;

    CountingStream(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count += value < 0 ? 0 : 1;
      return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = super.read(target, offset, length);
      count += Math.max(read, 0);
      return read;
    }
  }
}
