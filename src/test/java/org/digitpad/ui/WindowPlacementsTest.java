package org.digitpad.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Rectangle2D;
import org.digitpad.ui.common.WindowPlacement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowPlacementsTest {
  private static final Rectangle2D SCREEN = new Rectangle2D(0, 0, 1600, 1000);

  @ParameterizedTest
  @CsvSource({
    "100, 50, true",
    "-800, 50, true",
    "-850, 50, false",
    "1550, 50, false",
    "100, -30, false",
    "100, 950, false",
  })
  void aPlaceWithoutATitleBarToTakeHoldOfIsNotUsed(double x, double y, boolean visible) {
    WindowPlacement placement = new WindowPlacement(x, y, 900, 600, false);
    assertThat(WindowPlacements.isVisible(placement, SCREEN)).isEqualTo(visible);
  }
}
