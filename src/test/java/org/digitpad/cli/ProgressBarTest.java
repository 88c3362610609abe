package org.digitpad.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class ProgressBarTest {
  private final StringWriter text = new StringWriter();
  private long millis;

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

  private ProgressBar bar(boolean terminal) {
    return new ProgressBar(
        new PrintWriter(text), terminal, () -> TimeUnit.MILLISECONDS.toNanos(millis));
  }
}
