package org.digitpad.recognize;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.digitpad.ink.CanvasContent;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Reads a drawing while it grows, on one thread of its own. Nobody waits: the latest drawing
 * replaces one that was not begun yet, and readings come in the order of the drawings.
 *
 * <p>The reader is loaded on that thread too, as its first load may take seconds.
 */
public final class LiveRecognizer implements AutoCloseable {
  /** What became of loading the reader, or of one drawing. */
  public sealed interface Reading {
    /** The drawing's number as {@link #submit} gave it; 0 where it is about loading. */
    long sequence();

    /** The reader is there and waits for drawings. */
    record Loaded() implements Reading {
      @Override
      public long sequence() {
        return 0;
      }
    }

    /** The reader could not be loaded: no drawing will be read. */
    record LoadFailure(Throwable cause) implements Reading {
      @Override
      public long sequence() {
        return 0;
      }
    }

    /** A drawing was read. */
    record Result(long sequence, Prediction prediction) implements Reading {}

    /** One drawing could not be read; the next one may be. */
    record Failure(long sequence, Throwable cause) implements Reading {}
  }

  private record Job(long sequence, CanvasContent subject) {}

  /** What waits: a reader to be loaded, and then a drawing to be read. */
  private record Work(@Nullable Supplier<CanvasRecognizer> loader, @Nullable Job job) {}

  private final Consumer<Reading> listener;
  private final Object lock = new Object();

  // guarded by lock
  private @Nullable Supplier<CanvasRecognizer> loader;
  private @Nullable Job pending;
  private long sequence;
  private long discarded;
  private boolean started;
  private boolean finished;

  /**
   * @param loader finds the reader; slow, called once, on the inference thread, which closes the
   *     reader if it can be closed
   * @param listener told of every reading, on the inference thread; should return at once
   */
  public LiveRecognizer(Supplier<CanvasRecognizer> loader, Consumer<Reading> listener) {
    this.loader = loader;
    this.listener = listener;
  }

  /** Begins to load the reader; {@link #submit} does so too. */
  public void warmUp() {
    synchronized (lock) {
      start();
    }
  }

  /**
   * Reads with another reader from now on. Should that not load, the one before stays.
   *
   * @param other finds the reader, as the constructor's does
   */
  public void replace(Supplier<CanvasRecognizer> other) {
    synchronized (lock) {
      loader = other;
      start();
      lock.notifyAll();
    }
  }

  /**
   * Asks for a drawing to be read and returns at once. It takes the place of one that still waits.
   *
   * @return the number that its reading will bear; later drawings have higher ones
   */
  public long submit(CanvasContent subject) {
    synchronized (lock) {
      sequence++;
      if (!finished) {
        pending = new Job(sequence, subject);
        start();
        lock.notifyAll();
      }
      return sequence;
    }
  }

  /**
   * Forgets all that was submitted: what waits is not read, and what is being read now is not
   * delivered. A delivery that has already begun goes on; receivers tell it by its number.
   *
   * @return a number above those of all forgotten drawings
   */
  public long discard() {
    synchronized (lock) {
      pending = null;
      discarded = ++sequence;
      return discarded;
    }
  }

  /**
   * Ends the thread after the drawing in hand, whose reading is not delivered unless that has begun
   * already, and closes the reader there if it can be closed. Does not wait.
   */
  @Override
  public void close() {
    synchronized (lock) {
      finished = true;
      pending = null;
      lock.notifyAll();
    }
  }

  private void start() {
    if (!started && !finished) {
      started = true;
      Thread thread = new Thread(this::run, "digitpad-inference");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void run() {
    CanvasRecognizer reader = null;
    for (Work work = take(); work != null; work = take()) {
      if (work.loader != null) {
        reader = load(work.loader, reader);
      }
      if (work.job != null && reader != null) {
        deliver(read(reader, work.job));
      }
    }
    close(reader);
  }

  private @Nullable CanvasRecognizer load(
      Supplier<CanvasRecognizer> next, @Nullable CanvasRecognizer before) {
    CanvasRecognizer reader;
    try {
      reader = next.get();
    } catch (Throwable cause) { // a missing native library is an Error
      deliver(new Reading.LoadFailure(cause));
      return before;
    }
    close(before);
    deliver(new Reading.Loaded());
    return reader;
  }

  /** Readers hold native memory, which no garbage collection sees. */
  private static void close(@Nullable CanvasRecognizer reader) {
    if (reader instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception cause) {
        LoggerFactory.getLogger(LiveRecognizer.class).error("the reader was not closed", cause);
      }
    }
  }

  private static Reading read(CanvasRecognizer reader, Job job) {
    try {
      return new Reading.Result(job.sequence, reader.read(job.subject));
    } catch (Throwable cause) { // one bad drawing must not end the thread
      return new Reading.Failure(job.sequence, cause);
    }
  }

  /** Waits for something to do; null once all is over. */
  private @Nullable Work take() {
    synchronized (lock) {
      while (pending == null && loader == null && !finished) {
        try {
          lock.wait();
        } catch (InterruptedException end) {
          Thread.currentThread().interrupt();
          return null;
        }
      }
      Work work = finished ? null : new Work(loader, pending);
      loader = null;
      pending = null;
      return work;
    }
  }

  private void deliver(Reading reading) {
    synchronized (lock) {
      boolean stale = reading.sequence() != 0 && reading.sequence() <= discarded;
      if (finished || stale) {
        return;
      }
    }
    try {
      listener.accept(reading);
    } catch (RuntimeException cause) {
      LoggerFactory.getLogger(LiveRecognizer.class).error("a listener failed", cause);
    }
  }
}
