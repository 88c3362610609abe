package org.digitpad.fuzz;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.digitpad.fuzz.Oracle.Limits;
import org.digitpad.fuzz.Oracle.Violation;

/**
 * Tries formats in a JVM of its own, whose heap and temporary folder are as small and as empty as
 * its options say. Arguments: the names of formats; system properties: {@code fuzz.cases}, {@code
 * fuzz.seed}, {@code fuzz.case} (a single one), {@code fuzz.seconds} (of processor time).
 */
final class FuzzMain {
  private static final long SEED = Long.getLong("fuzz.seed", 1);

  private static final Limits LIMITS =
      new Limits(
          Duration.ofSeconds(Integer.getInteger("fuzz.seconds", 10)),
          Duration.ofMinutes(2),
          512L << 20);

  private FuzzMain() {}

  public static void main(String[] names) throws IOException {
    int failures = 0;
    for (String name : names) {
      failures += run(FuzzFormats.named(name)) ? 0 : 1;
    }
    System.exit(failures);
  }

  private static boolean run(FuzzFormat format) throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    Path folder = Files.createDirectories(temporary.resolve("fuzz").resolve(format.name()));
    long start = cpuNanos();
    AtomicReference<String> running = new AtomicReference<>(format.name());
    Consumer<Violation> onHang =
        violation -> {
          report(running.get(), violation);
          Runtime.getRuntime().halt(1);
        };
    try (Oracle oracle = new Oracle(folder, LIMITS, onHang)) {
      Fuzzer fuzzer = new Fuzzer(format, SEED, oracle);
      int only = Integer.getInteger("fuzz.case", -1);
      int end = only < 0 ? Integer.getInteger("fuzz.cases", 2_000) : only + 1;
      for (int number = Math.max(0, only); number < end; number++) {
        running.set(describe(format, number, fuzzer));
        fuzzer.run(number);
      }
      running.set(format.name());
      checkTemporaryFiles(temporary, folder.getParent());
      System.out.printf(
          Locale.ROOT,
          "%s: %s, at most %d ms and %d MB each, %.1f s of the processor in all, %s%n",
          format.name(),
          fuzzer.counts(),
          oracle.maxCpuMillis(),
          oracle.maxBytes() >> 20,
          (cpuNanos() - start) / 1e9,
          peakMemory());
      return true;
    } catch (Violation violation) {
      report(running.get(), violation);
      return false;
    }
  }

  private static String describe(FuzzFormat format, int number, Fuzzer fuzzer) {
    return "%s (-Dtest=MutationFuzzTest -Dfuzz.formats=%s -Dfuzz.seed=%d -Dfuzz.case=%d)"
        .formatted(fuzzer.describe(number), format.name(), SEED, number);
  }

  private static void report(String where, Violation violation) {
    System.out.println(where + ": " + violation.getMessage());
    if (violation.getCause() != null) {
      violation.getCause().printStackTrace(System.out);
    }
    System.out.flush();
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static void report(
      FuzzFormat format, long seed, int number, Fuzzer fuzzer, Violation violation)
      throws IOException {
    String where = fuzzer == null || number < 0 ? format.name() : fuzzer.describe(number);
    System.out.println(where + " of seed " + seed + ": " + violation.getMessage());
    if (fuzzer != null && number >= 0) {
      System.out.printf(
          "Run it again: mvn test -Dtest=MutationFuzzTest -Dfuzz.formats=%s -Dfuzz.seed=%d"
              + " -Dfuzz.case=%d%n",
          format.name(), seed, number);
    }
    if (violation.getCause() != null) {
      violation.getCause().printStackTrace(System.out);
    }
  }

  /** The folder of the fuzzer itself may be there, and nothing else. */
  private static void checkTemporaryFiles(Path temporary, Path own) throws IOException, Violation {
    try (Stream<Path> files = Files.list(temporary)) {
      List<Path> others = files.filter(file -> !file.equals(own)).toList();
      if (!others.isEmpty()) {
        throw new Violation("these temporary files are left: " + others, null);
      }
    }
  }

  /** The largest resident memory of this process so far, where the system tells it. */
  private static String peakMemory() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return "";
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB resident")
        .findFirst()
        .orElse("");
  }
}
