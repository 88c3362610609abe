package org.digitpad.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TranslationsTest {
  private static final Path RESOURCES = Path.of("src/main/resources/org/digitpad");

  @Test
  void allLanguagesWithAFileAreListed() throws IOException {
    try (Stream<Path> files = Files.list(RESOURCES)) {
      List<String> languages =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.matches("messages_.*\\.properties"))
              .map(name -> name.replaceAll("messages_([a-z]+).*", "$1"))
              .distinct()
              .toList();
      assertThat(Translations.LANGUAGES).containsExactlyInAnyOrderElementsOf(languages);
    }
  }

  @Test
  void otherLanguagesGetEnglish() {
    for (Locale locale :
        List.of(Locale.ROOT, Locale.US, Locale.JAPAN, Locale.forLanguageTag("nn-NO"))) {
      assertThat(Translations.bundle("org.digitpad.messages", locale).getLocale())
          .isEqualTo(Locale.ROOT);
    }
  }
}
