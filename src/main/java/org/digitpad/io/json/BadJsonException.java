package org.digitpad.io.json;

import java.io.IOException;

/** A text is no JSON, or not the JSON that is expected. */
public final class BadJsonException extends IOException {
  private static final long serialVersionUID = 1L;

  BadJsonException(String message) {
    super(message);
  }

  BadJsonException(Throwable cause) {
    super(cause);
  }
}
