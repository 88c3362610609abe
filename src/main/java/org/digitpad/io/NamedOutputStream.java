package org.digitpad.io;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Names the file where it cannot be written, as on a full disk, which the system does not do. */
final class NamedOutputStream extends FilterOutputStream {
  private final Path file;

  NamedOutputStream(OutputStream out, Path file) {
    super(out);
    this.file = file;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException cause) {
      FileSystemException named =
          new FileSystemException(file.toString(), null, FileErrors.reason(cause));
      named.initCause(cause);
      throw named;
    }
  }
}
