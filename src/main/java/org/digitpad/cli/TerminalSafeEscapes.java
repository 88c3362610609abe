package org.digitpad.cli;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.util.Locale;
import org.digitpad.i18n.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Escapes in JSON what a terminal must not get raw. JSON asks for that only below U+0020, so
 * Jackson would print DEL, C1 control characters and controls of the writing direction as they are.
 * Surrogates are escaped as well, since UTF-8 has no place for a lone one.
 */
final class TerminalSafeEscapes extends CharacterEscapes {
  private static final long serialVersionUID = 1L;

  private static final int[] ASCII = standardAsciiEscapesForJSON();

  static {
    ASCII['\u007F'] = ESCAPE_STANDARD;
  }

  @Override
  public int[] getEscapeCodesForAscii() {
    return ASCII.clone();
  }

  @Override
  public @Nullable SerializableString getEscapeSequence(int character) {
    return PlainText.isUnsafe(character) || Character.isSurrogate((char) character)
        ? new SerializedString(String.format(Locale.ROOT, "\\u%04X", character))
        : null;
  }
}
