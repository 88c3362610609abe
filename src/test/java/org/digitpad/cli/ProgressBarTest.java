package org.digitpad.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProgressBarTest {
  private final StringWriter text = new StringWriter();
  private long millis;
  private int columns = 80;

  @Test
  void redrawsItselfOnATerminal() {
    ProgressBar bar = bar(true);

    bar.show(0, () -> "start");
    millis += 99;
    bar.show(0.25, () -> fail("too soon"));
    millis += 1;
    bar.show(0.5, () -> "1,000");
    bar.show(1, () -> "end");
    bar.clear();

    assertThat(text.toString().split("\r"))
        .containsExactly(
            "",
            "[........................]   0% start",
            "[############............]  50% 1,000",
            "[########################] 100% end  ",
            " ".repeat(35));
    assertThat(text.toString()).endsWith("\r").doesNotContain("\n");
  }

  @Test
  void printsAPlainLineNowAndThenElsewhere() {
    ProgressBar bar = bar(false);

    for (int second = 0; second <= 25; second++) {
      String details = "second " + second;
      bar.show(second / 25.0, () -> details);
      millis += 1_000;
    }
    bar.clear();

    assertThat(text.toString()).doesNotContain("\r");
    assertThat(text.toString().lines()).containsExactly(" 40% second 10", " 80% second 20");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 20, 40, 60, 79, 80, 120})
  void isNeverWiderThanTheTerminal(int terminalColumns) {
    columns = terminalColumns;
    ProgressBar bar = bar(true);
    String details = "epoch 3 of 10, 24,300 samples/s, loss 0.0123, accuracy 0.9912, 18 s left";
    for (int i = 0; i <= 10; i++) {
      double done = i / 10.0;
      bar.show(done, () -> details);
      millis += 1_000;
    }
    bar.clear();

    assertThat(text.toString()).doesNotContain("\n");
    assertThat(text.toString().split("\r"))
        .allMatch(line -> line.length() <= Math.max(1, terminalColumns - 1));
  }

  @Test
  void aNarrowTerminalShowsTheTextBeforeTheBar() {
    columns = 24;
    ProgressBar bar = bar(true);
    bar.show(0.5, () -> "epoch 3 of 10");

    assertThat(text.toString()).isEqualTo("\r 50% epoch 3 of 10");
  }

  private ProgressBar bar(boolean terminal) {
    return new ProgressBar(
        new PrintWriter(text),
        terminal,
        () -> columns,
        () -> TimeUnit.MILLISECONDS.toNanos(millis));
  }
}
