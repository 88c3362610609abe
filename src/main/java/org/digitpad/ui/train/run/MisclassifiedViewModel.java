package org.digitpad.ui.train.run;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.digitpad.data.LabeledImages;
import org.digitpad.evaluate.Evaluation;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.DigitImage;
import org.jspecify.annotations.Nullable;

/** The validation images that the network misclassified after the last epoch. */
public final class MisclassifiedViewModel {
  /** Limit on the images shown. */
  static final int MAX_IMAGES = 60;

  private final ReadOnlyObjectWrapper<@Nullable Evaluation> evaluation =
      new ReadOnlyObjectWrapper<>(this, "evaluation");
  private final ReadOnlyObjectWrapper<Selection> selection =
      new ReadOnlyObjectWrapper<>(this, "selection", Selection.NOTHING);
  private @Nullable LabeledImages validation;

  /**
   * A selected cell of the confusion matrix.
   *
   * @param label row of the matrix; below 0 if no cell is selected
   * @param prediction column of the matrix
   * @param description says what the images are
   * @param images the first {@value #MAX_IMAGES} of the cell's misclassified images
   */
  public record Selection(int label, int prediction, String description, List<DigitImage> images) {
    /** There is nothing to select yet. */
    static final Selection NOTHING =
        new Selection(-1, -1, Messages.get("ui.train.run.nothingToSelect"), List.of());

    static final Selection NONE =
        new Selection(-1, -1, Messages.get("ui.train.run.selectCell"), List.of());

    boolean isEmpty() {
      return label < 0;
    }
  }

  /** The last epoch's evaluation; null before the first one. */
  public ReadOnlyObjectProperty<@Nullable Evaluation> evaluationProperty() {
    return evaluation.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Selection> selectionProperty() {
    return selection.getReadOnlyProperty();
  }

  /** Starts over with the validation images of a new run. */
  void begin(LabeledImages images) {
    validation = images;
    evaluation.set(null);
    selection.set(Selection.NOTHING);
  }

  /** Shows an epoch's evaluation; the selected cell stays selected. */
  void show(Evaluation next) {
    evaluation.set(next);
    Selection selected = selection.get();
    if (selected.isEmpty()) {
      selection.set(Selection.NONE);
    } else {
      select(selected.label(), selected.prediction());
    }
  }

  /** Selects a cell of the confusion matrix. */
  public void select(int label, int prediction) {
    Evaluation shown = evaluation.get();
    LabeledImages images = validation;
    if (shown != null && images != null) {
      int count = shown.confusion().get(label).get(prediction);
      selection.set(
          label == prediction
              ? new Selection(
                  label,
                  prediction,
                  Messages.get("ui.train.run.classifiedCorrectly", count, label),
                  List.of())
              : misclassified(shown, images, label, prediction, count));
    }
  }

  private static Selection misclassified(
      Evaluation shown, LabeledImages images, int label, int prediction, int count) {
    List<DigitImage> first =
        shown.misclassified().stream()
            .filter(each -> each.label() == label && each.predicted() == prediction)
            .limit(MAX_IMAGES)
            .map(each -> images.image(each.index()))
            .toList();
    String description =
        count > first.size()
            ? Messages.get(
                "ui.train.run.misclassifiedFirst", count, label, prediction, first.size())
            : Messages.get("ui.train.run.misclassifiedAll", count, label, prediction);
    return new Selection(label, prediction, description, first);
  }
}
