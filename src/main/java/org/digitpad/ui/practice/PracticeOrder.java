package org.digitpad.ui.practice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The digits that a round asks for: all ten in a random order, then all ten again, and so on. A
 * round that is broken off so has about as many of each.
 */
final class PracticeOrder {
  /** How often each digit is asked for. */
  static final int TIMES = 5;

  /** Number of digits of a round. */
  static final int COUNT = 10 * TIMES;

  private PracticeOrder() {}

  /** Returns the digits of a round, of which none is the same as the one before. */
  static List<Integer> shuffled(Random random) {
    List<Integer> order = new ArrayList<>();
    while (order.size() < COUNT) {
      List<Integer> ten = new ArrayList<>(IntStream.range(0, 10).boxed().toList());
      Collections.shuffle(ten, random);
      if (!order.isEmpty() && order.get(order.size() - 1).equals(ten.get(0))) {
        Collections.swap(ten, 0, 1 + random.nextInt(9));
      }
      order.addAll(ten);
    }
    return List.copyOf(order);
  }
}
