package org.digitpad.io;

/**
 * Thrown when input from the user cannot be used. The message is one sentence for the user: what is
 * wrong, where, and what to do.
 */
public final class BadInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadInputException(String message) {
    super(message);
  }

  public BadInputException(String message, Throwable cause) {
    super(message, cause);
  }
}
