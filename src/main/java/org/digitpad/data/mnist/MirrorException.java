package org.digitpad.data.mnist;

/** One mirror failed for one file; the message says why in a few words, another may be tried. */
final class MirrorException extends Exception {
  private static final long serialVersionUID = 1L;

  MirrorException(String fault) {
    super(fault);
  }
}
