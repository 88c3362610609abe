package org.digitpad.io.faults;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.digitpad.i18n.Messages;
import org.digitpad.io.faults.Disk.Crash;
import org.digitpad.io.faults.Disk.Operation;

/**
 * Lets a program write versions of a file, and checks what it reads after crashes and failures.
 * Returns what is wrong instead of throwing it, as a check is worth something only if it finds the
 * faults of a program that is known to have some.
 */
public final class Durability {
  /** More in profile {@code faults}. */
  public static final int SEEDS = Integer.getInteger("faults.seeds", 200);

  private static final int VERSIONS = 4;

  private Durability() {}

  /** A program from its start to its end. */
  public interface Session {
    /** Writes version 1, 2, … of the file. */
    void write(int version) throws Exception;

    /**
     * Returns the version that is found, or 0 if there is none.
     *
     * @throws Exception if something half-written is found
     */
    int read() throws Exception;
  }

  /**
   * Checks that each crash leaves the last version whose writing has ended, or the one that was
   * being written, and that the next version can be written, without temporary files staying.
   *
   * @param program starts the program, which is to use the folder
   * @return the findings
   */
  public static List<String> afterCrashes(int seeds, Function<Path, Session> program) {
    Disk disk = new Disk();
    int start = disk.time();
    int[] begun = new int[VERSIONS + 1];
    int[] ended = new int[VERSIONS + 1];
    try (DiskFileSystem system = new DiskFileSystem(disk)) {
      Session session = program.apply(folder(system));
      for (int version = 1; version <= VERSIONS; version++) {
        begun[version] = disk.time();
        session.write(version);
        ended[version] = disk.time();
      }
    } catch (Exception e) {
      throw new IllegalStateException("writing fails without a crash", e);
    }
    List<String> findings = new ArrayList<>();
    for (int seed = 1; seed <= seeds; seed++) {
      Random random = new Random(seed);
      Crash crash = Crash.values()[random.nextInt(Crash.values().length)];
      int time = start + random.nextInt(disk.time() - start + 1);
      int last = 0;
      while (last < VERSIONS && ended[last + 1] <= time) {
        last++;
      }
      int newest = last < VERSIONS && begun[last + 1] < time ? last + 1 : last;
      String finding = afterCrash(disk.after(crash, time, random), last, newest, program);
      if (!finding.isEmpty()) {
        findings.add("seed %d, %s after %d changes: %s".formatted(seed, crash, time, finding));
      }
    }
    return findings;
  }

  private static String afterCrash(
      Disk disk, int last, int newest, Function<Path, Session> program) {
    int next;
    try (DiskFileSystem system = new DiskFileSystem(disk)) {
      Session session = program.apply(folder(system));
      int found = session.read();
      if (found != last && found != newest) {
        return "version %d instead of %d or %d".formatted(found, last, newest);
      }
      next = found + 1;
      session.write(next);
      List<String> left = temporaryFiles(folder(system));
      if (!left.isEmpty()) {
        return "left: " + left;
      }
    } catch (Exception | AssertionError e) {
      return e.toString();
    }
    try {
      int found = versionAfterKill(disk, program);
      return found == next ? "" : "version %d instead of %d, then".formatted(found, next);
    } catch (Exception | AssertionError e) {
      return "then " + e;
    }
  }

  private static int versionAfterKill(Disk disk, Function<Path, Session> program) throws Exception {
    try (DiskFileSystem system = new DiskFileSystem(disk.afterKill())) {
      return program.apply(folder(system)).read();
    }
  }

  /** What a disk refuses. */
  private enum Refusal {
    NO_SPACE("No space left on device", "io.reason.noSpace", allocating(), true),
    QUOTA("Disk quota exceeded", "io.reason.quota", allocating(), true),
    READ_ONLY("Read-only file system", "io.reason.readOnly", EnumSet.allOf(Operation.class), true),
    PERMISSION(
        "Permission denied",
        "io.reason.permissionDenied",
        EnumSet.of(
            Operation.CREATE,
            Operation.CREATE_FOLDER,
            Operation.MOVE,
            Operation.LINK,
            Operation.SET_PERMISSIONS),
        false);

