package org.digitpad.ui.answer;

import java.util.List;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.layout.Region;

/**
 * Ten bars. Their numbers are always those of the last answer; their lengths glide there in about a
 * tenth of a second, from wherever they are.
 */
public final class ProbabilityBars extends Region {
  /** After this time 63% of the way is done; after 100 ms, 95%. */
  private static final double PACE_NANOS = 33e6;

  /** A difference that nobody sees. */
  private static final double ARRIVED = 0.001;

  private static final double HIGHEST_ROW = 48;

  private final List<ProbabilityBar> bars =
      IntStream.range(0, 10).mapToObj(ProbabilityBar::new).toList();
  private final ObservableBooleanValue still;
  private final Glide glide = new Glide();
  private Answer answer = Answer.WARMING_UP;

  public ProbabilityBars(ObservableBooleanValue still) {
    this.still = still;
    setId("bars");
    getChildren().addAll(bars);
  }

  public void show(Answer next) {
    answer = next;
    bars.forEach(bar -> bar.show(next));
    if (still.get()) {
      bars.forEach(bar -> bar.setLength(target(bar)));
    } else {
      glide.begin();
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    return 240;
  }

  @Override
  protected void layoutChildren() {
    double row = Math.min(HIGHEST_ROW, Math.floor(getHeight() / bars.size()));
    double top = Math.floor((getHeight() - row * bars.size()) / 2);
    for (int i = 0; i < bars.size(); i++) {
      bars.get(i).resizeRelocate(0, top + i * row, getWidth(), row);
    }
  }

  private double target(ProbabilityBar bar) {
    return answer.probabilities().get(bars.indexOf(bar));
  }

  private final class Glide extends AnimationTimer {
    private long before;
    private boolean gliding;

    void begin() {
      if (!gliding) {
        gliding = true;
        before = 0;
        start();
      }
    }

    @Override
    public void handle(long now) {
      // the first frame has no frame before it: as if the display ran at 60 Hz
      double elapsed = before == 0 ? 1e9 / 60 : now - before;
      before = now;
      double share = 1 - Math.exp(-elapsed / PACE_NANOS);
      boolean arrived = true;
      for (ProbabilityBar bar : bars) {
        double way = target(bar) - bar.length();
        boolean close = Math.abs(way) < ARRIVED;
        bar.setLength(close ? target(bar) : bar.length() + way * share);
        arrived &= close;
      }
      if (arrived) {
        gliding = false;
        stop();
      }
    }
  }
}
