package org.digitpad.recognize.live;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.digitpad.ink.CanvasContent;
import org.digitpad.recognize.live.RecognitionEvent.LoadFailed;
import org.digitpad.recognize.live.RecognitionEvent.Loaded;
import org.digitpad.recognize.live.RecognitionEvent.RecognitionFailed;
import org.digitpad.recognize.live.RecognitionEvent.Recognized;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes a drawing while it grows, on one inference thread. No method blocks: the latest
 * drawing replaces one that is still pending, and events arrive in the order of the drawings.
 *
 * <p>The recognizer is loaded on the inference thread too, since the first load may take seconds.
 */
public final class LiveRecognizer implements AutoCloseable {
  private record Request(long sequence, CanvasContent content, boolean growing) {}

  /** The next work of the inference thread: first load the recognizer, then serve the request. */
  private record Work(@Nullable Supplier<CanvasRecognizer> loader, @Nullable Request request) {}

  private final Consumer<RecognitionEvent> listener;
  private final Object lock = new Object();

  // guarded by lock
  private @Nullable Supplier<CanvasRecognizer> loader;
  private @Nullable Request pending;
  private long sequence;
  private long discarded;
  private boolean started;
  private boolean closed;

  /**
   * @param loader loads the recognizer; slow, called once, on the inference thread
   * @param listener receives every event, on the inference thread; must return quickly
   */
  public LiveRecognizer(Supplier<CanvasRecognizer> loader, Consumer<RecognitionEvent> listener) {
    this.loader = loader;
    this.listener = listener;
  }

  /** Starts to load the recognizer; {@link #submit} does so too. */
  public void warmUp() {
    synchronized (lock) {
      start();
    }
  }

  /**
   * Replaces the recognizer. If the new one fails to load, the old one stays.
   *
   * @param loader loads the new recognizer, as in the constructor
   */
  public void replace(Supplier<CanvasRecognizer> loader) {
    synchronized (lock) {
      this.loader = loader;
      start();
      lock.notifyAll();
    }
  }

  /**
   * Submits a drawing and returns at once. It replaces a drawing that is still pending.
   *
   * @param growing whether its last stroke is still being drawn
   * @return the sequence number of its event, higher than all earlier ones
   */
  public long submit(CanvasContent content, boolean growing) {
    synchronized (lock) {
      sequence++;
      if (!closed) {
        pending = new Request(sequence, content, growing);
        start();
        lock.notifyAll();
      }
      return sequence;
    }
  }

  /**
   * Discards all submitted drawings: a pending one is not recognized, and the result of the current
   * one is not delivered. A delivery that has already begun continues; the listener can tell it by
   * its sequence number.
   *
   * @return a number above those of all discarded drawings
   */
  public long discard() {
    synchronized (lock) {
      pending = null;
      discarded = ++sequence;
      return discarded;
    }
  }

  /**
   * Ends the inference thread after the current drawing, whose event is not delivered unless its
   * delivery has already begun. Does not block.
   */
  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      pending = null;
      lock.notifyAll();
    }
  }

  private void start() {
    if (!started && !closed) {
      started = true;
      Thread thread = new Thread(this::run, "digitpad-inference");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void run() {
    CanvasRecognizer recognizer = null;
    for (Work work = take(); work != null; work = take()) {
      if (work.loader != null) {
        recognizer = load(work.loader, recognizer);
      }
      if (work.request != null && recognizer != null) {
        deliver(recognize(recognizer, work.request));
      }
    }
  }

  private @Nullable CanvasRecognizer load(
      Supplier<CanvasRecognizer> next, @Nullable CanvasRecognizer current) {
    CanvasRecognizer recognizer;
    try {
      recognizer = next.get();
    } catch (Throwable cause) { // a missing native library is an Error
      deliver(new LoadFailed(cause));
      return current;
    }
    deliver(new Loaded());
    return recognizer;
  }

  private static RecognitionEvent recognize(CanvasRecognizer recognizer, Request request) {
    try {
      return new Recognized(
          request.sequence, recognizer.recognize(request.content, request.growing));
    } catch (Throwable cause) { // one bad drawing must not end the thread
      return new RecognitionFailed(request.sequence, cause);
    }
  }

  /** Blocks until there is work; returns null once closed. */
  private @Nullable Work take() {
    synchronized (lock) {
      while (pending == null && loader == null && !closed) {
        try {
          lock.wait();
        } catch (InterruptedException end) {
          Thread.currentThread().interrupt();
          return null;
        }
      }
      Work work = closed ? null : new Work(loader, pending);
      loader = null;
      pending = null;
      return work;
    }
  }

  private void deliver(RecognitionEvent event) {
    synchronized (lock) {
      boolean stale = event.sequence() != 0 && event.sequence() <= discarded;
      if (closed || stale) {
        return;
      }
    }
    try {
      listener.accept(event);
    } catch (RuntimeException | Error cause) { // must not end the thread, but is told as if it did
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, cause);
    }
  }
}
