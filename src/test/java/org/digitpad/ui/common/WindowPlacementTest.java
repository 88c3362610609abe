package org.digitpad.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowPlacementTest {
  @Test
  void survivesItsText() {
    WindowPlacement placement = new WindowPlacement(-1200, 30, 1000, 700, true);
    assertThat(WindowPlacement.parse(placement.toText())).contains(placement);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1 2 3", "a b c d true", "0 0 NaN 5 true", "0 0 0 5 true", "1e9 0 9 9 false"})
  void anythingElseIsNoPlacement(String text) {
    assertThat(WindowPlacement.parse(text)).isEmpty();
  }
}
