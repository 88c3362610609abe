package org.digitpad.ui.answer;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.Numbers;

/** The row of one digit: the digit, its bar, and its percentage, right-aligned in a fixed width. */
final class ProbabilityBar extends Region {
  private static final PseudoClass PREDICTED = PseudoClass.getPseudoClass("predicted");
  private static final double MAX_THICKNESS = 16;
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

  /** Shows the percentage. The length of the bar is set separately, as it is animated. */
  void show(Answer answer) {
    String text = answer.hasPrediction() ? Numbers.percent(answer.probability(digit), 1) : "";
    percentage.setText(text);
    pseudoClassStateChanged(PREDICTED, answer.isPredicted(digit));
    setAccessibleText(
        answer.hasPrediction()
            ? Messages.get("ui.answer.probability", digit, text)
            : Messages.get("ui.answer.noProbability", digit));
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
    double percentageWidth = snapSizeX(percentageWidth());
    double thickness = Math.min(MAX_THICKNESS, Math.round(height * 0.2) * 2);
    double left = nameWidth + GAP;
    double available = Math.max(0, getWidth() - left - percentageWidth - 8);
    double top = snapPositionY((height - thickness) / 2);
    name.resizeRelocate(0, 0, nameWidth, height);
    track.resizeRelocate(left, top, available, thickness);
    fill.resizeRelocate(left, top, length * available, thickness);
    fill.setVisible(length * available >= 0.5);
    percentage.resizeRelocate(getWidth() - percentageWidth, 0, percentageWidth, height);
  }

  /** Width of "100.0%" in bold, so that the layout is the same for all percentages. */
  private double percentageWidth() {
    return 4.2 * percentage.getFont().getSize();
  }
}
