package org.digitpad.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.digitpad.ui.common.Latches;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each check of the soak notices a fault that is planted here. */
class SoakChecksTest {
  private static final int LEAK = 10 << 20;

  /** More than what the collector gives back of the heap meanwhile. */
  private static final int NATIVE_LEAK = 100 << 20;

  private static final int PAUSE_MILLIS = 200;

  @Test
  void noticesAnUncaughtException() throws InterruptedException {
    List<String> heard = new ArrayList<>();
    try (ErrorWatch watch = new ErrorWatch(heard::add)) {
      Thread thread =
          new Thread(
              () -> {
                throw new IllegalStateException("planted");
              });
      thread.start();
      thread.join();

      assertThat(watch.errors()).hasSize(1).isEqualTo(heard);
      assertThat(heard.get(0)).contains("uncaught", "IllegalStateException: planted");
    }
  }

  @Test
  void noticesALoggedErrorAndNoWarning() {
    try (ErrorWatch watch = new ErrorWatch(error -> {})) {
      Logger logger = Logger.getLogger("planted");
      logger.log(Level.WARNING, "no error");
      logger.log(Level.SEVERE, "an error", new IllegalStateException("planted"));

      assertThat(watch.errors()).anyMatch(error -> error.contains("an error"));
      assertThat(watch.errors()).noneMatch(error -> error.contains("no error"));
    }
  }

  @Test
  void noticesErrorsThatALoggerPrints() {
    try (ErrorWatch watch = new ErrorWatch(error -> {})) {
      System.err.println("[main] ERROR org.digitpad.ui.Planted - printed");
      System.err.println("[main] WARN org.digitpad.ui.Planted - no error");

      assertThat(watch.errors()).hasSize(1).allMatch(error -> error.contains("Planted - printed"));
    }
  }

  @Test
  void noticesAGrowingHeap() {
    List<byte[]> leak = new ArrayList<>();
    Growth growth = measured(() -> leak.add(new byte[LEAK]));

    assertThat(growth.above(Map.of(ProcessFigures.HEAP, 10.0))).hasSize(1);
    assertThat(leak).isNotEmpty();
  }

  @Test
  void noticesGrowingNativeMemory() {
    List<BytePointer> leak = new ArrayList<>();
    try {
      Growth growth =
          measured(
              () -> {
                BytePointer memory = new BytePointer((long) NATIVE_LEAK);
                Pointer.memset(memory, 1, NATIVE_LEAK);
                leak.add(memory);
              });

      assertThat(growth.above(Map.of(ProcessFigures.RESIDENT, 100.0)))
          .hasSize(ProcessFigures.measure().containsKey(ProcessFigures.RESIDENT) ? 1 : 0);
    } finally {
      leak.forEach(BytePointer::close);
    }
  }

  @Test
  void noticesThreadsThatStay() {
    CountDownLatch end = new CountDownLatch(1);
    Growth growth = measured(() -> new Thread(() -> Latches.await(end)).start());
    end.countDown();

    assertThat(growth.above(Map.of(ProcessFigures.THREADS, 3.0))).hasSize(1);
  }

  @Test
  void noticesFilesThatStayOpen(@TempDir Path folder) throws Exception {
    List<InputStream> leak = new ArrayList<>();
    Path file = Files.writeString(folder.resolve("file"), "open");
    Growth growth =
        measured(
            () -> {
              try {
                leak.add(Files.newInputStream(file));
              } catch (IOException cause) {
                throw new UncheckedIOException(cause);
              }
            });
    for (InputStream stream : leak) {
      stream.close();
    }

    assertThat(growth.above(Map.of(ProcessFigures.FILE_DESCRIPTORS, 3.0)))
        .hasSize(ProcessFigures.measure().containsKey(ProcessFigures.FILE_DESCRIPTORS) ? 1 : 0);
  }

  @Test
  void noticesAPauseAndWhatTheThreadDid() throws InterruptedException {
    ExecutorService watched = Executors.newSingleThreadExecutor();
    BlockingQueue<PauseMeter.Pause> heard = new LinkedBlockingQueue<>();
    try (PauseMeter meter = new PauseMeter(watched, PAUSE_MILLIS / 4.0, Set.of(), heard::add)) {
      boolean told = false;
      // a busy machine may itself pause at the same time, but not again and again
      for (int attempt = 0; attempt < 20 && !told; attempt++) {
        run(watched, SoakChecksTest::plantedPause);
        PauseMeter.Pause pause = heard.poll(1, TimeUnit.SECONDS);
        told = pause != null && isPlanted(pause);
      }

      assertThat(told).isTrue();
      assertThat(meter.longest()).isGreaterThan(PAUSE_MILLIS / 2.0);
    } finally {
      watched.shutdown();
    }
  }

  private static boolean isPlanted(PauseMeter.Pause pause) {
    return pause.own() > PAUSE_MILLIS / 2.0 && pause.stack().contains("plantedPause");
  }

  private static void plantedPause() {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
  }

  @Test
  void isNotMisledByAnOutlier() {
    Growth growth = new Growth();
    double[] values = {50, 51, 50, 90, 51, 50, 51, 50};
    for (int minute = 0; minute < values.length; minute++) {
      growth.add(minute, Map.of(ProcessFigures.HEAP, values[minute]));
    }

    assertThat(growth.of(ProcessFigures.HEAP)).isBetween(-1.0, 1.0);
  }

  private static void run(ExecutorService executor, Runnable task) {
    try {
      executor.submit(task).get();
    } catch (Exception cause) {
      throw new IllegalStateException(cause);
    }
  }

  /** Measures after each of some leaks. */
  private static Growth measured(Runnable leak) {
    Growth growth = new Growth();
    ProcessFigures.measure(); // gives back what earlier tests have left
    for (int minute = 0; minute < 6; minute++) {
      leak.run();
      growth.add(minute, ProcessFigures.measure());
    }
    return growth;
  }
}
