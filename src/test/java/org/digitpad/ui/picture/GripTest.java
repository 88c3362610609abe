package org.digitpad.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.digitpad.ink.scan.InkBounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GripTest {
  private static final InkBounds BOX = new InkBounds(20, 30, 40, 50);

  private static InkBounds drag(Grip grip, int dx, int dy) {
    return grip.drag(BOX, dx, dy, 200, 100);
  }

  @Test
  void theInsideMovesTheFrameWithinThePicture() {
    assertThat(drag(Grip.INSIDE, 5, -7)).isEqualTo(new InkBounds(25, 23, 40, 50));
    assertThat(drag(Grip.INSIDE, -1000, 1000)).isEqualTo(new InkBounds(0, 50, 40, 50));
    assertThat(drag(Grip.INSIDE, 1000, -1000)).isEqualTo(new InkBounds(160, 0, 40, 50));
  }

  @Test
  void anEdgeMovesAlone() {
    assertThat(drag(Grip.LEFT, 5, 9)).isEqualTo(new InkBounds(25, 30, 35, 50));
    assertThat(drag(Grip.RIGHT, 5, 9)).isEqualTo(new InkBounds(20, 30, 45, 50));
    assertThat(drag(Grip.TOP, 5, 9)).isEqualTo(new InkBounds(20, 39, 40, 41));
    assertThat(drag(Grip.BOTTOM, 5, 9)).isEqualTo(new InkBounds(20, 30, 40, 59));
  }

  @Test
  void aCornerMovesTwoEdges() {
    assertThat(drag(Grip.TOP_LEFT, -5, -9)).isEqualTo(new InkBounds(15, 21, 45, 59));
    assertThat(drag(Grip.BOTTOM_RIGHT, -5, -9)).isEqualTo(new InkBounds(20, 30, 35, 41));
  }

  @Test
  void aFrameGoesOnBeyondItsOppositeCorner() {
    assertThat(drag(Grip.TOP_LEFT, 50, 60)).isEqualTo(new InkBounds(60, 80, 10, 10));
  }

  @ParameterizedTest
  @EnumSource(Grip.class)
  void aFrameStaysInThePictureAndHasAPixel(Grip grip) {
    for (int dx : new int[] {-100_000, -40, 0, 40, 100_000}) {
      for (int dy : new int[] {-100_000, -50, 0, 50, 100_000}) {
        InkBounds box = drag(grip, dx, dy);
        assertThat(box.left()).isNotNegative();
        assertThat(box.top()).isNotNegative();
        assertThat(box.width()).isPositive();
        assertThat(box.height()).isPositive();
        assertThat(box.left() + box.width()).isLessThanOrEqualTo(200);
        assertThat(box.top() + box.height()).isLessThanOrEqualTo(100);
      }
    }
  }
}
