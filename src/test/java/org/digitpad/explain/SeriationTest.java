package org.digitpad.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SeriationTest {
  @Test
  void findsALine() {
    List<Integer> numbers = new ArrayList<>(IntStream.range(0, 30).boxed().toList());
    Collections.shuffle(numbers, new Random(1));
    float[][] rows = new float[30][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new float[] {numbers.get(i), 2 * numbers.get(i), 1};
    }

    int[] order = Seriation.order(rows);

    assertThat(IntStream.of(order).mapToObj(numbers::get).toList()).isSorted().hasSize(30);
  }

  @Test
  void isAPermutationOfAnyRows() {
    Random random = new Random(2);
    for (int count = 0; count < 20; count++) {
      float[][] rows = new float[count][4];
      for (float[] row : rows) {
        for (int i = 0; i < row.length; i++) {
          row[i] = random.nextInt(3);
        }
      }
      assertThat(Seriation.order(rows))
          .containsExactlyInAnyOrder(IntStream.range(0, count).toArray());
    }
  }

  @Test
  void keepsGroupsTogether() {
    Random random = new Random(3);
    float[][] rows = new float[40][6];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < 6; j++) {
        rows[i][j] = (i % 4 == j ? 10 : 0) + random.nextFloat();
      }
    }
    int[] order = Seriation.order(rows);
    int changes = 0;
    for (int i = 1; i < order.length; i++) {
      changes += order[i] % 4 == order[i - 1] % 4 ? 0 : 1;
    }
    assertThat(changes).isEqualTo(3);
  }
}
