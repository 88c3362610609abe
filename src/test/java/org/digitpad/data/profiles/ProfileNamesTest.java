package org.digitpad.data.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.digitpad.i18n.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileNamesTest {
  @ParameterizedTest
  @CsvSource({
    "Anna, anna",
    "Zoë Müller, zoe-muller",
    "../../etc/passwd, etc-passwd",
    "a/b\\c, a-b-c",
    "., person",
    ".., person",
    "Ben., ben",
    "CON, person-con",
    "com1, person-com1",
    "Ｆｕｌｌ, full",
    "李雷, person",
    "😀, person",
    "'Anna 😀', anna",
    "-, person",
  })
  void namesOfFoldersAreLatinLettersAndDigits(String name, String id) {
    assertThat(ProfileNames.id(name)).isEqualTo(id);
    assertThat(ProfileNames.isId(id)).isTrue();
  }

  @Test
  void aLongNameHasAShortFolder() {
    String id = ProfileNames.id("a".repeat(39) + " b".repeat(80));
    assertThat(id).hasSize(39);
    assertThat(ProfileNames.isId(id)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a/b", "A", "a.b", "-a", "a-", "a b", ".people.lock"})
  void otherNamesAreNoFoldersOfPeople(String name) {
    assertThat(ProfileNames.isId(name)).isFalse();
  }

  @Test
  void aNameIsOneLine() {
    assertThat(ProfileNames.clean("  Anna \n\t Maria\u00a0 ")).isEqualTo("Anna Maria");
    assertThat(ProfileNames.clean("A\u202enna")).isEqualTo("A\ufffdnna");
    // one letter, whether typed as one or as two
    assertThat(ProfileNames.clean("Zoe\u0308")).isEqualTo("Zoë");
  }

  @Test
  void tellsWhyANameCannotBe() {
    List<String> others = List.of("Anna", "Ben");
    assertThat(ProfileNames.problem("Carl", others)).isEmpty();
    assertThat(ProfileNames.problem("", others)).contains(Messages.get("data.profiles.name.blank"));
    assertThat(ProfileNames.problem("a".repeat(200), others)).isEmpty();
    assertThat(ProfileNames.problem("a".repeat(201), others))
        .contains(Messages.get("data.profiles.name.tooLong", 200));
    assertThat(ProfileNames.problem("ANNA", others))
        .contains(Messages.get("data.profiles.name.taken", "Anna"));
    assertThat(ProfileNames.problem("Ｂｅｎ", others)).isPresent();
  }

  @Test
  void aLongNameIsCutForItsNumber() {
    assertThat(ProfileNames.numbered("Zoë", 2)).isEqualTo("Zoë 2");
    String cut = ProfileNames.numbered("x" + "\uD83D\uDE00".repeat(99), 12);
    assertThat(cut).hasSizeLessThanOrEqualTo(ProfileNames.MAX_LENGTH).endsWith("\uDE00 12");
    assertThat(ProfileNames.clean(cut)).isEqualTo(cut);
  }
}
