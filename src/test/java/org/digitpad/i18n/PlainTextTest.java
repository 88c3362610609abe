package org.digitpad.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlainTextTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          a\u001b[31mb, a\uFFFD[31mb
          bell\u0007., bell\uFFFD.
          nul\u0000 del\u007f., nul\uFFFD del\uFFFD.
          c1 \u009b31m, c1 \uFFFD31m
          override \u202egnp, override \uFFFDgnp
          isolate \u2066x\u2069., isolate \uFFFDx\uFFFD.
          lone \ud800 high, lone \uFFFD high
          lone \udc00 low, lone \uFFFD low
          swapped \udc00\ud800, swapped \uFFFD\uFFFD
          paired \ud83d\ude00 ok, paired \ud83d\ude00 ok
          Ωμέγα 数字 ×…, Ωμέγα 数字 ×…
          """)
  void replacesWhatATerminalMustNotGet(String text, String clean) {
    assertThat(PlainText.line(text)).isEqualTo(clean);
    assertThat(PlainText.lines(text)).isEqualTo(clean);
  }

  @Test
  void putsEverythingOnOneLineOrKeepsTheLines() {
    String text = "one\r\ntwo\tthree\u2028four\u2029five\u0085six\f";

    assertThat(PlainText.line(text)).isEqualTo("one  two three four five\uFFFDsix ");
    assertThat(PlainText.lines(text)).isEqualTo("one \ntwo\tthree four five\uFFFDsix ");
  }

  @Test
  void keepsCleanTextAsItIs() {
    String text = "digits.jsonl, line 3";

    assertThat(PlainText.line(text)).isSameAs(text);
    assertThat(PlainText.brief(text)).isSameAs(text);
  }

  @Test
  void cutsLongTextInTheMiddle() {
    assertThat(PlainText.brief("x".repeat(200))).isEqualTo("x".repeat(200));

    String brief = PlainText.brief("start" + "x".repeat(10_000_000) + ".safetensors");

    assertThat(brief).hasSize(200).startsWith("startxxx").contains("x…x").endsWith("safetensors");
  }

  @Test
  void neitherCutsACharacterInHalfNorLeavesAnythingUnsafe() {
    Random random = new Random(13);
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(500);
      for (int i = 0; i < length; i++) {
        switch (random.nextInt(4)) {
          case 0 -> text.append((char) random.nextInt(0x10000));
          case 1 -> text.append((char) random.nextInt(0xA0));
          case 2 -> text.append("\uD83D\uDE00");
          default -> text.append((char) (0x2000 + random.nextInt(0x80)));
        }
      }
      String brief = PlainText.brief(text.toString());

      assertThat(brief.length()).isLessThanOrEqualTo(PlainText.MAX_LENGTH);
      assertThat(brief.chars()).noneMatch(PlainText::isUnsafe);
      assertThat(brief.codePoints())
          .noneMatch(point -> Character.getType(point) == Character.SURROGATE);
      assertThat(PlainText.brief(brief)).isEqualTo(brief);
    }
    String emoji = PlainText.brief("\uD83D\uDE00".repeat(1_000));
    assertThat(emoji).doesNotContain("\uFFFD");
    assertThat(PlainText.brief("x" + "\uD83D\uDE00".repeat(1_000))).doesNotContain("\uFFFD");
  }
}
