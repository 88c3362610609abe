package org.digitpad.io.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.digitpad.io.faults.Disk.Node;
import org.digitpad.io.faults.Disk.Operation;
import org.jspecify.annotations.Nullable;

/** Carries out the operations of {@code Files} on a {@link Disk}. */
final class DiskProvider extends FileSystemProvider {
  private static DiskFileSystem system(Path path) {
    return (DiskFileSystem) path.getFileSystem();
  }

  private static Disk disk(Path path) {
    return system(path).disk();
  }

  private static Node node(Path path) throws IOException {
    return system(path).node(path);
  }

  private static boolean exists(Path path) throws IOException {
    return system(path).find(path) != null;
  }

  private static Node parent(Path path) throws IOException {
    return system(path).folder(path.toAbsolutePath().normalize().getParent());
  }

  private static String name(Path path) {
    return path.normalize().getFileName().toString();
  }

  @Override
  public String getScheme() {
    return "disk";
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Path getPath(URI uri) {
    throw new UnsupportedOperationException();
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return newFileChannel(path, options, attributes);
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    Disk disk = disk(path);
    boolean create = options.contains(StandardOpenOption.CREATE);
    boolean createNew = options.contains(StandardOpenOption.CREATE_NEW);
    if (exists(path) && createNew) {
      throw new FileAlreadyExistsException(path.toString());
    }
    if (!exists(path) && (create || createNew)) {
      disk.setEntry(Operation.CREATE, parent(path), name(path), new Node(false));
    }
    Node node = node(path);
    boolean write =
        options.contains(StandardOpenOption.WRITE) || options.contains(StandardOpenOption.APPEND);
    checkAccess(path, write ? AccessMode.WRITE : AccessMode.READ);
    DiskChannel channel = new DiskChannel(disk, node);
    if (write && options.contains(StandardOpenOption.TRUNCATE_EXISTING)) {
      channel.truncate(0);
    }
    return options.contains(StandardOpenOption.APPEND) ? channel.position(channel.size()) : channel;
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    List<Path> found = new ArrayList<>();
    for (String name : system(folder).folder(folder).entries.keySet()) {
      Path path = folder.resolve(name);
      if (filter.accept(path)) {
        found.add(path);
      }
    }
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        return found.iterator();
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
    if (exists(folder)) {
      throw new FileAlreadyExistsException(folder.toString());
    }
    disk(folder).setEntry(Operation.CREATE_FOLDER, parent(folder), name(folder), new Node(true));
  }

  @Override
  public void createLink(Path link, Path existing) throws IOException {
    Node node = node(existing);
    if (exists(link)) {
      throw new FileAlreadyExistsException(link.toString());
    }
    disk(link).setEntry(Operation.LINK, parent(link), name(link), node);
  }

  @Override
  public void delete(Path path) throws IOException {
    if (!node(path).entries.isEmpty()) {
      throw new DirectoryNotEmptyException(path.toString());
    }
    disk(path).setEntry(Operation.DELETE, parent(path), name(path), null);
  }

  @Override
  public void copy(Path from, Path to, CopyOption... options) throws IOException {
    byte[] bytes = Files.readAllBytes(from);
    boolean replace = Set.of(options).contains(StandardCopyOption.REPLACE_EXISTING);
    Set<OpenOption> create =
        Set.of(
            StandardOpenOption.WRITE,
            replace ? StandardOpenOption.CREATE : StandardOpenOption.CREATE_NEW,
            StandardOpenOption.TRUNCATE_EXISTING);
    try (FileChannel channel = newFileChannel(to, create)) {
      channel.write(ByteBuffer.wrap(bytes));
    }
  }

  @Override
  public void move(Path from, Path to, CopyOption... options) throws IOException {
    node(from);
    if (exists(to) && !Set.of(options).contains(StandardCopyOption.ATOMIC_MOVE)) {
      if (!Set.of(options).contains(StandardCopyOption.REPLACE_EXISTING)) {
        throw new FileAlreadyExistsException(to.toString());
      }
      delete(to); // as the JDK does
    }
    if (parent(from) != parent(to)) {
      throw new UnsupportedOperationException("to another folder");
    }
    disk(from).move(parent(from), name(from), name(to));
  }

  @Override
  public boolean isSameFile(Path one, Path other) throws IOException {
    return node(one) == node(other);
  }

  @Override
  public boolean isHidden(Path path) {
    return name(path).startsWith(".");
  }

  @Override
  public FileStore getFileStore(Path path) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    Set<PosixFilePermission> permissions = node(path).permissions;
    for (AccessMode mode : modes) {
      if (mode == AccessMode.READ && !permissions.contains(PosixFilePermission.OWNER_READ)
          || mode == AccessMode.WRITE && !permissions.contains(PosixFilePermission.OWNER_WRITE)) {
        throw new AccessDeniedException(path.toString());
      }
    }
  }

  @Override
  public <V extends FileAttributeView> @Nullable V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return type.isAssignableFrom(View.class) ? type.cast(new View(path)) : null;
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    return type.cast(new Attributes(node(path)));
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String names, LinkOption... options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setAttribute(Path path, String name, Object value, LinkOption... options) {
    throw new UnsupportedOperationException();
  }

  private record View(Path path) implements PosixFileAttributeView {
    @Override
    public String name() {
      return "posix";
    }

    @Override
    public PosixFileAttributes readAttributes() throws IOException {
      return new Attributes(node(path));
    }

    @Override
    public void setPermissions(Set<PosixFilePermission> permissions) throws IOException {
      disk(path).setPermissions(node(path), permissions);
    }

    @Override
    public void setTimes(FileTime modified, FileTime accessed, FileTime created) {}

    @Override
    public UserPrincipal getOwner() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void setOwner(UserPrincipal owner) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void setGroup(GroupPrincipal group) {
      throw new UnsupportedOperationException();
    }
  }

  private record Attributes(Node node) implements PosixFileAttributes {
    @Override
    public Set<PosixFilePermission> permissions() {
      return node.permissions;
    }

    @Override
    public boolean isRegularFile() {
      return !node.folder;
    }

    @Override
    public boolean isDirectory() {
      return node.folder;
    }

    @Override
    public boolean isSymbolicLink() {
      return false;
    }

    @Override
    public boolean isOther() {
      return false;
    }

    @Override
    public long size() {
      return node.bytes.length;
    }

    @Override
    public Object fileKey() {
      return node;
    }

    @Override
    public FileTime lastModifiedTime() {
      return FileTime.fromMillis(0);
    }

    @Override
    public FileTime lastAccessTime() {
      return lastModifiedTime();
    }

    @Override
    public FileTime creationTime() {
      return lastModifiedTime();
    }

    @Override
    public UserPrincipal owner() {
      throw new UnsupportedOperationException();
    }

    @Override
    public GroupPrincipal group() {
      throw new UnsupportedOperationException();
    }
  }
}
