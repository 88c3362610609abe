package org.digitpad.io.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import org.digitpad.io.faults.Disk.Node;

/** An open file or folder on a {@link Disk}. Locks are always granted. */
final class DiskChannel extends FileChannel {
  private final Disk disk;
  private final Node node;
  private int position;

  DiskChannel(Disk disk, Node node) {
    this.disk = disk;
    this.node = node;
  }

  private void requireOpen() throws ClosedChannelException {
    if (!isOpen()) {
      throw new ClosedChannelException();
    }
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    int count = read(target, position);
    position += Math.max(count, 0);
    return count;
  }

  @Override
  public long read(ByteBuffer[] targets, int offset, int length) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int read(ByteBuffer target, long from) throws IOException {
    requireOpen();
    int left = (int) Math.max(node.bytes.length - from, 0);
    if (left == 0) {
      return -1;
    }
    int count = Math.min(left, target.remaining());
    target.put(node.bytes, (int) from, count);
    return count;
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    int count = write(source, position);
    position += count;
    return count;
  }

  @Override
  public long write(ByteBuffer[] sources, int offset, int length) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int write(ByteBuffer source, long to) throws IOException {
    requireOpen();
    byte[] data = new byte[source.remaining()];
    source.get(data);
    disk.write(node, (int) to, data);
    return data.length;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public FileChannel position(long newPosition) {
    position = (int) newPosition;
    return this;
  }

  @Override
  public long size() throws IOException {
    requireOpen();
    return node.bytes.length;
  }

  @Override
  public FileChannel truncate(long size) throws IOException {
    requireOpen();
    if (size < node.bytes.length) {
      disk.truncate(node, (int) size);
    }
    position = (int) Math.min(position, size);
    return this;
  }

  @Override
  public void force(boolean metadata) throws IOException {
    requireOpen();
    disk.sync(node);
  }

  @Override
  public long transferTo(long from, long count, WritableByteChannel target) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long transferFrom(ReadableByteChannel source, long to, long count) {
    throw new UnsupportedOperationException();
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long from, long size) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileLock lock(long from, long size, boolean shared) throws IOException {
    return tryLock(from, size, shared);
  }

  @Override
  public FileLock tryLock(long from, long size, boolean shared) throws IOException {
    requireOpen();
    return new FileLock(this, from, size, shared) {
      @Override
      public boolean isValid() {
        return acquiredBy().isOpen();
      }

      @Override
      public void release() {}
    };
  }

  @Override
  protected void implCloseChannel() {}
}
