package org.digitpad.ui.chart;

import java.util.List;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;

/**
 * Labels by what they were read as. A click or the arrow keys choose a cell; the stronger its
 * colour, the more digits are in it.
 */
public final class ConfusionMatrixView extends GridPane {
  private static final int DIGITS = 10;
  private static final PseudoClass HIT = PseudoClass.getPseudoClass("hit");
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  /** From how many digits on a cell is so much stronger in colour. */
  private static final int[] HEAT = {1, 3, 8, 20};

  // states and not style classes, whose change would make JavaFX look all rules up anew
  private static final List<PseudoClass> HEATS = states("heat-");
  private static final List<PseudoClass> MORE = states("more-");
  private static final List<PseudoClass> LESS = states("less-");

  /** Takes the cell that people choose. */
  @FunctionalInterface
  public interface Choice {
    void choose(int label, int read);
  }

  private final Choice choice;
  private final Label[][] cells = new Label[DIGITS][DIGITS];
  private int chosenLabel = -1;
  private int chosenRead = -1;

  /**
   * @param choice told of a click or an arrow key; {@link #mark} then marks the cell
   */
  public ConfusionMatrixView(Choice choice) {
    this.choice = choice;
    getStyleClass().add("confusion");
    setFocusTraversable(true);
    setAccessibleText("Digits by what they were read as; arrow keys choose");
    for (int digit = 0; digit < DIGITS; digit++) {
      add(cell(String.valueOf(digit), "confusion-head"), digit + 1, 0);
      add(cell(String.valueOf(digit), "confusion-head"), 0, digit + 1);
    }
    for (int label = 0; label < DIGITS; label++) {
      for (int read = 0; read < DIGITS; read++) {
        cells[label][read] = cell("", "confusion-cell");
        cells[label][read].setId("cell-" + label + "-" + read);
        int row = label;
        int column = read;
        cells[label][read].setOnMouseClicked(
            event -> {
              requestFocus();
              choice.choose(row, column);
            });
        add(cells[label][read], read + 1, label + 1);
      }
    }
    addEventHandler(KeyEvent.KEY_PRESSED, this::move);
  }

  private static Label cell(String text, String style) {
    Label cell = new Label(text);
    cell.getStyleClass().add(style);
    return cell;
  }

  /**
   * Shows how many digits of each label were read as which.
   *
   * @param confusion by label, then by what it was read as; empty to show nothing
   */
  public void showCounts(List<List<Integer>> confusion) {
    for (int label = 0; label < DIGITS; label++) {
      for (int read = 0; read < DIGITS; read++) {
        int count = confusion.isEmpty() ? 0 : confusion.get(label).get(read);
        Label cell = cells[label][read];
        cell.setText(count == 0 ? "" : String.valueOf(count));
        cell.pseudoClassStateChanged(HIT, label == read);
        paint(cell, HEATS, label == read ? 0 : count);
      }
    }
  }

  /** Shows one confusion less another one, of the same images. */
  public void showDifference(List<List<Integer>> one, List<List<Integer>> less) {
    for (int label = 0; label < DIGITS; label++) {
      for (int read = 0; read < DIGITS; read++) {
        int more = one.get(label).get(read) - less.get(label).get(read);
        Label cell = cells[label][read];
        cell.setText(more == 0 ? "" : more > 0 ? "+" + more : "−" + -more);
        paint(cell, MORE, Math.max(0, more));
        paint(cell, LESS, Math.max(0, -more));
      }
    }
  }

  private static void paint(Label cell, List<PseudoClass> states, int count) {
    int heat = heat(count);
    for (int i = 0; i < states.size(); i++) {
      cell.pseudoClassStateChanged(states.get(i), heat == i + 1);
    }
  }

  private static List<PseudoClass> states(String name) {
    return IntStream.rangeClosed(1, HEAT.length)
        .mapToObj(heat -> PseudoClass.getPseudoClass(name + heat))
        .toList();
  }

  private static int heat(int count) {
    int heat = 0;
    while (heat < HEAT.length && count >= HEAT[heat]) {
      heat++;
    }
    return heat;
  }

  /** Marks one cell, or none where the label is below 0. */
  public void mark(int label, int read) {
    mark(false);
    chosenLabel = label;
    chosenRead = read;
    mark(true);
  }

  private void mark(boolean chosen) {
    if (chosenLabel >= 0) {
      cells[chosenLabel][chosenRead].pseudoClassStateChanged(CHOSEN, chosen);
    }
  }

  private void move(KeyEvent event) {
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
      choice.choose(bounded(chosenLabel + down), bounded(chosenRead + right));
      event.consume();
    }
  }

  private static int bounded(int digit) {
    return Math.max(0, Math.min(DIGITS - 1, digit));
  }
}
