package org.digitpad.io;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Strict conversion between text and UTF-8, where the JDK's usual methods put question marks. */
public final class Utf8 {
  private Utf8() {}

  /**
   * Decodes bytes.
   *
   * @throws CharacterCodingException if they are not UTF-8: overlong, of surrogates, or cut off
   */
  public static String decode(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  /** Returns whether a text has no unpaired surrogates, which UTF-8 cannot represent. */
  public static boolean canEncode(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }
}
