package org.digitpad.io.faults;

import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.digitpad.io.faults.Disk.Node;
import org.jspecify.annotations.Nullable;

/** The file system of a {@link Disk}: programs use it through the methods of {@code Files}. */
public final class DiskFileSystem extends FileSystem {
  private final DiskProvider provider = new DiskProvider();
  private @Nullable Disk disk;

  public DiskFileSystem(Disk disk) {
    this.disk = disk;
  }

  Disk disk() {
    if (disk == null) {
      throw new IllegalStateException("closed");
    }
    return disk;
  }

  Node node(Path path) throws FileSystemException {
    Node node = find(path);
    if (node == null) {
      throw new NoSuchFileException(path.toString());
    }
    return node;
  }

  /** Returns null if there is no such file. */
  @Nullable Node find(Path path) throws FileSystemException {
    Node node = disk().root();
    for (String name : ((DiskPath) path.toAbsolutePath().normalize()).names()) {
      if (!node.folder) {
        throw new FileSystemException(path.toString(), null, "Not a directory");
      }
      node = node.entries.get(name);
      if (node == null) {
        return null;
      }
    }
    return node;
  }

  Node folder(Path path) throws FileSystemException {
    Node node = node(path);
    if (!node.folder) {
      throw new NotDirectoryException(path.toString());
    }
    return node;
  }

  /** Forgets the disk, as some of the program's tables keep paths. */
  @Override
  public void close() {
    disk = null;
  }

  @Override
  public FileSystemProvider provider() {
    return provider;
  }

  @Override
  public boolean isOpen() {
    return disk != null;
  }

  @Override
  public boolean isReadOnly() {
    return false;
  }

  @Override
  public String getSeparator() {
    return "/";
  }

  @Override
  public Iterable<Path> getRootDirectories() {
    return List.of(getPath("/"));
  }

  @Override
  public Iterable<FileStore> getFileStores() {
    return List.of();
  }

  @Override
  public Set<String> supportedFileAttributeViews() {
    return Set.of("basic", "posix");
  }

  @Override
  public Path getPath(String first, String... more) {
    List<String> names = new ArrayList<>();
    for (String name : String.join("/", first, String.join("/", more)).split("/")) {
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return new DiskPath(this, first.startsWith("/"), names);
  }

  @Override
  public PathMatcher getPathMatcher(String pattern) {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher(pattern);
    return path -> matcher.matches(Path.of(path.toString()));
  }

  @Override
  public UserPrincipalLookupService getUserPrincipalLookupService() {
    throw new UnsupportedOperationException();
  }

  @Override
  public WatchService newWatchService() {
    throw new UnsupportedOperationException();
  }
}
