package org.digitpad.ui.train;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.digitpad.data.LabeledImages;
import org.digitpad.evaluate.Evaluation;
import org.digitpad.ink.DigitImage;
import org.jspecify.annotations.Nullable;

/** Which digits were taken for which, after the last epoch. */
public final class MisclassifiedViewModel {
  /** More pictures than anybody looks at. */
  static final int MOST_PICTURES = 60;

  private final ReadOnlyObjectWrapper<@Nullable Evaluation> evaluation =
      new ReadOnlyObjectWrapper<>(this, "evaluation");
  private final ReadOnlyObjectWrapper<Selection> selection =
      new ReadOnlyObjectWrapper<>(this, "selection", Selection.NONE);
  private @Nullable LabeledImages images;

  /**
   * A cell of the matrix and its pictures.
   *
   * @param label row; below 0 if no cell is chosen
   * @param read column
   * @param sentence says what the pictures are
   * @param pictures the first {@value #MOST_PICTURES} of them
   */
  public record Selection(int label, int read, String sentence, List<DigitImage> pictures) {
    static final Selection NONE =
        new Selection(-1, -1, "Choose a number beside the diagonal to see its digits.", List.of());
  }

  public ReadOnlyObjectProperty<@Nullable Evaluation> evaluationProperty() {
    return evaluation.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Selection> selectionProperty() {
    return selection.getReadOnlyProperty();
  }

  public void begin(LabeledImages validation) {
    images = validation;
    evaluation.set(null);
    selection.set(Selection.NONE);
  }

  /** Takes over an epoch's evaluation; the chosen cell stays. */
  public void show(Evaluation next) {
    evaluation.set(next);
    Selection chosen = selection.get();
    if (chosen.label() >= 0) {
      choose(chosen.label(), chosen.read());
    }
  }

  /** Shows the digits of a cell. */
  public void choose(int label, int read) {
    Evaluation shown = evaluation.get();
    LabeledImages digits = images;
    if (shown == null || digits == null) {
      return;
    }
    int count = shown.confusion().get(label).get(read);
    if (label == read) {
      selection.set(
          new Selection(
              label,
              read,
              String.format(Locale.ROOT, "%,d × %d, read right", count, label),
              List.of()));
      return;
    }
    List<DigitImage> pictures =
        shown.misclassified().stream()
            .filter(each -> each.label() == label && each.predicted() == read)
            .limit(MOST_PICTURES)
            .map(each -> digits.image(each.index()))
            .toList();
    String more =
        count > pictures.size() ? ", of which these are the first " + pictures.size() : "";
    selection.set(
        new Selection(
            label,
            read,
            String.format(Locale.ROOT, "%,d × %d, read as %d%s", count, label, read, more),
            pictures));
  }
}
