package org.digitpad.recognize.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.function.Supplier;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.recognize.Prediction;
import org.digitpad.recognize.live.RecognitionEvent.LoadFailed;
import org.digitpad.recognize.live.RecognitionEvent.Loaded;
import org.digitpad.recognize.live.RecognitionEvent.RecognitionFailed;
import org.digitpad.recognize.live.RecognitionEvent.Recognized;
import org.digitpad.recognize.sequence.BoundingBox;
import org.digitpad.recognize.sequence.DigitSequence;
import org.digitpad.recognize.sequence.SequenceDigit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveRecognizerTest {
  private final BlockingQueue<RecognitionEvent> events = new LinkedBlockingQueue<>();
  private final SlowRecognizer slow = new SlowRecognizer();
  private LiveRecognizer recognizer = recognizer(() -> slow);

  @AfterEach
  void close() {
    recognizer.close();
  }

  @Test
  void loadsAndRecognizesOnItsOwnThread() throws InterruptedException {
    Thread[] loading = new Thread[1];
    recognizer =
        recognizer(
            () -> {
              loading[0] = Thread.currentThread();
              return (drawing, growing) -> digits(3);
            });

    long number = recognizer.submit(drawing(1), true);

    assertThat(events.take()).isInstanceOf(Loaded.class);
    assertThat(events.take()).isEqualTo(new Recognized(number, digits(3)));
    assertThat(loading[0]).isNotEqualTo(Thread.currentThread());
    assertThat(loading[0].isDaemon()).isTrue();
  }

  @Test
  void warmsUpWithoutADrawing() throws InterruptedException {
    recognizer.warmUp();
    recognizer.warmUp();

    assertThat(events.take()).isInstanceOf(Loaded.class);
    assertThat(events).isEmpty();
  }

  @Test
  void theLatestDrawingReplacesPendingOnes() throws InterruptedException {
    recognizer.submit(drawing(1), true);
    CanvasContent first = slow.begun.take();
    recognizer.submit(drawing(2), true);
    recognizer.submit(drawing(3), true);
    long last = recognizer.submit(drawing(4), true);
    slow.finish.put(digits(1));
    CanvasContent second = slow.begun.take();
    slow.finish.put(digits(4));

    assertThat(first).isEqualTo(drawing(1));
    assertThat(second).isEqualTo(drawing(4));
    assertThat(events.take()).isInstanceOf(Loaded.class);
    assertThat(events.take()).isInstanceOf(Recognized.class);
    assertThat(events.take()).isEqualTo(new Recognized(last, digits(4)));
  }

  @Test
  void discardedDrawingsAreNeitherRecognizedNorDelivered() throws InterruptedException {
    recognizer.submit(drawing(1), true);
    slow.begun.take();
    recognizer.submit(drawing(2), true);
    long discarded = recognizer.discard();
    slow.finish.put(digits(1));
    long next = recognizer.submit(drawing(3), true);
    CanvasContent read = slow.begun.take();
    slow.finish.put(digits(3));

    assertThat(next).isGreaterThan(discarded);
    assertThat(read).isEqualTo(drawing(3));
    assertThat(events.take()).isInstanceOf(Loaded.class);
    assertThat(events.take()).isEqualTo(new Recognized(next, digits(3)));
  }

  @Test
  void continuesAfterADrawingThatFails() throws InterruptedException {
    RuntimeException cause = new IllegalStateException("no");
    recognizer =
        recognizer(
            () ->
                (drawing, growing) -> {
                  if (drawing.equals(drawing(1))) {
                    throw cause;
                  }
                  return digits(2);
                });

    long bad = recognizer.submit(drawing(1), true);
    assertThat(events.take()).isInstanceOf(Loaded.class);
    assertThat(events.take()).isEqualTo(new RecognitionFailed(bad, cause));
    long good = recognizer.submit(drawing(2), true);
    assertThat(events.take()).isEqualTo(new Recognized(good, digits(2)));
  }

  @Test
  void reportsAnErrorOfLoading() throws InterruptedException {
    Error cause = new UnsatisfiedLinkError("libnothing.so");
    recognizer = failing(cause);

    recognizer.submit(drawing(1), true);

    assertThat(events.take()).isEqualTo(new LoadFailed(cause));
    assertThat(recognizer.submit(drawing(2), true)).isEqualTo(2);
    assertThat(events).isEmpty();
  }

  @Test
  void deliversNothingOnceClosed() throws InterruptedException {
    recognizer.submit(drawing(1), true);
    slow.begun.take();
    recognizer.close();
    slow.finish.put(digits(1));
    recognizer.submit(drawing(2), true);
    slow.thread.join();

    assertThat(events.take()).isInstanceOf(Loaded.class);
    assertThat(events).isEmpty();
  }

  @Test
  void endsItsThreadIfClosedWhileItWaits() throws InterruptedException {
    recognizer.submit(drawing(1), true);
    slow.begun.take();
    slow.finish.put(digits(1));
    recognizer.close();

    slow.thread.join();
    assertThat(slow.thread.isAlive()).isFalse();
  }

  @Test
  void survivesAListenerThatFailsAndReportsIt() throws InterruptedException {
    BlockingQueue<Throwable> reported = new LinkedBlockingQueue<>();
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, cause) -> reported.add(cause));
    CountDownLatch called = new CountDownLatch(3);
    recognizer =
        new LiveRecognizer(
            () -> (drawing, growing) -> digits(1),
            event -> {
              called.countDown();
              throw new IllegalStateException("a listener that fails on purpose");
            });

    recognizer.submit(drawing(1), true);
    while (called.getCount() > 1) {
      Thread.onSpinWait();
    }
    recognizer.submit(drawing(2), true);

    called.await();
    try {
      // all of them, or a later test would get the last one
      for (int i = 0; i < 3; i++) {
        assertThat(reported.take()).hasMessage("a listener that fails on purpose");
      }
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
  }

  @Test
  void usesTheNewRecognizerOnceReplaced() throws InterruptedException {
    recognizer = recognizer(() -> (drawing, growing) -> digits(1));
    recognizer.submit(drawing(1), true);
    assertThat(events.take()).isInstanceOf(Loaded.class);
    events.take();

    recognizer.replace(() -> (drawing, growing) -> digits(9));
    long next = recognizer.submit(drawing(2), true);

    assertThat(events.take()).isInstanceOf(Loaded.class);
    assertThat(events.take()).isEqualTo(new Recognized(next, digits(9)));
  }

  @Test
  void canBeReplacedAfterLoadingFailed() throws InterruptedException {
    Error cause = new UnsatisfiedLinkError("libnothing.so");
    recognizer = failing(cause);
    recognizer.submit(drawing(1), true);
    assertThat(events.take()).isEqualTo(new LoadFailed(cause));

    recognizer.replace(() -> (drawing, growing) -> digits(9));
    long next = recognizer.submit(drawing(2), true);

    assertThat(events.take()).isInstanceOf(Loaded.class);
    assertThat(events.take()).isEqualTo(new Recognized(next, digits(9)));
  }

  private LiveRecognizer failing(Error cause) {
    return recognizer(
        () -> {
          throw cause;
        });
  }

  private LiveRecognizer recognizer(Supplier<CanvasRecognizer> loader) {
    return new LiveRecognizer(loader, events::add);
  }

  private static CanvasContent drawing(int id) {
    return new CanvasContent(new Drawing(List.of(new Stroke(List.of(new InkPoint(id, id))))));
  }

  private static DigitSequence digits(int digit) {
    float[] probabilities = new float[10];
    probabilities[digit] = 1;
    Prediction prediction = new Prediction(DigitImage.BLANK, probabilities, 8, false, 1);
    return new DigitSequence(
        new SequenceDigit(Drawing.BLANK, new BoundingBox(0, 0, 0, 0), prediction));
  }

  /** Hands over each drawing, and returns the prediction that the test hands back. */
  private static final class SlowRecognizer implements CanvasRecognizer {
    final BlockingQueue<CanvasContent> begun = new SynchronousQueue<>();
    final BlockingQueue<DigitSequence> finish = new SynchronousQueue<>();
    volatile Thread thread = Thread.currentThread();

    @Override
    public DigitSequence recognize(CanvasContent content, boolean growing) {
      thread = Thread.currentThread();
      try {
        begun.put(content);
        return finish.take();
      } catch (InterruptedException end) {
        throw new IllegalStateException(end);
      }
    }
  }
}
