package org.digitpad.bench;

import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architectures;
import org.digitpad.nn.arch.LayerSpec;


import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/**
 * Prints how the time of training depends on the number of threads, the batch size and the units of
 * the first GRU, and how the time of each network compares with its number of operations.
 */
public final class Scaling {
  private static final int IMAGES = 60_000;
  private static final double ROUND_SECONDS = 0.5;
  private static final int ROUNDS = 5;

  /** Images in a shard of a training batch. */
  private static final int SHARD_SIZE = 16;

  private Scaling() {}

  public static void main(String[] arguments) throws InterruptedException {
    print("| threads | batch each | GRU | seconds for 60,000 | GFLOP/s |");
    print("|---|---|---|---|---|");
    for (int threads : new int[] {1, 2}) {
      row(threads, 32, 64);
    }
    for (int batch : new int[] {1, 8, 32, 128, 512}) {
      row(1, batch, 64);
    }
    for (int units : new int[] {16, 32, 64, 128, 256}) {
      row(1, 32, units);
    }
    networks();
  }

  /** Runs all networks in turn, so that other load on the machine affects all of them alike. */
  private static void networks() throws InterruptedException {
    List<Architecture> networks = Architectures.all();
    double[] best = new double[networks.size()];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < best.length; i++) {
        best[i] = Math.min(best[i], round(networks.get(i), 1, SHARD_SIZE));
      }
    }
    double flops = NetworkWorkload.flops(networks.get(0));
    print("%n| network | MFLOP an image | seconds for 60,000 | GFLOP/s | arithmetic | time |");
    print("|---|---|---|---|---|---|");
    for (int i = 0; i < best.length; i++) {
      double own = NetworkWorkload.flops(networks.get(i));
      print(
          "| %s | %.2f | %.2f | %.0f | %.2f | %.2f |",
          networks.get(i).title(),
          own / 1e6,
          best[i] * IMAGES,
          own / best[i] / 1e9,
          own / flops,
          best[i] / best[0]);
    }
  }

  private static void row(int threads, int batch, int units) throws InterruptedException {
    Architecture architecture = withGru(units);
    double perImage = secondsPerImage(architecture, threads, batch);
    print(
        "| %d | %d | %d | %.2f | %.0f |",
        threads,
        batch,
        units,
        perImage * IMAGES,
        NetworkWorkload.flops(architecture) / perImage / 1e9);
  }

  private static Architecture withGru(int units) {
    Architecture base = Architectures.CONV_GRU;
    List<LayerSpec> layers =
        base.layers().stream()
            .map(
                layer ->
                    layer.name().equals("gru1") ? new LayerSpec.Gru("gru1", units, true) : layer)
            .toList();
    return new Architecture(base.name(), base.title(), base.input(), layers);
  }

  /** The best of several rounds. */
  private static double secondsPerImage(Architecture architecture, int threads, int batch)
      throws InterruptedException {
    double best = Double.POSITIVE_INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
      best = Math.min(best, round(architecture, threads, batch));
    }
    return best;
  }

  /** Wall time per image of forward and backward passes on all threads. */
  private static double round(Architecture architecture, int threads, int batch)
      throws InterruptedException {
    double[] seconds = new double[threads];
    CountDownLatch ready = new CountDownLatch(threads);
    Thread[] workers = new Thread[threads];
    for (int i = 0; i < threads; i++) {
      int index = i;
      workers[i] = new Thread(() -> seconds[index] = timed(architecture, batch, ready));
      workers[i].start();
    }
    double slowest = 0;
    for (int i = 0; i < threads; i++) {
      workers[i].join();
      slowest = Math.max(slowest, seconds[i]);
    }
    return slowest / threads;
  }

  private static double timed(Architecture architecture, int batch, CountDownLatch ready) {
    try (NetworkWorkload workload = new NetworkWorkload(architecture, batch)) {
      workload.forwardAndBackward();
      ready.countDown();
      while (ready.getCount() > 0) {
        Thread.onSpinWait();
      }
      long images = 0;
      long start = System.nanoTime();
      double seconds;
      do {
        workload.forwardAndBackward();
        images += batch;
        seconds = (System.nanoTime() - start) / 1e9;
      } while (seconds < ROUND_SECONDS);
      return seconds / images;
    }
  }

  private static void print(String format, Object... arguments) {
    System.out.println(String.format(Locale.ROOT, format, arguments));
  }
}
