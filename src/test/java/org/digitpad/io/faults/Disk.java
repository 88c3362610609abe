package org.digitpad.io.faults;

import java.io.IOException;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A disk in memory. It records every operation, so that it can tell afterwards what a crash after
 * any of them may leave: only what was synced is sure to survive. Content that was not synced can
 * be lost, in part or altogether, and so can entries of folders that were not synced.
 */
public final class Disk {
  /** Content survives or not in units of so many bytes. */
  private static final int BLOCK = 64;

  private static final byte[] NOTHING = {};

  /** What stops the program. */
  public enum Crash {
    /** The program alone: the system goes on and writes all that it has been given. */
    KILL,
    /** The system, with a file system that keeps the order of changes to folders. */
    ORDERED,
    /** The system, with a file system that promises nothing about what was not synced. */
    UNORDERED
  }

  /** The kinds of operations that change the disk. */
  public enum Operation {
    CREATE,
    CREATE_FOLDER,
    WRITE,
    TRUNCATE,
    SYNC,
    SYNC_FOLDER,
    MOVE,
    LINK,
    DELETE,
    SET_PERMISSIONS
  }

  /** Makes operations fail. */
  @FunctionalInterface
  public interface Faults {
    /**
     * Called before each operation.
     *
     * @throws IOException if the operation fails; half of a {@code WRITE} is done nevertheless
     */
    void before(Operation operation) throws IOException;
  }

  /** A file or a folder. */
  static final class Node {
    final boolean folder;
    byte[] bytes = NOTHING;
    final Map<String, Node> entries = new TreeMap<>();
    Set<PosixFilePermission> permissions;

    Node(boolean folder) {
      this.folder = folder;
      permissions = PosixFilePermissions.fromString(folder ? "rwxr-xr-x" : "rw-r--r--");
    }

    void write(int offset, byte[] data) {
      if (bytes.length < offset + data.length) {
        bytes = Arrays.copyOf(bytes, offset + data.length);
      }
      System.arraycopy(data, 0, bytes, offset, data.length);
    }
  }

  /** A change of a file's content or of a folder's entries, or a sync, which changes neither. */
  private record Event(
      Node node, Operation operation, int offset, byte[] data, Map<String, Node> entries) {}

  private final Node root;
  private final List<Event> events = new ArrayList<>();
  private Faults faults = operation -> {};

  /** An empty disk. */
  public Disk() {
    this(new Node(true));
  }

