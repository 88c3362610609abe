package org.digitpad.ui.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.digitpad.i18n.PlainText;
import org.digitpad.ui.common.UiQueue;
import org.junit.jupiter.api.Test;

class UnexpectedErrorsViewModelTest {
  private final UiQueue ui = new UiQueue();
  private final List<Throwable> logged = new ArrayList<>();
  private final UnexpectedErrorsViewModel errors =
      new UnexpectedErrorsViewModel(ui, (thread, cause) -> logged.add(cause));

  @Test
  void tellsAnErrorInASentenceAndItsDetailsOnRequest() {
    assertThat(message()).isEmpty();

    happens(new ArrayIndexOutOfBoundsException("Index 10 out of bounds for length 10"));

    assertThat(message())
        .isEqualTo(
            "Something in DigitPad went wrong (ArrayIndexOutOfBoundsException). You can go on. If it"
                + " happens again, copy the details and report them.");
    assertThat(errors.details())
        .startsWith("DigitPad ")
        .contains("Java " + System.getProperty("java.version"), System.getProperty("os.name"))
        .contains("1 × ", "[digitpad-files] java.lang.ArrayIndexOutOfBoundsException: Index 10")
        .contains("\tat " + getClass().getName());
  }

  @Test
  void saysWhatToDoAgainstALackOfMemory() {
    happens(new OutOfMemoryError("Java heap space"));

    assertThat(message()).startsWith("DigitPad ran out of memory: ").contains("-Xmx");
  }

  @Test
  void countsAnErrorThatRepeatsItself() {
    AtomicInteger changes = new AtomicInteger();
    errors.messageProperty().addListener((property, before, now) -> changes.incrementAndGet());
    for (int frame = 0; frame < 2_345; frame++) {
      happens(layoutError());
    }

    assertThat(message()).endsWith("report them. It has happened 1,000 times.");
    assertThat(changes).hasValue(4);
    assertThat(logged).hasSize(2_345);
    assertThat(errors.details()).contains("2345 × ").containsOnlyOnce("IllegalStateException");
  }

  @Test
  void whatIsDismissedStaysSoAndOtherErrorsAreTold() {
    happens(layoutError());
    errors.dismiss();
    assertThat(message()).isEmpty();

    for (int frame = 0; frame < 100; frame++) {
      happens(layoutError());
    }
    assertThat(message()).isEmpty();
    happens(new StackOverflowError());
    assertThat(message()).contains("StackOverflowError");
    assertThat(errors.details()).contains("IllegalStateException", "StackOverflowError", "101 × ");
  }

  @Test
  void neverThrowsAndKeepsItsSize() {
    UnexpectedErrorsViewModel closed =
        new UnexpectedErrorsViewModel(
            task -> {
              throw new OutOfMemoryError("no room for the task");
            },
            (thread, cause) -> {
              throw new OutOfMemoryError("no room for the log");
            });
    for (int i = 0; i < 1_000; i++) {
      Throwable cause = new IllegalStateException("\u001b[2J" + "x".repeat(100_000));
      cause.setStackTrace(
          new StackTraceElement[] {new StackTraceElement("Class", "method", "File", i)});
      closed.uncaughtException(Thread.currentThread(), cause);
    }

    assertThat(closed.details()).hasSizeLessThan(400_000);
    assertThat(closed.details().replace("\n", "").replace("\t", "").chars())
        .noneMatch(PlainText::isUnsafe);
  }

  @Test
  void anErrorWhileAnErrorIsShownDoesNotGoOnForEver() {
    AtomicInteger shown = new AtomicInteger();
    errors
        .messageProperty()
        .addListener(
            (property, before, now) -> {
              shown.incrementAndGet();
              // as the layout of the bar would do, in each of the next frames
              for (int frame = 0; frame < 3; frame++) {
                errors.uncaughtException(
                    Thread.currentThread(), new IllegalStateException("again"));
              }
            });

    happens(layoutError());

    assertThat(shown.get()).isLessThan(10);
    assertThat(ui.isEmpty()).isTrue();
  }

  private void happens(Throwable cause) {
    errors.uncaughtException(new Thread("digitpad-files"), cause);
    ui.drain();
  }

  private String message() {
    return errors.messageProperty().get();
  }

  private static Throwable layoutError() {
    return new IllegalStateException("layout");
  }
}
