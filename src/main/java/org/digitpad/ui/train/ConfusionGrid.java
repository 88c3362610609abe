package org.digitpad.ui.train;

import java.util.List;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import org.digitpad.train.Evaluation;
import org.jspecify.annotations.Nullable;

/**
 * Labels by what they were read as. A click or the arrow keys choose a cell; the redder, the more
 * digits were misread so.
 */
final class ConfusionGrid extends GridPane {
  private static final int DIGITS = 10;
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  /** From how many misread digits on a cell is so much redder. */
  private static final int[] HEAT = {1, 3, 8, 20};

  /** States and not style classes, whose change would make JavaFX look all rules up anew. */
  private static final List<PseudoClass> HEATS =
      IntStream.rangeClosed(1, HEAT.length)
          .mapToObj(heat -> PseudoClass.getPseudoClass("heat-" + heat))
          .toList();

  private final MistakesViewModel model;
  private final Label[][] cells = new Label[DIGITS][DIGITS];

  ConfusionGrid(MistakesViewModel model) {
    this.model = model;
    setId("confusion");
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
        if (label == read) {
          cells[label][read].getStyleClass().add("hit");
        }
        int row = label;
        int column = read;
        cells[label][read].setOnMouseClicked(
            event -> {
              requestFocus();
              model.choose(row, column);
            });
        add(cells[label][read], read + 1, label + 1);
      }
    }
    addEventHandler(KeyEvent.KEY_PRESSED, this::move);
    model
        .selectionProperty()
        .addListener(
            (property, before, now) -> {
              mark(before, false);
              mark(now, true);
            });
    mark(model.selectionProperty().get(), true);
  }

  private static Label cell(String text, String style) {
    Label cell = new Label(text);
    cell.getStyleClass().add(style);
    return cell;
  }

  void show(@Nullable Evaluation evaluation) {
    for (int label = 0; label < DIGITS; label++) {
      for (int read = 0; read < DIGITS; read++) {
        int count = evaluation == null ? 0 : evaluation.confusion().get(label).get(read);
        cells[label][read].setText(count == 0 ? "" : String.valueOf(count));
        if (label != read) {
          heat(cells[label][read], count);
        }
      }
    }
  }

  private static void heat(Label cell, int count) {
    int heat = heat(count);
    for (int i = 0; i < HEATS.size(); i++) {
      cell.pseudoClassStateChanged(HEATS.get(i), heat == i + 1);
    }
  }

  private static int heat(int count) {
    int heat = 0;
    while (heat < HEAT.length && count >= HEAT[heat]) {
      heat++;
    }
    return heat;
  }

  private void mark(MistakesViewModel.Selection selection, boolean chosen) {
    if (selection.label() >= 0) {
      cells[selection.label()][selection.read()].pseudoClassStateChanged(CHOSEN, chosen);
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
      MistakesViewModel.Selection from = model.selectionProperty().get();
      model.choose(bounded(from.label() + down), bounded(from.read() + right));
      event.consume();
    }
  }

  private static int bounded(int digit) {
    return Math.max(0, Math.min(DIGITS - 1, digit));
  }
}
