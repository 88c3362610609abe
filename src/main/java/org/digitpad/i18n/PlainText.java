package org.digitpad.i18n;

/**
 * Text from outside, such as names of files and tensors, made safe to show: without characters that
 * control a terminal or reorder a line, and short enough to be read.
 */
public final class PlainText {
  /** As many characters as are shown of what stands in a file, in a path or in an argument. */
  public static final int MAX_LENGTH = 200;

  /** The end matters as well: the extension of a file, or the reason behind its name. */
  private static final int END_LENGTH = 80;

  private static final char REPLACEMENT = '\uFFFD';

  private PlainText() {}

  /**
   * Returns text as one line of at most {@value #MAX_LENGTH} characters; an ellipsis stands for
   * what is missing in the middle.
   */
  public static String brief(String text) {
    if (text.length() <= MAX_LENGTH) {
      return line(text);
    }
    int head = MAX_LENGTH - END_LENGTH - 1;
    if (Character.isHighSurrogate(text.charAt(head - 1))) {
      head--;
    }
    int tail = text.length() - END_LENGTH;
    if (Character.isLowSurrogate(text.charAt(tail))) {
      tail++;
    }
    return line(text.substring(0, head) + '…' + text.substring(tail));
  }

  /** Returns text as one line: white space becomes spaces, an unsafe character becomes U+FFFD. */
  public static String line(String text) {
    return clean(text, "");
  }

  /** As {@link #line}, but line breaks and tabs stay. */
  public static String lines(String text) {
    return clean(text, "\n\t");
  }

  /**
   * Whether a character must not reach a terminal: a control character (C0, DEL, C1), a line or
   * paragraph separator, or a control of the writing direction, which can disguise a name (Unicode
   * Technical Report 36, section 2.5).
   */
  public static boolean isUnsafe(int character) {
    return Character.isISOControl(character)
        || (character >= '\u2028' && character <= '\u202E')
        || (character >= '\u2066' && character <= '\u2069');
  }

  private static String clean(String text, String kept) {
    for (int i = 0; i < text.length(); i++) {
      if (isReplaced(text, i, kept)) {
        return replace(text, i, kept);
      }
    }
    return text;
  }

  private static String replace(String text, int first, String kept) {
    StringBuilder clean = new StringBuilder(text);
    for (int i = first; i < text.length(); i++) {
      if (isReplaced(text, i, kept)) {
        clean.setCharAt(i, Character.isWhitespace(text.charAt(i)) ? ' ' : REPLACEMENT);
      }
    }
    return clean.toString();
  }

  private static boolean isReplaced(String text, int index, String kept) {
    char character = text.charAt(index);
    return (isUnsafe(character) && kept.indexOf(character) < 0)
        || (Character.isSurrogate(character) && isLone(text, index));
  }

  private static boolean isLone(String text, int index) {
    char character = text.charAt(index);
    int other = Character.isHighSurrogate(character) ? index + 1 : index - 1;
    return other < 0
        || other >= text.length()
        || !(other > index
            ? Character.isLowSurrogate(text.charAt(other))
            : Character.isHighSurrogate(text.charAt(other)));
  }
}
