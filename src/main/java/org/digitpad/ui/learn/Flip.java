package org.digitpad.ui.learn;

import org.digitpad.i18n.Messages;
import org.digitpad.ink.DigitImage;

/**
 * A digit that the copy reads otherwise than its parent.
 *
 * @param image as a network sees it
 * @param label the digit that was meant
 * @param before what the parent reads
 * @param after what the copy reads
 */
public record Flip(DigitImage image, int label, int before, int after) {
  /** Whether the copy reads it right. */
  public boolean isRight() {
    return after == label;
  }

  /** In a sentence. */
  public String spoken() {
    return Messages.get("ui.learn.flip.spoken", label, before, after);
  }
}
