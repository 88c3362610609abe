package org.digitpad.ui.compare;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.digitpad.ui.answer.AnswerViewModel;
import org.digitpad.ui.answer.DigitBox;
import org.digitpad.ui.answer.DigitRow;

/**
 * Several digits that models are compared on. What is framed is what the first model takes for
 * several digits; a choice is made in the answers of all models. Used on the UI thread.
 */
final class ComparedRow implements DigitRow {
  private final List<ModelColumnViewModel> columns;
  private final ReadOnlyObjectWrapper<List<DigitBox>> boxes =
      new ReadOnlyObjectWrapper<>(this, "boxes", List.of());

  /**
   * @param columns the models, which may change
   */
  ComparedRow(List<ModelColumnViewModel> columns) {
    this.columns = columns;
  }

  /** To be called when a column comes, goes, or has other digits. */
  void update() {
    List<DigitBox> now = framed().map(answer -> answer.boxesProperty().get()).orElse(List.of());
    if (!now.equals(boxes.get())) {
      boxes.set(now);
    }
  }

  /** The answer of the first model that sees several digits. */
  private Optional<AnswerViewModel> framed() {
    return columns.stream()
        .map(ModelColumnViewModel::answer)
        .filter(answer -> !answer.boxesProperty().get().isEmpty())
        .findFirst();
  }

  private void each(Consumer<AnswerViewModel> action) {
    List.copyOf(columns).forEach(column -> action.accept(column.answer()));
  }

  @Override
  public ReadOnlyObjectProperty<List<DigitBox>> boxesProperty() {
    return boxes.getReadOnlyProperty();
  }

  @Override
  public void choose(int index) {
    each(answer -> answer.choose(index));
  }

  @Override
  public void chooseBeside(int steps) {
    // from the digit that is framed, as models may have chosen others
    framed().ifPresent(answer -> choose(answer.answerProperty().get().chosen() + steps));
  }

  @Override
  public boolean followPen() {
    boolean released = false;
    for (ModelColumnViewModel column : columns) {
      released |= column.answer().followPen();
    }
    return released;
  }

  @Override
  public String description() {
    return framed().map(AnswerViewModel::description).orElse("");
  }
}
