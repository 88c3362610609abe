package org.digitpad.ui.chart;

import java.util.List;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import org.digitpad.i18n.Messages;

/**
 * A confusion matrix, with a row per label and a column per prediction. A click or the arrow keys
 * select a cell; the more digits a cell counts, the stronger its color.
 */
public final class ConfusionMatrixView extends GridPane {
  private static final int DIGITS = 10;
  private static final PseudoClass CORRECT = PseudoClass.getPseudoClass("correct");
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected-cell");

  /** Counts from which on a cell has the first, second, … strength of color. */
  private static final int[] HEAT_THRESHOLDS = {1, 3, 8, 20};

  // pseudo-classes instead of style classes, as a change of the latter reapplies all CSS rules
  private static final List<PseudoClass> HEAT = heatLevels("heat-");
  private static final List<PseudoClass> MORE = heatLevels("more-");
  private static final List<PseudoClass> LESS = heatLevels("less-");

  /** Receives the cell that a person selects. */
  @FunctionalInterface
  public interface SelectionHandler {
    void select(int label, int predicted);
  }

  private final SelectionHandler onSelect;
  private final Label[][] cells = new Label[DIGITS][DIGITS];
  private int selectedLabel = -1;
  private int selectedPrediction = -1;

  /**
   * @param onSelect called for a click or an arrow key; it is expected to call {@link #select}
   */
  public ConfusionMatrixView(SelectionHandler onSelect) {
    this.onSelect = onSelect;
    getStyleClass().add("confusion");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(Messages.get("ui.chart.confusion.accessible"));
    for (int digit = 0; digit < DIGITS; digit++) {
      add(cell(String.valueOf(digit), "confusion-head"), digit + 1, 0);
      add(cell(String.valueOf(digit), "confusion-head"), 0, digit + 1);
    }
    for (int label = 0; label < DIGITS; label++) {
      for (int predicted = 0; predicted < DIGITS; predicted++) {
        Label cell = cell("", "confusion-cell");
        cell.setId("cell-" + label + "-" + predicted);
        int row = label;
        int column = predicted;
        cell.setOnMouseClicked(
            event -> {
              requestFocus();
              onSelect.select(row, column);
            });
        cells[label][predicted] = cell;
        add(cell, predicted + 1, label + 1);
      }
    }
    addEventHandler(KeyEvent.KEY_PRESSED, this::moveSelection);
  }

  private static Label cell(String text, String style) {
    Label cell = new Label(text);
    cell.getStyleClass().add(style);
    return cell;
  }

  /**
   * Shows a confusion matrix.
   *
   * @param counts number of digits by label, then by prediction; empty to show nothing
   */
  public void showCounts(List<List<Integer>> counts) {
    for (int label = 0; label < DIGITS; label++) {
      for (int predicted = 0; predicted < DIGITS; predicted++) {
        int count = counts.isEmpty() ? 0 : counts.get(label).get(predicted);
        Label cell = cells[label][predicted];
        cell.setText(count == 0 ? "" : plain(count));
        cell.pseudoClassStateChanged(CORRECT, label == predicted);
        setHeat(cell, HEAT, label == predicted ? 0 : count);
      }
    }
  }

  /** Shows the difference of two confusion matrices of the same images; nothing if one is empty. */
  public void showDifference(List<List<Integer>> minuend, List<List<Integer>> subtrahend) {
    for (int label = 0; label < DIGITS; label++) {
      for (int predicted = 0; predicted < DIGITS; predicted++) {
        int difference =
            minuend.isEmpty() || subtrahend.isEmpty()
                ? 0
                : minuend.get(label).get(predicted) - subtrahend.get(label).get(predicted);
        Label cell = cells[label][predicted];
        cell.setText(signed(difference));
        setHeat(cell, MORE, Math.max(0, difference));
        setHeat(cell, LESS, Math.max(0, -difference));
      }
    }
  }

  /** Without a thousands separator, which does not fit into the smallest cells. */
  private static String plain(int count) {
    return String.format(Messages.locale(), "%d", count);
  }

  private static String signed(int difference) {
    if (difference == 0) {
      return "";
    }
    return difference > 0 ? "+" + plain(difference) : "−" + plain(-difference);
  }

  private static void setHeat(Label cell, List<PseudoClass> levels, int count) {
    int level = heatLevel(count);
    for (int i = 0; i < levels.size(); i++) {
      cell.pseudoClassStateChanged(levels.get(i), level == i + 1);
    }
  }

  private static List<PseudoClass> heatLevels(String name) {
    return IntStream.rangeClosed(1, HEAT_THRESHOLDS.length)
        .mapToObj(level -> PseudoClass.getPseudoClass(name + level))
        .toList();
  }

  private static int heatLevel(int count) {
    int level = 0;
    while (level < HEAT_THRESHOLDS.length && count >= HEAT_THRESHOLDS[level]) {
      level++;
    }
    return level;
  }

  /** Marks one cell as selected, or none if the label is negative. */
  public void select(int label, int predicted) {
    markSelected(false);
    selectedLabel = label;
    selectedPrediction = predicted;
    markSelected(true);
    setAccessibleText(
        label < 0
            ? Messages.get("ui.chart.confusion.accessible")
            : Messages.get(
                "ui.chart.confusion.selected",
                label,
                predicted,
                cells[label][predicted].getText().isEmpty()
                    ? plain(0)
                    : cells[label][predicted].getText()));
  }

  private void markSelected(boolean selected) {
    if (selectedLabel >= 0) {
      cells[selectedLabel][selectedPrediction].pseudoClassStateChanged(SELECTED, selected);
    }
  }

  private void moveSelection(KeyEvent event) {
    int down =
        switch (event.getCode()) {
          case UP -> -1;
          case DOWN -> 1;
          default -> 0;
        };
    int right =
        switch (event.getCode()) {
          case LEFT -> -1;
          case RIGHT -> 1;
          default -> 0;
        };
    if (down != 0 || right != 0) {
      onSelect.select(clampToDigit(selectedLabel + down), clampToDigit(selectedPrediction + right));
      event.consume();
    }
  }

  private static int clampToDigit(int index) {
    return Math.max(0, Math.min(DIGITS - 1, index));
  }
}
