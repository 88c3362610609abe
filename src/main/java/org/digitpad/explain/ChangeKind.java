package org.digitpad.explain;

/** Ways to change a drawing. */
public enum ChangeKind {
  SHORTEN_START("explain.change.shortenStart"),
  SHORTEN_END("explain.change.shortenEnd"),
  CLOSE_GAP("explain.change.closeGap"),
  OPEN_GAP("explain.change.openGap"),
  MOVE("explain.change.move"),
  REMOVE("explain.change.remove"),
  SHRINK("explain.change.shrink"),
  ENLARGE("explain.change.enlarge"),
  SLANT_LEFT("explain.change.slantLeft"),
  SLANT_RIGHT("explain.change.slantRight"),
  TURN_LEFT("explain.change.turnLeft"),
  TURN_RIGHT("explain.change.turnRight"),
  NARROW("explain.change.narrow"),
  WIDEN("explain.change.widen");

  private final String key;

  ChangeKind(String key) {
    this.key = key;
  }

  /**
   * Key of the sentence that tells the change, such as "a 9 if this gap closes"; {0} is the digit.
   */
  public String messageKey() {
    return key;
  }
}
