package org.digitpad.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.digitpad.io.BadInputException;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether reading a file ended as it must: in a result or in one clear sentence, within
 * bounded time and memory, with the file unchanged and no other file left behind.
 */
final class Oracle implements AutoCloseable {
  /** The paths of files are not counted. */
  private static final int MAX_SENTENCE = 600;

  private static final Pattern SENTENCE = Pattern.compile("\\S.*[^.;?! ]\\.");

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}]");

  /** Signs of an exception that nobody expected. */
  private static final Pattern INTERNAL =
      Pattern.compile("\\bnull\\b|\\w(Exception|Error)\\b|\\b(java|org\\.digitpad)\\.");

  /** What sentences quote from a file. */
  private static final Pattern QUOTED = Pattern.compile("\".*\"");

  private final Path folder;
  private final Limits limits;
  private final Consumer<Violation> onHang;
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Thread watchdog = new Thread(this::watch, "fuzz-watchdog");

  /** The thread that reads a file, and since when; null in between. */
  private volatile @Nullable Reading reading;

  private long maxCpuNanos;
  private long maxBytes;

  /**
   * Bounds of a single case.
   *
   * @param cpu time that the processor may take
   * @param wall time after which a case hangs
   * @param bytes memory that may be allocated in all, including what was freed meanwhile
   */
  record Limits(Duration cpu, Duration wall, long bytes) {}

  private record Reading(Thread thread, long startNanos) {}

  /** Thrown when a case did not end as it must. */
  static final class Violation extends Exception {
    private static final long serialVersionUID = 1L;

    Violation(String reason, @Nullable Throwable cause) {
      super(reason, cause);
    }
  }

  /**
   * @param folder an empty folder, which is used for the files
   * @param onHang told on another thread, once, that a case hangs, and where
   */
  Oracle(Path folder, Limits limits, Consumer<Violation> onHang) {
    this.folder = folder;
    this.limits = limits;
    this.onHang = onHang;
    watchdog.setDaemon(true);
    watchdog.start();
  }

  /**
   * Lets a format read bytes.
   *
   * @return the result, or nothing if the bytes were refused
   */
  Optional<Object> read(FuzzFormat format, byte[] bytes) throws Violation, IOException {
    Path file = folder.resolve(format.name());
    Files.write(file, bytes);
    Optional<Object> result = read(format, file);
    if (!Arrays.equals(Files.readAllBytes(file), bytes)) {
      throw new Violation("the file was changed", null);
    }
    return result;
  }

  /** Lets a format read a file, which is checked by its size and date only. */
  Optional<Object> read(FuzzFormat format, FuzzFormat.Content content)
      throws Violation, IOException {
    Path file = folder.resolve(format.name());
    content.writeTo(file);
    BasicFileAttributes before = attributes(file);
    Optional<Object> result = read(format, file);
    BasicFileAttributes after = attributes(file);
    if (before.size() != after.size()
        || !before.lastModifiedTime().equals(after.lastModifiedTime())) {
      throw new Violation("the file was changed", null);
    }
    Files.delete(file);
    return result;
  }

  private static BasicFileAttributes attributes(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class);
  }

  private Optional<Object> read(FuzzFormat format, Path file) throws Violation, IOException {
    Thread thread = Thread.currentThread();
    Object result = null;
    Throwable thrown = null;
    long cpu = threads.getCurrentThreadCpuTime();
    long bytes = threads.getThreadAllocatedBytes(thread.getId());
    reading = new Reading(thread, System.nanoTime());
    try {
      result = format.read(file);
    } catch (Throwable anything) {
      thrown = anything;
    } finally {
      reading = null;
    }
    cpu = threads.getCurrentThreadCpuTime() - cpu;
    bytes = threads.getThreadAllocatedBytes(thread.getId()) - bytes;
    maxCpuNanos = Math.max(maxCpuNanos, cpu);
    maxBytes = Math.max(maxBytes, bytes);
    if (thrown != null) {
      checkSentence(thrown, file);
    }
    if (cpu > limits.cpu().toNanos()) {
      throw new Violation("it took " + cpu / 1_000_000 + " ms", thrown);
    }
    if (bytes > limits.bytes()) {
      throw new Violation("it allocated " + (bytes >> 20) + " MB", thrown);
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found = files.toList();
      if (!found.equals(List.of(file))) {
        throw new Violation("these files are there: " + found, thrown);
      }
    }
    return Optional.ofNullable(result);
  }

  /**
   * Checks how a format has refused a file.
   *
   * @throws Violation unless with one clear sentence
   */
  static void checkSentence(Throwable thrown, Path file) throws Violation {
    if (!(thrown instanceof BadInputException)) {
      throw new Violation("it threw " + thrown.getClass().getName(), thrown);
    }
    String sentence = thrown.getMessage().replace(file.toString(), "FILE");
    if (sentence.length() > MAX_SENTENCE
        || !SENTENCE.matcher(sentence).matches()
        || CONTROL.matcher(sentence).find()
        || INTERNAL.matcher(QUOTED.matcher(sentence).replaceAll("")).find()) {
      throw new Violation("this is not one clear sentence: " + sentence, thrown);
    }
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(limits.wall().toMillis() / 4);
        Reading now = reading;
        if (now != null && System.nanoTime() - now.startNanos() > limits.wall().toNanos()) {
          Throwable where = new IllegalStateException("the reader was here");
          where.setStackTrace(now.thread().getStackTrace());
          onHang.accept(new Violation("it hangs", where));
          return;
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** The most processor time that a case has taken so far. */
  long maxCpuMillis() {
    return maxCpuNanos / 1_000_000;
  }

  /** The most memory that a case has allocated so far. */
  long maxBytes() {
    return maxBytes;
  }

  @Override
  public void close() {
    watchdog.interrupt();
  }
}
