package org.digitpad.data.mnist;

/**
 * Thrown when a mirror fails to deliver a file; another mirror may be tried. The message says why
 * in a few words.
 */
final class MirrorException extends Exception {
  private static final long serialVersionUID = 1L;

  MirrorException(String reason) {
    super(reason);
  }
}
