package org.digitpad.data.mnist;

import java.io.IOException;

/**
 * A download came to nothing. The message is one sentence for the user: which file, what went
 * wrong, and what to do.
 */
public final class DownloadException extends IOException {
  private static final long serialVersionUID = 1L;

  DownloadException(String sentence) {
    super(sentence);
  }

  DownloadException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