  /** What is there at the beginning survives. */
  private Disk(Node root) {
    this.root = root;
    record(root, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private void record(Node node, Set<Node> recorded) {
    if (!recorded.add(node)) {
      return;
    }
    if (node.folder) {
      events.add(new Event(node, Operation.LINK, 0, NOTHING, new HashMap<>(node.entries)));
      node.entries.values().forEach(entry -> record(entry, recorded));
    } else {
      events.add(new Event(node, Operation.WRITE, 0, node.bytes.clone(), Map.of()));
    }
    events.add(
        new Event(
            node, node.folder ? Operation.SYNC_FOLDER : Operation.SYNC, 0, NOTHING, Map.of()));
  }

  Node root() {
    return root;
  }

  /** Makes the operations from now on fail as told. */
  public void setFaults(Faults newFaults) {
    faults = newFaults;
  }

  /** Leaves no room: nothing can be written from now on. */
  public void fill() {
    setFaults(
        operation -> {
          if (operation == Operation.WRITE) {
            throw new IOException("No space left on device");
          }
        });
  }

  /** Returns the number of changes and syncs so far. A crash before the first is none. */
  public int time() {
    return events.size();
  }

  void write(Node file, int offset, byte[] data) throws IOException {
    try {
      faults.before(Operation.WRITE);
    } catch (IOException full) {
      apply(file, Operation.WRITE, offset, Arrays.copyOf(data, data.length / 2));
      throw full;
    }
    apply(file, Operation.WRITE, offset, data);
  }

  private void apply(Node file, Operation operation, int offset, byte[] data) {
    file.write(offset, data);
    events.add(new Event(file, operation, offset, data, Map.of()));
  }

  void truncate(Node file, int size) throws IOException {
    faults.before(Operation.TRUNCATE);
    file.bytes = Arrays.copyOf(file.bytes, size);
    events.add(new Event(file, Operation.TRUNCATE, size, NOTHING, Map.of()));
  }

  void sync(Node node) throws IOException {
    Operation operation = node.folder ? Operation.SYNC_FOLDER : Operation.SYNC;
    faults.before(operation);
    events.add(new Event(node, operation, 0, NOTHING, Map.of()));
  }

  /** Puts an entry into a folder, or removes it if there is no node. */
  void setEntry(Operation operation, Node folder, String name, @Nullable Node node)
      throws IOException {
    faults.before(operation);
    Map<String, Node> entries = new HashMap<>();
    entries.put(name, node);
    change(operation, folder, entries);
  }

  /** Renames an entry of a folder, replacing the target, in a single step even in a crash. */
  void move(Node folder, String name, String newName) throws IOException {
    faults.before(Operation.MOVE);
    Node moved = folder.entries.get(name);
    if (folder.entries.get(newName) != moved) {
      Map<String, Node> entries = new HashMap<>();
      entries.put(newName, moved);
      entries.put(name, null);
      change(Operation.MOVE, folder, entries);
    }
  }

  void setPermissions(Node node, Set<PosixFilePermission> permissions) throws IOException {
    faults.before(Operation.SET_PERMISSIONS);
    node.permissions = Set.copyOf(permissions);
  }

  private void change(Operation operation, Node folder, Map<String, Node> entries) {
    entries.forEach((name, entry) -> put(folder, name, entry));
    events.add(new Event(folder, operation, 0, NOTHING, entries));
  }

  private static void put(Node folder, String name, @Nullable Node entry) {
    if (entry == null) {
      folder.entries.remove(name);
    } else {
      folder.entries.put(name, entry);
    }
  }

  /** Returns the disk after the program was killed now. */
  public Disk afterKill() {
    return after(Crash.KILL, time(), new Random(0));
  }

  /**
   * Returns what is on the disk when the program starts again.
   *
   * @param time the crash happens after so many changes and syncs
   * @param random decides what survives of all that was not synced
   */
  public Disk after(Crash crash, int time, Random random) {
    return new Survival(crash, time, random).disk();
  }

  /** Decides what survives a crash. */
  private final class Survival {
    private final Crash crash;
    private final Random random;
    private final Map<Node, List<Event>> pending = new IdentityHashMap<>();
    private final Map<Node, Node> synced = new IdentityHashMap<>();
    private final Map<Node, Node> survivors = new IdentityHashMap<>();

    /** Changes of folders after this one are lost, unless they were synced. */
    private final int lastChange;

    private final Map<Event, Integer> times = new IdentityHashMap<>();

    Survival(Crash crash, int time, Random random) {
      this.crash = crash;
      this.random = random;
      lastChange = crash == Crash.ORDERED ? random.nextInt(time + 1) : time;
      for (Event event : events.subList(0, time)) {
        times.put(event, times.size());
        List<Event> changes = pending.computeIfAbsent(event.node(), node -> new ArrayList<>());
        if (event.operation() == Operation.SYNC || event.operation() == Operation.SYNC_FOLDER) {
          changes.forEach(change -> replay(change, synced(event.node())));
          changes.clear();
        } else {
          changes.add(event);
        }
      }
    }

    Disk disk() {
      return new Disk(survivor(root));
    }

    private Node synced(Node node) {
      return synced.computeIfAbsent(node, original -> new Node(original.folder));
    }

    private static void replay(Event event, Node node) {
      if (node.folder) {
        event.entries().forEach((name, entry) -> put(node, name, entry));
      } else if (event.operation() == Operation.TRUNCATE) {
        node.bytes = Arrays.copyOf(node.bytes, event.offset());
      } else {
        node.write(event.offset(), event.data());
      }
    }

    /** Returns the same node for all names of a file. */
    private Node survivor(Node original) {
      Node known = survivors.get(original);
      if (known != null) {
        return known;
      }
      Node node = synced(original);
      survivors.put(original, node);
      node.permissions = original.permissions;
      List<Event> changes = pending.getOrDefault(original, List.of());
      if (crash == Crash.KILL) {
        changes.forEach(change -> replay(change, node));
      } else if (original.folder) {
        surviveEntries(changes, node);
      } else {
        surviveContent(changes, node);
      }
      node.entries.replaceAll((name, entry) -> survivor(entry));
      return node;
    }

    private void surviveEntries(List<Event> changes, Node folder) {
      for (Event change : changes) {
        boolean survives =
            crash == Crash.ORDERED ? times.get(change) < lastChange : random.nextBoolean();
        if (survives) {
          replay(change, folder);
        }
      }
    }

    private void surviveContent(List<Event> changes, Node file) {
      int outcome = random.nextInt(5);
      if (outcome == 0) {
        return; // dropped
      }
      for (Event change : changes) {
        if (change.operation() == Operation.TRUNCATE || outcome == 1) {
          replay(change, file);
        } else if (outcome == 2) {
          file.write(change.offset(), new byte[change.data().length]); // zeroed
        } else if (outcome == 3) {
          int length = random.nextInt(change.data().length + 1); // truncated
          file.write(change.offset(), Arrays.copyOf(change.data(), length));
        } else {
          surviveBlocks(change, file);
        }
      }
    }

    /** Blocks that the system would have written later are there, and earlier ones are not. */
    private void surviveBlocks(Event change, Node file) {
      for (int start = 0; start < change.data().length; start += BLOCK) {
        if (random.nextBoolean()) {
          int end = Math.min(start + BLOCK, change.data().length);
          file.write(change.offset() + start, Arrays.copyOfRange(change.data(), start, end));
        }
      }
    }
  }
}
