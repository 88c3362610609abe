package org.digitpad.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class MutatorTest {
  private static final byte[] FILE = text("the length is 12 and that is that; ".repeat(10));
  private static final byte[] OTHER = text("ANOTHER FILE ".repeat(30));
  private static final int CASES = 2_000;

  @Test
  void damagesFilesInEveryWay() {
    assertThat(share(bytes -> bytes.length == FILE.length && differences(bytes) == 1))
        .isBetween(0.05, 0.4);
    assertThat(share(bytes -> isStartOf(bytes, FILE))).isBetween(0.02, 0.2);
    assertThat(share(bytes -> bytes.length > FILE.length)).isBetween(0.1, 0.7);
    assertThat(share(bytes -> string(bytes).contains("ER FILE ANO"))).isBetween(0.02, 0.3);
    assertThat(share(bytes -> string(bytes).contains("WORD"))).isBetween(0.02, 0.3);
    assertThat(share(bytes -> string(bytes).contains("is 2147483648 and"))).isPositive();
    assertThat(share(bytes -> string(bytes).contains("\u007f\u00ff\u00ff\u00ff"))).isPositive();
    assertThat(share(bytes -> string(bytes).contains("\u00ff\u00ff\u00ff\u007f"))).isPositive();
    assertThat(share(bytes -> bytes.length > 50_000)).isPositive();
  }

  @Test
  void leavesTheFilesAsTheyAre() {
    byte[] file = FILE.clone();
    byte[] other = OTHER.clone();
    mutations(file, other);

    assertThat(file).isEqualTo(FILE);
    assertThat(other).isEqualTo(OTHER);
  }

  @Test
  void seldomRepeatsItself() {
    Set<String> different = new HashSet<>();
    mutations(FILE, OTHER).forEach(bytes -> different.add(string(bytes)));

    assertThat(different).hasSizeGreaterThan(CASES * 3 / 4);
  }

  @Test
  void mutatesAnEmptyFile() {
    Mutator mutator = new Mutator(new Random(1), List.of(OTHER), List.of());
    for (int i = 0; i < 100; i++) {
      assertThat(mutator.mutate(new byte[0])).isNotNull();
    }
  }

  private static double share(Predicate<byte[]> test) {
    return (double) mutations(FILE, OTHER).stream().filter(test).count() / CASES;
  }

  private static List<byte[]> mutations(byte[] file, byte[] other) {
    Mutator mutator = new Mutator(new Random(1), List.of(file, other), List.of(text("WORD")));
    return Stream.generate(() -> mutator.mutate(file)).limit(CASES).toList();
  }

  private static int differences(byte[] bytes) {
    int count = 0;
    for (int i = 0; i < bytes.length; i++) {
      count += bytes[i] == FILE[i] ? 0 : 1;
    }
    return count;
  }

  private static boolean isStartOf(byte[] bytes, byte[] whole) {
    return bytes.length < whole.length && Arrays.equals(bytes, Arrays.copyOf(whole, bytes.length));
  }

  private static String string(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
