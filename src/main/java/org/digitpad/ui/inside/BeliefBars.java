package org.digitpad.ui.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.Numbers;

/** The probabilities of the ten digits as upright bars in little space. */
final class BeliefBars extends Region {
  static final double HEIGHT = 88;

  private static final double TEXT = 18;
  private static final double THICKNESS = 16;
  private static final double OVERLAP = 4;
  private static final int DIGITS = 10;
  private static final PseudoClass PREDICTED = PseudoClass.getPseudoClass("predicted");

  private final List<Bar> bars = new ArrayList<>();

  private static final class Bar {
    final Region track = new Region();
    final Region fill = new Region();
    final Label digit;
    final Label percentage = new Label();
    double share;

    Bar(int digit) {
      this.digit = new Label(String.valueOf(digit));
      track.getStyleClass().add("belief-track");
      fill.getStyleClass().add("belief-fill");
      this.digit.getStyleClass().add("belief-digit");
      percentage.getStyleClass().add("belief-percentage");
      percentage.setId("belief-" + digit);
      this.digit.setAlignment(Pos.CENTER);
      percentage.setAlignment(Pos.CENTER);
    }
  }

  /**
   * @param pointed told which digit the pointer is on; -1 when it leaves them
   */
  BeliefBars(IntConsumer pointed) {
    setOnMouseMoved(event -> pointed.accept(digitAt(event.getX())));
    setOnMouseExited(event -> pointed.accept(-1));
    setManaged(false);
    setId("belief-bars");
    setAccessibleRole(AccessibleRole.TEXT);
    for (int i = 0; i < DIGITS; i++) {
      Bar bar = new Bar(i);
      bars.add(bar);
      getChildren().addAll(bar.track, bar.fill, bar.digit, bar.percentage);
    }
    show(new float[0]);
  }

  private int digitAt(double x) {
    return Math.max(0, Math.min(DIGITS - 1, (int) (x / slot())));
  }

  private double slot() {
    return Math.max(1, Math.floor(getWidth() / DIGITS));
  }

  /**
   * Shows probabilities.
   *
   * @param probabilities of the ten digits; empty if there are none
   */
  void show(float[] probabilities) {
    int winner = 0;
    for (int i = 0; i < probabilities.length; i++) {
      winner = probabilities[i] > probabilities[winner] ? i : winner;
    }
    for (int i = 0; i < DIGITS; i++) {
      boolean known = i < probabilities.length;
      boolean predicted = known && i == winner;
      Bar bar = bars.get(i);
      bar.share = known ? probabilities[i] : 0;
      bar.percentage.setText(known ? Numbers.percent(bar.share, 0) : "");
      for (Region part : List.of(bar.fill, bar.digit, bar.percentage)) {
        part.pseudoClassStateChanged(PREDICTED, predicted);
      }
    }
    setAccessibleText(
        probabilities.length == 0
            ? Messages.get("ui.inside.bars.none")
            : Messages.get("ui.inside.bars", winner, Numbers.percent(probabilities[winner], 1)));
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double slot = slot();
    double available = Math.max(0, getHeight() - 2 * TEXT);
    for (int i = 0; i < DIGITS; i++) {
      Bar bar = bars.get(i);
      double left = i * slot + Math.floor((slot - THICKNESS) / 2);
      double length = bar.share * available;
      // 100% is wider than its column, and its neighbors are 0% then
      bar.percentage.resizeRelocate(i * slot - OVERLAP, 0, slot + 2 * OVERLAP, TEXT);
      bar.track.resizeRelocate(left, TEXT, THICKNESS, available);
      bar.fill.resizeRelocate(left, TEXT + available - length, THICKNESS, length);
      bar.fill.setVisible(length >= 0.5);
      bar.digit.resizeRelocate(i * slot, TEXT + available, slot, TEXT);
    }
  }
}