    private final String text;
    private final String reason;
    private final Set<Operation> operations;
    private final boolean lasting;

    Refusal(String text, String reason, Set<Operation> operations, boolean lasting) {
      this.text = text;
      this.reason = reason;
      this.operations = operations;
      this.lasting = lasting;
    }

    private static Set<Operation> allocating() {
      return EnumSet.complementOf(
          EnumSet.of(Operation.DELETE, Operation.TRUNCATE, Operation.SET_PERMISSIONS));
    }

    IOException error(Operation operation) {
      if (this == PERMISSION) {
        return new AccessDeniedException("file");
      }
      return operation == Operation.WRITE || operation == Operation.SYNC
          ? new IOException(text)
          : new FileSystemException("file", null, text);
    }
  }

  /**
   * Checks that a version stays if writing the next one fails at any operation, that the failure is
   * told in a sentence with its reason, and that no temporary file is left.
   *
   * @param program starts the program, which is to use the folder
   * @param sentence returns what the user reads of an exception
   * @return the findings
   */
  public static List<String> afterRefusals(
      Function<Path, Session> program, Function<Exception, String> sentence) {
    List<String> findings = new ArrayList<>();
    for (Refusal refusal : Refusal.values()) {
      boolean refused = true;
      for (int index = 0; refused; index++) {
        List<Operation> failed = new ArrayList<>();
        String finding = afterRefusal(refusal, index, failed, program, sentence);
        refused = !failed.isEmpty();
        if (!finding.isEmpty()) {
          findings.add("%s at operation %d %s: %s".formatted(refusal, index, failed, finding));
        }
      }
    }
    return findings;
  }

  private static String afterRefusal(
      Refusal refusal,
      int refusedIndex,
      List<Operation> failed,
      Function<Path, Session> program,
      Function<Exception, String> sentence) {
    Disk disk = new Disk();
    try (DiskFileSystem system = new DiskFileSystem(disk)) {
      Path folder = folder(system);
      Session session = program.apply(folder);
      session.write(1);
      session.write(2);
      // counts the operations that can be refused, of which there are fewer than of all
      int[] index = {0};
      disk.setFaults(
          operation -> {
            if (refusal.operations.contains(operation)) {
              int current = index[0]++;
              if (current == refusedIndex || refusal.lasting && current > refusedIndex) {
                failed.add(operation);
                throw refusal.error(operation);
              }
            }
          });
      String told = "";
      boolean threw = false;
      try {
        session.write(3);
      } catch (Exception e) {
        threw = true;
        told = sentence.apply(e);
      }
      disk.setFaults(operation -> {});
      return finding(refusal, failed, threw, told, versionAfterKill(disk, program), folder);
    } catch (Exception | AssertionError e) {
      return e.toString();
    }
  }

  private static String finding(
      Refusal refusal, List<Operation> failed, boolean threw, String told, int found, Path folder)
      throws IOException {
    // where the folder alone was not synced, the file is in place, but may be lost in a crash
    boolean moved = !threw || failed.get(0) == Operation.SYNC_FOLDER;
    if (found != (moved ? 3 : 2)) {
      return "version " + found + " found, told: " + told;
    }
    if (threw && !told.contains(Messages.get(refusal.reason))) {
      return "told: " + told;
    }
    List<String> left = temporaryFiles(folder);
    return left.isEmpty() || refusal == Refusal.READ_ONLY ? "" : "left: " + left;
  }

  private static Path folder(DiskFileSystem system) {
    // missing at first, so that creating it is examined, too
    return system.getPath("/home/user/digitpad");
  }

  private static List<String> temporaryFiles(Path folder) throws IOException {
    List<String> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.tmp")) {
      files.forEach(file -> found.add(file.getFileName().toString()));
    }
    return found;
  }
}
