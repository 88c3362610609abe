package org.digitpad.data.mnist;

import java.io.IOException;

/**
 * Thrown when a download fails. The message is one sentence for the user: which file, what went
 * wrong, and what to do.
 */
public final class DownloadException extends IOException {
  private static final long serialVersionUID = 1L;

  DownloadException(String message) {
    super(message);
  }

  DownloadException(String message, Throwable cause) {
    super(message, cause);
  }
}
