package org.digitpad;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link LauncherTest} starts the second JVM. */
class Utf8RelaunchTest {
  private static final String[] OWN = {"predict", "x.png"};

  @Test
  void keepsItsArgumentsWithoutAVariable() throws IOException {
    assertThat(Utf8Relaunch.arguments(OWN, Map.of())).isEqualTo(OWN);
  }

  /** Process 1 is nobody's first JVM. */
  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1", "1 1", "-1 1", "1 ../1", "1 99999999999", "1 1 1"})
  void ignoresAVariableThatNoFirstJvmHasSet(String value) throws IOException {
    assertThat(Utf8Relaunch.arguments(OWN, Map.of("DIGITPAD_ARGUMENTS", value))).isEqualTo(OWN);
  }
}
