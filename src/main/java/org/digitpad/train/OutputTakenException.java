package org.digitpad.train;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;

/** A model is not saved, as there is a file in its place that its run may not replace. */
public final class OutputTakenException extends NotSavedException {
  private static final long serialVersionUID = 1L;

  OutputTakenException(Path file) {
    super(file, new FileAlreadyExistsException(file.toString()));
  }
}
