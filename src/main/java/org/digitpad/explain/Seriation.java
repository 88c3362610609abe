package org.digitpad.explain;

import java.util.Arrays;

/**
 * Orders rows so that similar ones are neighbors: a short path through all of them by their
 * Euclidean distances. It starts at the row with the smallest sum, goes on to the nearest row each
 * time, and is then shortened by reversing parts (2-opt) while that helps.
 *
 * <p>Source: M. Hahsler, K. Hornik, C. Buchta, "Getting things in order", Journal of Statistical
 * Software 25(3), 2008, section 2.2.3.
 */
final class Seriation {
  /** Bounds the time; a few rounds are usually enough. */
  private static final int MAX_ROUNDS = 20;

  private static final double ROUNDING = 1e-9;

  private Seriation() {}

  /** Returns the numbers of the rows in their new order. The same rows always get the same one. */
  static int[] order(float[][] rows) {
    int count = rows.length;
    double[][] distances = new double[count][count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < i; j++) {
        distances[i][j] = distance(rows[i], rows[j]);
        distances[j][i] = distances[i][j];
      }
    }
    int[] order = nearestNeighbors(distances, lowest(rows));
    for (int round = 0; round < MAX_ROUNDS && shorten(order, distances); round++) {
      // until nothing helps
    }
    return order;
  }

  private static int lowest(float[][] rows) {
    int lowest = 0;
    for (int i = 1; i < rows.length; i++) {
      if (sum(rows[i]) < sum(rows[lowest])) {
        lowest = i;
      }
    }
    return lowest;
  }

  private static int[] nearestNeighbors(double[][] distances, int start) {
    int count = distances.length;
    int[] order = new int[count];
    boolean[] used = new boolean[count];
    int current = start;
    for (int i = 0; i < count; i++) {
      order[i] = current;
      used[current] = true;
      int next = -1;
      for (int j = 0; j < count; j++) {
        if (!used[j] && (next < 0 || distances[current][j] < distances[current][next])) {
          next = j;
        }
      }
      current = next;
    }
    return order;
  }

  /** Reverses each part of the path whose reversal makes it shorter; the start stays. */
  private static boolean shorten(int[] order, double[][] distances) {
    boolean changed = false;
    for (int from = 1; from < order.length - 1; from++) {
      for (int to = from + 1; to < order.length; to++) {
        double before = distances[order[from - 1]][order[from]];
        double after = distances[order[from - 1]][order[to]];
        if (to + 1 < order.length) {
          before += distances[order[to]][order[to + 1]];
          after += distances[order[from]][order[to + 1]];
        }
        if (after < before - ROUNDING) {
          reverse(order, from, to);
          changed = true;
        }
      }
    }
    return changed;
  }

  private static void reverse(int[] order, int from, int to) {
    int[] part = Arrays.copyOfRange(order, from, to + 1);
    for (int i = 0; i < part.length; i++) {
      order[to - i] = part[i];
    }
  }

  private static double distance(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      double difference = one[i] - other[i];
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }

  private static double sum(float[] row) {
    double sum = 0;
    for (float value : row) {
      sum += value;
    }
    return sum;
  }
}
