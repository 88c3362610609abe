package org.digitpad.ui.answer;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** One digit's line: the digit, its bar, and its percentage right-aligned in a fixed width. */
final class ProbabilityBar extends Region {
  private static final PseudoClass WINNER = PseudoClass.getPseudoClass("winner");
  private static final double THICKEST = 16;
  private static final double GAP = 16;

  private final int digit;
  private final Label name;
  private final Label percentage = new Label();
  private final Region track = new Region();
  private final Region fill = new Region();
  private double length;

  ProbabilityBar(int digit) {
    this.digit = digit;
    this.name = new Label(String.valueOf(digit));
    getStyleClass().add("probability");
    name.getStyleClass().add("probability-digit");
    percentage.getStyleClass().add("probability-percentage");
    percentage.setId("percentage-" + digit);
    percentage.setAlignment(Pos.CENTER_RIGHT);
    track.getStyleClass().add("probability-track");
    fill.getStyleClass().add("probability-fill");
    setAccessibleRole(AccessibleRole.TEXT);
    getChildren().addAll(name, track, fill, percentage);
  }

  /** Says what the bar will show; its length is set on its own, as it glides there. */
  void show(Answer answer) {
    String text =
        answer.isReading()
            ? String.format(Locale.ROOT, "%.1f%%", 100 * answer.probabilities().get(digit))
            : "";
    percentage.setText(text);
    pseudoClassStateChanged(WINNER, answer.isWinner(digit));
    setAccessibleText(digit + ": " + (answer.isReading() ? text : "no reading"));
  }

  /** Sets how much of the track is filled, from 0 to 1. */
  void setLength(double next) {
    if (next != length) {
      length = next;
      requestLayout();
    }
  }

  double length() {
    return length;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 24;
  }

  @Override
  protected void layoutChildren() {
    double height = getHeight();
    double nameWidth = snapSizeX(name.prefWidth(-1));
    double percentageWidth = snapSizeX(widest());
    double thickness = Math.min(THICKEST, Math.round(height * 0.2) * 2);
    double left = nameWidth + GAP;
    double room = Math.max(0, getWidth() - left - percentageWidth - 8);
    double top = snapPositionY((height - thickness) / 2);
    name.resizeRelocate(0, 0, nameWidth, height);
    track.resizeRelocate(left, top, room, thickness);
    fill.resizeRelocate(left, top, length * room, thickness);
    fill.setVisible(length * room >= 0.5);
    percentage.resizeRelocate(getWidth() - percentageWidth, 0, percentageWidth, height);
  }

  /** Space for the widest percentage in this font, bold as the winner is, so that nothing jumps. */
  private double widest() {
    return 4.2 * percentage.getFont().getSize();
  }
}
