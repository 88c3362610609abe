package org.digitpad.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** Keeps why writing failed, which {@link java.io.PrintWriter} forgets. */
final class OutputWriter extends FilterWriter {
  private @Nullable IOException failure;

  OutputWriter(Writer out) {
    super(out);
  }

  /** Why something could not be written; null if all was. */
  @Nullable IOException failure() {
    return failure;
  }

  @Override
  public void write(int character) throws IOException {
    write(new char[] {(char) character}, 0, 1);
  }

  @Override
  public void write(String text, int offset, int length) throws IOException {
    write(text.toCharArray(), offset, length);
  }

  @Override
  public void write(char[] text, int offset, int length) throws IOException {
    try {
      super.write(text, offset, length);
    } catch (IOException cause) {
      failure = cause;
      throw cause;
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      super.flush();
    } catch (IOException cause) {
      failure = cause;
      throw cause;
    }
  }
}
