package org.digitpad.ink;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * An immutable list to which appending is cheap: the longer list shares the elements of the shorter
 * one. A drawing grows by thousands of points and strokes, and each state of it is handed to other
 * threads and kept for undo, so copying the list each time would take quadratic time and memory.
 *
 * <p>Appending twice to the same list copies it the second time. Lists may be read by any thread,
 * but lists that share elements must be appended to by one thread only.
 */
public final class AppendList<E> extends AbstractList<E> implements RandomAccess {
  private static final int INITIAL_CAPACITY = 8;

  private static final AppendList<Object> EMPTY = new AppendList<>(new Elements(0), 0);

  /** What lists share: elements that are never replaced, and the number of those in any list. */
  private static final class Elements {
    private final Object[] array;
    private int used;

    Elements(int capacity) {
      array = new Object[capacity];
    }
  }

  private final Elements elements;
  private final Object[] array;
  private final int size;

  private AppendList(Elements elements, int size) {
    this.elements = elements;
    this.array = elements.array;
    this.size = size;
  }

  /** Returns an empty list. */
  @SuppressWarnings("unchecked") // it has no elements of any type
  public static <E> AppendList<E> empty() {
    return (AppendList<E>) EMPTY;
  }

  /**
   * Returns a list of the same elements: the list itself if it is immutable in this way already.
   *
   * @throws NullPointerException if an element is null
   */
  public static <E> AppendList<E> copyOf(Collection<? extends E> list) {
    if (list instanceof AppendList<? extends E> same) {
      @SuppressWarnings("unchecked") // nothing can be stored in it
      AppendList<E> immutable = (AppendList<E>) same;
      return immutable;
    }
    Elements copy = new Elements(list.size());
    for (E element : list) {
      copy.array[copy.used++] = Objects.requireNonNull(element);
    }
    return new AppendList<>(copy, copy.used);
  }

  /** Returns a list with one more element. */
  public AppendList<E> append(E element) {
    Objects.requireNonNull(element);
    Elements target = elements;
    if (size < target.used || size == array.length) {
      target = new Elements(Math.max(INITIAL_CAPACITY, size + size / 2));
      System.arraycopy(array, 0, target.array, 0, size);
    }
    target.array[size] = element;
    target.used = size + 1;
    return new AppendList<>(target, size + 1);
  }

  @Override
  @SuppressWarnings("unchecked") // only elements are stored
  public E get(int index) {
    Objects.checkIndex(index, size);
    return (E) array[index];
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Iterator<E> iterator() {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < size;
      }

      @Override
      public E next() {
        if (next >= size) {
          throw new NoSuchElementException();
        }
        return get(next++);
      }
    };
  }

  @Override
  public Object[] toArray() {
    return Arrays.copyOf(array, size, Object[].class);
  }

  /** Compares as all lists do, at once where two lists share their elements. */
  @Override
  public boolean equals(Object other) {
    if (other instanceof AppendList<?> list && array == list.array) {
      return size == list.size;
    }
    return super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}
