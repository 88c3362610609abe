package org.digitpad.explain;

import org.digitpad.i18n.Messages;
import org.digitpad.ink.Drawing;

/**
 * A change of a drawing that makes the network read another digit.
 *
 * @param kind what is changed
 * @param stroke number of the stroke that is changed, from 0; -1 if all are
 * @param drawing the changed drawing
 * @param digit the digit that the network reads then
 * @param probability of that digit, 0 to 1
 * @param amount how much is changed: how far the ink moves on average, in longer sides of the
 *     drawing's bounding box, where ink that comes or goes counts as moved by a quarter of it
 */
public record NearestChange(
    ChangeKind kind, int stroke, Drawing drawing, int digit, float probability, double amount) {
  /** "a 9 if this gap closes". */
  public String sentence() {
    return Messages.get(kind.messageKey(), digit);
  }
}
