package org.digitpad.ui.answer;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.layout.Region;
import org.digitpad.ui.common.FrameTimer;

/**
 * Ten bars, one for each digit. Percentages change at once; the lengths of the bars follow in an
 * exponential animation of about 100 ms, unless motion is reduced.
 */
public final class ProbabilityBars extends Region {
  /** Time constant: 63% of the way is done after this time, 95% after 100 ms. */
  private static final double TIME_CONSTANT_NANOS = 33e6;

  /** A bar this close to its target jumps there, as nobody sees the difference. */
  private static final double TOLERANCE = 0.001;

  private static final double MAX_ROW_HEIGHT = 48;

  private final List<ProbabilityBar> bars =
      IntStream.range(0, 10).mapToObj(ProbabilityBar::new).toList();
  private final ObservableBooleanValue motionReduced;
  private final LengthAnimation animation = new LengthAnimation();
  private Answer answer = Answer.WARMING_UP;

  public ProbabilityBars(ObservableBooleanValue motionReduced) {
    this.motionReduced = motionReduced;
    setId("bars");
    getChildren().addAll(bars);
  }

  public void show(Answer next) {
    answer = next;
    bars.forEach(bar -> bar.show(next));
    if (motionReduced.get()) {
      bars.forEach(bar -> bar.setLength(target(bar)));
    } else {
      animation.ensureRunning();
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    return 240;
  }

  @Override
  protected void layoutChildren() {
    double row = Math.min(MAX_ROW_HEIGHT, Math.floor(getHeight() / bars.size()));
    double top = Math.floor((getHeight() - row * bars.size()) / 2);
    for (int i = 0; i < bars.size(); i++) {
      bars.get(i).resizeRelocate(0, top + i * row, getWidth(), row);
    }
  }

  private double target(ProbabilityBar bar) {
    return answer.probability(bars.indexOf(bar));
  }

  private final class LengthAnimation extends FrameTimer {
    private long lastFrame;

    void ensureRunning() {
      if (!isRunning()) {
        lastFrame = 0;
        start();
      }
    }

    @Override
    protected void frame(long now) {
      // for the first frame, assume that the display runs at 60 Hz
      double elapsed = lastFrame == 0 ? 1e9 / 60 : now - lastFrame;
      lastFrame = now;
      double share = 1 - Math.exp(-elapsed / TIME_CONSTANT_NANOS);
      boolean arrived = true;
      for (ProbabilityBar bar : bars) {
        double remaining = target(bar) - bar.length();
        boolean close = Math.abs(remaining) < TOLERANCE;
        bar.setLength(close ? target(bar) : bar.length() + remaining * share);
        arrived &= close;
      }
      if (arrived) {
        stop();
      }
    }
  }
}
