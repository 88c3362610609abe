package org.digitpad.ink;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * An immutable list to which appending is cheap: the longer list shares the elements of the shorter
 * one. A drawing grows by thousands of points and strokes, and each state of it is handed to other
 * threads and kept for undo, so copying the list each time would take quadratic time and memory.
 *
 * <p>Each list holds its last element itself. Appending different elements to the same list, as the
 * growing versions of the stroke in progress, therefore copies nothing either. Lists may be read by
 * any thread, but lists that share elements must be appended to by one thread only.
 */
public final class AppendList<E> extends AbstractList<E> implements RandomAccess {
  private static final int INITIAL_CAPACITY = 8;

  private static final AppendList<Object> EMPTY =
      new AppendList<>(new Elements(new Object[0], 0), 0, null);

  /** What lists share: all elements of each list but its last one. They are never replaced. */
  private static final class Elements {
    private final Object[] array;
    private int used;

    Elements(Object[] array, int used) {
      this.array = array;
      this.used = used;
    }
  }

  private final Elements elements;
  private final int size;
  private final @Nullable E last;

  private AppendList(Elements elements, int size, @Nullable E last) {
    this.elements = elements;
    this.size = size;
    this.last = last;
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
    if (list.isEmpty()) {
      return empty();
    }
    Object[] array = list.toArray();
    for (Object element : array) {
      Objects.requireNonNull(element);
    }
    int last = array.length - 1;
    @SuppressWarnings("unchecked") // it is one of the elements
    E lastElement = (E) array[last];
    return new AppendList<>(new Elements(array, last), array.length, lastElement);
  }

  /**
   * Returns a list with one more element.
   *
   * @throws NullPointerException if the element is null
   */
  public AppendList<E> append(E element) {
    Objects.requireNonNull(element);
    return new AppendList<>(size == 0 ? elements : withLast(), size + 1, element);
  }

  /**
   * Returns the first elements, which both lists share.
   *
   * @throws IndexOutOfBoundsException if there are less than {@code count} elements
   */
  public AppendList<E> prefix(int count) {
    if (count == size) {
      return this;
    }
    return count == 0 ? empty() : new AppendList<>(elements, count, get(count - 1));
  }

  /** Returns elements that begin with all of this list. */
  private Elements withLast() {
    int index = size - 1;
    Object[] array = elements.array;
    if (index < elements.used && array[index] == last) {
      return elements;
    }
    Elements target = elements;
    if (index < elements.used || index == array.length) {
      int capacity = Math.max(INITIAL_CAPACITY, size + size / 2);
      target = new Elements(Arrays.copyOf(Arrays.copyOf(array, index), capacity), index);
    }
    target.array[index] = last;
    target.used = size;
    return target;
  }

  @Override
  @SuppressWarnings("unchecked") // only elements are stored
  public E get(int index) {
    Objects.checkIndex(index, size);
    return (E) (index == size - 1 ? last : elements.array[index]);
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
    Object[] copy = Arrays.copyOf(elements.array, size, Object[].class);
    if (size > 0) {
      copy[size - 1] = last;
    }
    return copy;
  }

  /** Compares as all lists do, at once where two lists share their elements. */
  @Override
  public boolean equals(Object other) {
    if (other instanceof AppendList<?> list && elements == list.elements) {
      return size == list.size && Objects.equals(last, list.last);
    }
    return super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}
