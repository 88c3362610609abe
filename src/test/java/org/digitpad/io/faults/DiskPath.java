package org.digitpad.io.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A path with slashes on a {@link Disk}. */
final class DiskPath implements Path {
  private final DiskFileSystem system;
  private final boolean absolute;
  private final List<String> names;

  DiskPath(DiskFileSystem system, boolean absolute, List<String> names) {
    this.system = system;
    this.absolute = absolute;
    this.names = List.copyOf(names);
  }

  List<String> names() {
    return names;
  }

  private DiskPath relative(List<String> someNames) {
    return new DiskPath(system, false, someNames);
  }

  @Override
  public FileSystem getFileSystem() {
    return system;
  }

  @Override
  public boolean isAbsolute() {
    return absolute;
  }

  @Override
  public @Nullable Path getRoot() {
    return absolute ? new DiskPath(system, true, List.of()) : null;
  }

  @Override
  public @Nullable Path getFileName() {
    return names.isEmpty() ? null : getName(names.size() - 1);
  }

  @Override
  public @Nullable Path getParent() {
    return names.isEmpty() || !absolute && names.size() == 1
        ? null
        : new DiskPath(system, absolute, names.subList(0, names.size() - 1));
  }

  @Override
  public int getNameCount() {
    return names.size();
  }

  @Override
  public Path getName(int index) {
    return relative(List.of(names.get(index)));
  }

  @Override
  public Path subpath(int begin, int end) {
    return relative(names.subList(begin, end));
  }

  @Override
  public boolean startsWith(Path other) {
    return other instanceof DiskPath path
        && path.absolute == absolute
        && path.names.size() <= names.size()
        && names.subList(0, path.names.size()).equals(path.names);
  }

  @Override
  public boolean endsWith(Path other) {
    return other instanceof DiskPath path
        && !path.absolute
        && path.names.size() <= names.size()
        && names.subList(names.size() - path.names.size(), names.size()).equals(path.names);
  }

  @Override
  public Path normalize() {
    List<String> normal = new ArrayList<>();
    for (String name : names) {
      if (name.equals("..") && !normal.isEmpty()) {
        normal.remove(normal.size() - 1);
      } else if (!name.equals(".") && !name.equals("..")) {
        normal.add(name);
      }
    }
    return new DiskPath(system, absolute, normal);
  }

  @Override
  public Path resolve(Path other) {
    DiskPath path = (DiskPath) other;
    if (path.absolute) {
      return path;
    }
    List<String> all = new ArrayList<>(names);
    all.addAll(path.names);
    return new DiskPath(system, absolute, all);
  }

  @Override
  public Path relativize(Path other) {
    List<String> target = ((DiskPath) other).names;
    int common = 0;
    while (common < Math.min(names.size(), target.size())
        && names.get(common).equals(target.get(common))) {
      common++;
    }
    List<String> way = new ArrayList<>(Collections.nCopies(names.size() - common, ".."));
    way.addAll(target.subList(common, target.size()));
    return relative(way);
  }

  @Override
  public URI toUri() {
    return URI.create(system.provider().getScheme() + ":" + toAbsolutePath());
  }

  @Override
  public Path toAbsolutePath() {
    return absolute ? this : new DiskPath(system, true, names);
  }

  @Override
  public Path toRealPath(LinkOption... options) throws IOException {
    DiskPath real = (DiskPath) toAbsolutePath().normalize();
    system.node(real);
    return real;
  }

  @Override
  public WatchKey register(
      WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int compareTo(Path other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DiskPath path
        && path.system == system
        && path.absolute == absolute
        && path.names.equals(names);
  }

  @Override
  public int hashCode() {
    return Objects.hash(absolute, names);
  }

  @Override
  public String toString() {
    return (absolute ? "/" : "") + String.join("/", names);
  }
}
