package org.digitpad.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Utf8Test {
  @Test
  void decodes() throws CharacterCodingException {
    for (String text : new String[] {"", "abc", "é €", "\ud83d\ude00", "\u0000"}) {
      assertThat(Utf8.decode(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
    }
  }

  /** Overlong, of surrogates, cut off, without a beginning, and bytes that UTF-8 has not. */
  @ParameterizedTest
  @ValueSource(strings = {"c0af", "e080af", "eda080", "e282", "80", "ff", "f4908080"})
  void refusesOtherBytes(String hex) {
    assertThatThrownBy(() -> Utf8.decode(HexFormat.of().parseHex(hex)))
        .isInstanceOf(CharacterCodingException.class);
  }

  @Test
  void knowsWhatItCanEncode() {
    assertThat(Utf8.canEncode("é \ud83d\ude00")).isTrue();
    assertThat(Utf8.canEncode("a\ud83d")).isFalse();
    assertThat(Utf8.canEncode("\ude00a")).isFalse();
  }
}
