package org.digitpad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class ProgressBarTest {
  private final StringWriter text = new StringWriter();
  private long millis;

  @Test
  void drawsOverItselfOnATerminal() {
    ProgressBar line = line(true);

    line.show(0, "%s", "start");
    millis += 99;
    line.show(0.25, "%s", "too soon");
    millis += 1;
    line.show(0.5, "%,d", 1_000);
    line.show(1, "%s", "end");
    line.clear();

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
    ProgressBar line = line(false);

    for (int second = 0; second <= 25; second++) {
      line.show(second / 25.0, "second %d", second);
      millis += 1_000;
    }
    line.clear();

    assertThat(text.toString()).doesNotContain("\r");
    assertThat(text.toString().lines()).containsExactly(" 40% second 10", " 80% second 20");
  }

  private ProgressBar line(boolean terminal) {
    return new ProgressBar(
        new PrintWriter(text), terminal, () -> TimeUnit.MILLISECONDS.toNanos(millis));
  }
}
