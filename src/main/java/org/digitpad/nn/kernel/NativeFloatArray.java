package org.digitpad.nn.kernel;

import java.nio.FloatBuffer;
import java.util.Objects;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * An array of floats outside the Java heap, where BLAS works on it without copying. Element-wise
 * operations run on copies of its blocks in heap arrays: the JIT compiler vectorizes loops over
 * those, and the copies stay in the cache.
 *
 * <p>Not thread-safe: {@link #address} moves one shared pointer.
 */
public final class NativeFloatArray implements AutoCloseable {
  static {
    NativeLibraries.loadForInference();
  }

  private final FloatPointer pointer;
  private final FloatPointer view;
  private final Pointer bytes;
  private final FloatBuffer buffer;
  private final int length;

  /** Allocates an array of zeros. */
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

  /** Wraps memory that something else owns. */
  public static NativeFloatArray wrap(Pointer memory, int length) {
    return new NativeFloatArray(new FloatPointer(memory), length);
  }

  /**
   * Returns a view of a part. As an array is not thread-safe, threads that share memory need views
   * of their own.
   */
  public NativeFloatArray slice(int from, int count) {
    Objects.checkFromIndexSize(from, count, length);
    return new NativeFloatArray(new FloatPointer(pointer.getPointer(from)), count);
  }

  public int length() {
    return length;
  }

  /** Returns one value. */
  float get(int index) {
    return buffer.get(index);
  }

  /** Sets one value. */
  void set(int index, float value) {
    buffer.put(index, value);
  }

  /** Copies {@code count} values from {@code offset} to the start of {@code target}. */
  public void read(int offset, float[] target, int count) {
    buffer.get(offset, target, 0, count);
  }

  /** Copies {@code count} values from {@code offset} to {@code target} from {@code at} on. */
  public void read(int offset, float[] target, int at, int count) {
    buffer.get(offset, target, at, count);
  }

  /** Copies the first {@code count} values of {@code source} to {@code offset}. */
  public void write(int offset, float[] source, int count) {
    buffer.put(offset, source, 0, count);
  }

  /** Copies {@code count} values of {@code source}, from {@code at} on, to {@code offset}. */
  public void write(int offset, float[] source, int at, int count) {
    buffer.put(offset, source, at, count);
  }

  /** Sets {@code count} values from {@code offset} to zero. */
  public void zero(int offset, int count) {
    Objects.checkFromIndexSize(offset, count, length);
    // memset counts a position in bytes, whatever the pointer's type
    Pointer.memset(bytes.position((long) offset * Float.BYTES), 0, (long) count * Float.BYTES);
  }

  /** Returns a copy on the heap. */
  public float[] toArray() {
    float[] copy = new float[length];
    read(0, copy, length);
    return copy;
  }

  /** Address of one value, for BLAS; valid until the next call. */
  FloatPointer address(int offset) {
    return view.position(offset);
  }

  @Override
  public void close() {
    pointer.close();
  }
}
