package org.digitpad.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Locale;
import java.util.MissingResourceException;
import org.junit.jupiter.api.Test;

final class MessagesTest {
  @Test
  void isEnglishWhateverTheSystemSpeaks() {
    assertThat(Messages.locale()).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void fillsPlaceholders() {
    assertThat(Messages.get("format.percent", "98.74")).isEqualTo("98.74%");
  }

  @Test
  void refusesUnknownKeys() {
    assertThatThrownBy(() -> Messages.get("no.such.key"))
        .isInstanceOf(MissingResourceException.class);
    assertThatThrownBy(() -> Messages.plural("no.such.key", 2))
        .isInstanceOf(MissingResourceException.class);
  }

  @Test
  void roundsHalfUpAndGroups() {
    assertThat(Numbers.percent(0.98125, 2)).isEqualTo("98.13%");
    assertThat(Numbers.decimal(0.125, 2)).isEqualTo("0.13");
    assertThat(Numbers.integer(28_506)).isEqualTo("28,506");
  }

  @Test
  void choosesThePluralForm() {
    assertThat(Messages.plural("cli.usage.missingOption", 1, "x"))
        .isEqualTo("Missing required option: x");
    assertThat(Messages.plural("cli.usage.missingOption", 2, "x"))
        .isEqualTo("Missing required options: x");
  }

  @Test
  void takesTheOnlyFormWhateverTheCount() {
    assertThat(Messages.plural("ui.modelTitle", 28_506, "A")).isEqualTo("A · 28,506 parameters");
    assertThat(Messages.plural("ui.modelTitle", 1, "A")).isEqualTo("A · 1 parameters");
  }

  @Test
  void makesArgumentsFromOutsideSafe() {
    Path file = Path.of("evil\u001b[2Jname");

    assertThat(Messages.get("io.input.missing", file))
        .isEqualTo("evil\uFFFD[2Jname does not exist; check the path.");
    assertThat(Messages.get("io.input.missing", "x".repeat(10_000_000))).hasSizeLessThan(300);
    assertThat(Messages.plural("cli.usage.missingOption", 1, "two\nlines\u202e"))
        .isEqualTo("Missing required option: two lines\uFFFD");
  }

  @Test
  void setsItsOwnTextIntoOtherTextAsAWhole() {
    String sentence = Messages.get("io.input.unreadable", "p".repeat(200), "r".repeat(200));
    assertThat(sentence).hasSizeGreaterThan(400);

    assertThat(Messages.get("ui.answer.failedBecause", Messages.part(sentence))).contains(sentence);
    assertThat(Messages.get("ui.answer.failedBecause", sentence)).doesNotContain(sentence);
    assertThat(Messages.get("format.percent", Messages.part("1\n2\u001b")))
        .isEqualTo("1\n2\uFFFD%");
  }
}
