package org.digitpad.nn.kernel;

import java.nio.FloatBuffer;
import java.util.Objects;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * A fixed-length vector of floats outside the Java heap, where BLAS works without copying. Loops
 * over its numbers run on heap arrays, block by block: the JIT vectorises those, and the copies
 * stay in the cache.
 *
 * <p>Not thread-safe: {@link #at} moves one shared view.
 */
public final class NativeFloatArray implements AutoCloseable {
  static {
    NativeLibraries.loadForReading();
  }

  private final FloatPointer pointer;
  private final FloatPointer view;
  private final Pointer bytes;
  private final FloatBuffer buffer;
  private final int length;

  /** A vector of zeros. */
  public NativeFloatArray(int length) {
    this(new FloatPointer(Math.max(1, length)), length);
    Pointer.memset(pointer, 0, (long) length * Float.BYTES);
  }

  private NativeFloatArray(FloatPointer pointer, int length) {
    this.pointer = pointer;
    this.view = new FloatPointer(pointer);
    this.bytes = new Pointer(pointer);
    this.buffer = pointer.capacity(Math.max(1, length)).asBuffer();
    this.length = length;
  }

  /** A window on memory that somebody else owns. */
  public static NativeFloatArray wrap(Pointer memory, int length) {
    return new NativeFloatArray(new FloatPointer(memory), length);
  }

  public int length() {
    return length;
  }

  /** Copies {@code count} numbers from {@code offset} to the start of {@code target}. */
  public void read(int offset, float[] target, int count) {
    buffer.get(offset, target, 0, count);
  }

  /** Copies {@code count} numbers from {@code offset} into {@code target} at {@code at}. */
  public void read(int offset, float[] target, int at, int count) {
    buffer.get(offset, target, at, count);
  }

  /** Copies the first {@code count} numbers of {@code source} to {@code offset}. */
  public void write(int offset, float[] source, int count) {
    buffer.put(offset, source, 0, count);
  }

  /** Copies {@code count} numbers of {@code source}, from {@code at}, to {@code offset}. */
  public void write(int offset, float[] source, int at, int count) {
    buffer.put(offset, source, at, count);
  }

  /** Sets {@code count} numbers from {@code offset} to zero. */
  public void zero(int offset, int count) {
    Objects.checkFromIndexSize(offset, count, length);
    // memset counts a position in bytes, whatever the pointer's type
    Pointer.memset(bytes.position((long) offset * Float.BYTES), 0, (long) count * Float.BYTES);
  }

  /** A copy on the heap. */
  public float[] toArray() {
    float[] copy = new float[length];
    read(0, copy, length);
    return copy;
  }

  /** The address of one number, for BLAS; valid until the next call. */
  FloatPointer at(int offset) {
    return view.position(offset);
  }

  @Override
  public void close() {
    pointer.close();
  }
}
