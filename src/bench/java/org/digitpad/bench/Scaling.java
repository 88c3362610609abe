package org.digitpad.bench;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architectures;
import org.digitpad.nn.arch.LayerSpec;

/** Prints how the cost of training grows with threads, batch and the width of the first GRU. */
public final class Scaling {
  private static final int IMAGES = 60_000;
  private static final double ROUND_SECONDS = 0.5;
  private static final int ROUNDS = 5;

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
    for (int width : new int[] {16, 32, 64, 128, 256}) {
      row(1, 32, width);
    }
  }

  private static void row(int threads, int batch, int width) throws InterruptedException {
    Architecture architecture = withGru(width);
    double perImage = secondsPerImage(architecture, threads, batch);
    print(
        "| %d | %d | %d | %.2f | %.0f |",
        threads,
        batch,
        width,
        perImage * IMAGES,
        Work.flops(architecture) / perImage / 1e9);
  }

  private static Architecture withGru(int width) {
    Architecture base = Architectures.CONV_GRU;
    List<LayerSpec> layers =
        base.layers().stream()
            .map(
                layer ->
                    layer.name().equals("gru1") ? new LayerSpec.Gru("gru1", width, true) : layer)
            .toList();
    return new Architecture(base.name(), base.title(), base.input(), layers);
  }

  /** Wall time of forward and backward passes over all threads' images: the best of some rounds. */
  private static double secondsPerImage(Architecture architecture, int threads, int batch)
      throws InterruptedException {
    double best = Double.POSITIVE_INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
      double[] seconds = new double[threads];
      CountDownLatch ready = new CountDownLatch(threads);
      Thread[] workers = new Thread[threads];
      for (int i = 0; i < threads; i++) {
        int index = i;
        workers[i] =
            new Thread(() -> seconds[index] = timed(architecture, batch, ready));
        workers[i].start();
      }
      double slowest = 0;
      for (int i = 0; i < threads; i++) {
        workers[i].join();
        slowest = Math.max(slowest, seconds[i]);
      }
      best = Math.min(best, slowest / threads);
    }
    return best;
  }

  private static double timed(Architecture architecture, int batch, CountDownLatch ready) {
    try (Work work = new Work(architecture, batch)) {
      work.forwardAndBackward();
      ready.countDown();
      while (ready.getCount() > 0) {
        Thread.onSpinWait();
      }
      long images = 0;
      long start = System.nanoTime();
      double seconds;
      do {
        work.forwardAndBackward();
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
