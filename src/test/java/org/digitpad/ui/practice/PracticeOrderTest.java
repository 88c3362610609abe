package org.digitpad.ui.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PracticeOrderTest {
  @Test
  void asksForEachDigitFiveTimesAndNeverTwiceInARow() {
    for (int seed = 0; seed < 500; seed++) {
      List<Integer> order = PracticeOrder.shuffled(new Random(seed));
      assertThat(order).hasSize(50);
      for (int i = 1; i < order.size(); i++) {
        assertThat(order.get(i)).isNotEqualTo(order.get(i - 1));
      }
      // whoever stops after ten has drawn all of them
      for (int ten = 0; ten < 50; ten += 10) {
        assertThat(order.subList(ten, ten + 10))
            .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
      }
    }
  }

  @Test
  void roundsDiffer() {
    assertThat(PracticeOrder.shuffled(new Random(1)))
        .isNotEqualTo(PracticeOrder.shuffled(new Random(2)));
  }
}
