package org.digitpad.ui.compare;

import java.util.Comparator;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.digitpad.evaluate.Disagreement;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.DigitImage;
import org.digitpad.ui.pad.PadViewModel;
import org.jspecify.annotations.Nullable;

/**
 * The test digits on which the models disagree, filtered and sorted; one can be put on the canvas.
 */
public final class DisagreementsViewModel {
  /** Value of {@link #correctModelsProperty} that does not filter. */
  public static final int ANY = 0;

  /** The order in which the digits are shown. */
  public enum Order {
    MOST_CONFIDENT_FIRST(
        "ui.compare.disagreements.mostConfidentFirst",
        Comparator.comparingDouble(Disagreement::maxWrongConfidence)
            .reversed()
            .thenComparingInt(Disagreement::index)),
    LEAST_CONFIDENT_FIRST(
        "ui.compare.disagreements.leastConfidentFirst",
        Comparator.comparingDouble(Disagreement::maxWrongConfidence)
            .thenComparingInt(Disagreement::index)),
    BY_DIGIT(
        "ui.compare.disagreements.byDigit",
        Comparator.comparingInt(Disagreement::label).thenComparingInt(Disagreement::index));

    private final String titleKey;
    private final Comparator<Disagreement> comparator;

    Order(String titleKey, Comparator<Disagreement> comparator) {
      this.titleKey = titleKey;
      this.comparator = comparator;
    }

    public String title() {
      return Messages.get(titleKey);
    }
  }

  /**
   * The digits that are shown.
   *
   * @param columns the models, in the order of each digit's predictions
   * @param digits those that pass the filter, in order
   */
  public record Shown(List<ModelColumnViewModel> columns, List<Disagreement> digits) {
    static final Shown NOTHING = new Shown(List.of(), List.of());
  }

  private final TestPredictionsViewModel predictions;
  private final PadViewModel pad;
  private final IntegerProperty correctModels =
      new SimpleIntegerProperty(this, "correctModels", ANY);
  private final ObjectProperty<Order> order =
      new SimpleObjectProperty<>(this, "order", Order.MOST_CONFIDENT_FIRST);
  private final ReadOnlyObjectWrapper<Shown> shown =
      new ReadOnlyObjectWrapper<>(this, "shown", Shown.NOTHING);
  private final ReadOnlyObjectWrapper<@Nullable Disagreement> onCanvas =
      new ReadOnlyObjectWrapper<>(this, "onCanvas");
  private List<Disagreement> all = List.of();
  private DigitImage imageOnCanvas = DigitImage.BLANK;

  /**
   * @param predictions predictions for the test images
   * @param pad the canvas
   */
  DisagreementsViewModel(TestPredictionsViewModel predictions, PadViewModel pad) {
    this.predictions = predictions;
    this.pad = pad;
    predictions.snapshotProperty().addListener((property, before, now) -> find(now));
    correctModels.addListener(change -> updateShown());
    order.addListener(change -> updateShown());
    pad.backgroundProperty().addListener((property, before, now) -> backgroundChanged(now));
  }

  /** How many models must be correct for a digit to be shown, or {@link #ANY}. */
  public IntegerProperty correctModelsProperty() {
    return correctModels;
  }

  public ObjectProperty<Order> orderProperty() {
    return order;
  }

  public ReadOnlyObjectProperty<Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** The digit on the canvas; null if none is there. */
  public ReadOnlyObjectProperty<@Nullable Disagreement> onCanvasProperty() {
    return onCanvas.getReadOnlyProperty();
  }

  /** Text about the digit on the canvas; empty if none is there. */
  public String canvasNote() {
    Disagreement digit = onCanvas.get();
    return digit == null
        ? ""
        : Messages.get(
            "ui.compare.disagreements.onCanvas", digit.index() + 1, Consensus.digit(digit.label()));
  }

  /** The number of digits on which that many models are correct, or of all for {@link #ANY}. */
  public long count(int models) {
    return all.stream().filter(digit -> passes(digit, models)).count();
  }

  private static boolean passes(Disagreement digit, int models) {
    return models == ANY || digit.correctModels() == models;
  }

  public DigitImage image(Disagreement digit) {
    TestImages images = predictions.snapshotProperty().get().images();
    return images == null ? DigitImage.BLANK : images.images().image(digit.index());
  }

  /** Puts a digit on the canvas, where all models predict it and people can draw on it. */
  public void putOnCanvas(Disagreement digit) {
    imageOnCanvas = image(digit);
    pad.placeImage(imageOnCanvas);
    onCanvas.set(digit);
  }

  private void backgroundChanged(DigitImage background) {
    if (!background.equals(imageOnCanvas)) {
      onCanvas.set(null);
    }
  }

  private void find(TestPredictionsViewModel.Snapshot now) {
    all =
        now.images() == null || now.models().size() < 2
            ? List.of()
            : Disagreement.among(now.images().images(), List.copyOf(now.models().values()));
    if (correctModels.get() >= now.models().size()) {
      correctModels.set(ANY);
    }
    updateShown();
  }

  private void updateShown() {
    shown.set(
        new Shown(
            predictions.snapshotProperty().get().columns(),
            all.stream()
                .filter(digit -> passes(digit, correctModels.get()))
                .sorted(order.get().comparator)
                .toList()));
  }
}
