package org.digitpad.recognize;

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
import org.digitpad.recognize.RecognitionEvent.LoadFailed;
import org.digitpad.recognize.RecognitionEvent.Loaded;
import org.digitpad.recognize.RecognitionEvent.RecognitionFailed;
import org.digitpad.recognize.RecognitionEvent.Recognized;
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
              return drawing -> prediction(3);
            });

    long number = recognizer.submit(drawing(1));

    assertThat(events.take()).isInstanceOf(Loaded.class);
    assertThat(events.take()).isEqualTo(new Recognized(number, prediction(3)));
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
    recognizer.submit(drawing(1));
    CanvasContent first = slow.begun.take();
    recognizer.submit(drawing(2));
    recognizer.submit(drawing(3));
    long last = recognizer.submit(drawing(4));
    slow.finish.put(prediction(1));
    CanvasContent second = slow.begun.take();
    slow.finish.put(prediction(4));

    assertThat(first).isEqualTo(drawing(1));
    assertThat(second).isEqualTo(drawing(4));
    assertThat(events.take()).isInstanceOf(Loaded.class);
    assertThat(events.take()).isInstanceOf(Recognized.class);
    assertThat(events.take()).isEqualTo(new Recognized(last, prediction(4)));
  }

  @Test
  void discardedDrawingsAreNeitherRecognizedNorDelivered() throws InterruptedException {
    recognizer.submit(drawing(1));
    slow.begun.take();
    recognizer.submit(drawing(2));
    long discarded = recognizer.discard();
    slow.finish.put(prediction(1));
    long next = recognizer.submit(drawing(3));
    CanvasContent read = slow.begun.take();
    slow.finish.put(prediction(3));

    assertThat(next).isGreaterThan(discarded);
    assertThat(read).isEqualTo(drawing(3));
    assertThat(events.take()).isInstanceOf(Loaded.class);
    assertThat(events.take()).isEqualTo(new Recognized(next, prediction(3)));
  }

  @Test
  void continuesAfterADrawingThatFails() throws InterruptedException {
    RuntimeException cause = new IllegalStateException("no");
    recognizer =
        recognizer(
            () ->
                drawing -> {
                  if (drawing.equals(drawing(1))) {
                    throw cause;
                  }
                  return prediction(2);
                });

    long bad = recognizer.submit(drawing(1));
    assertThat(events.take()).isInstanceOf(Loaded.class);
    assertThat(events.take()).isEqualTo(new RecognitionFailed(bad, cause));
    long good = recognizer.submit(drawing(2));
    assertThat(events.take()).isEqualTo(new Recognized(good, prediction(2)));
  }

  @Test
  void reportsAnErrorOfLoading() throws InterruptedException {
    Error cause = new UnsatisfiedLinkError("libnothing.so");
    recognizer = failing(cause);

    recognizer.submit(drawing(1));

    assertThat(events.take()).isEqualTo(new LoadFailed(cause));
    assertThat(recognizer.submit(drawing(2))).isEqualTo(2);
    assertThat(events).isEmpty();
  }

  @Test
  void deliversNothingOnceClosed() throws InterruptedException {
    recognizer.submit(drawing(1));
    slow.begun.take();
    recognizer.close();
    slow.finish.put(prediction(1));
    recognizer.submit(drawing(2));
    slow.thread.join();

    assertThat(events.take()).isInstanceOf(Loaded.class);
    assertThat(events).isEmpty();
  }

  @Test
  void endsItsThreadIfClosedWhileItWaits() throws InterruptedException {
    recognizer.submit(drawing(1));
    slow.begun.take();
    slow.finish.put(prediction(1));
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
            () -> drawing -> prediction(1),
            event -> {
              called.countDown();
              throw new IllegalStateException("a listener that fails on purpose");
            });

    recognizer.submit(drawing(1));
    while (called.getCount() > 1) {
      Thread.onSpinWait();
    }
    recognizer.submit(drawing(2));

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
    recognizer = recognizer(() -> drawing -> prediction(1));
    recognizer.submit(drawing(1));
    assertThat(events.take()).isInstanceOf(Loaded.class);
    events.take();

    recognizer.replace(() -> drawing -> prediction(9));
    long next = recognizer.submit(drawing(2));

    assertThat(events.take()).isInstanceOf(Loaded.class);
    assertThat(events.take()).isEqualTo(new Recognized(next, prediction(9)));
  }

  @Test
  void canBeReplacedAfterLoadingFailed() throws InterruptedException {
    Error cause = new UnsatisfiedLinkError("libnothing.so");
    recognizer = failing(cause);
    recognizer.submit(drawing(1));
    assertThat(events.take()).isEqualTo(new LoadFailed(cause));

    recognizer.replace(() -> drawing -> prediction(9));
    long next = recognizer.submit(drawing(2));

    assertThat(events.take()).isInstanceOf(Loaded.class);
    assertThat(events.take()).isEqualTo(new Recognized(next, prediction(9)));
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

  private static Prediction prediction(int digit) {
    float[] probabilities = new float[10];
    probabilities[digit] = 1;
    return new Prediction(DigitImage.BLANK, probabilities, 8, false, 1);
  }

  /** Hands over each drawing, and returns the prediction that the test hands back. */
  private static final class SlowRecognizer implements CanvasRecognizer {
    final BlockingQueue<CanvasContent> begun = new SynchronousQueue<>();
    final BlockingQueue<Prediction> finish = new SynchronousQueue<>();
    volatile Thread thread = Thread.currentThread();

    @Override
    public Prediction recognize(CanvasContent content) {
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
