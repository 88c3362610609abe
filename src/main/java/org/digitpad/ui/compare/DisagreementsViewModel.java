package org.digitpad.ui.compare;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.digitpad.evaluate.Disagreement;
import org.digitpad.ink.DigitImage;
import org.digitpad.ui.pad.PadViewModel;

/** The test digits on which the models differ, and the way to put one on the paper. */
public final class DisagreementsViewModel {
  /** Shows those that any number of models read right. */
  public static final int ANY = 0;

  /** In which order the digits stand. */
  public enum Order {
    SUREST_FIRST(
        "Surest mistakes first",
        Comparator.comparingDouble(Disagreement::maxWrongConfidence)
            .reversed()
            .thenComparingInt(Disagreement::index)),
    LEAST_SURE_FIRST(
        "Least sure mistakes first",
        Comparator.comparingDouble(Disagreement::maxWrongConfidence)
            .thenComparingInt(Disagreement::index)),
    BY_DIGIT(
        "By digit",
        Comparator.comparingInt(Disagreement::label).thenComparingInt(Disagreement::index));

    private final String title;
    private final Comparator<Disagreement> comparator;

    Order(String title, Comparator<Disagreement> comparator) {
      this.title = title;
      this.comparator = comparator;
    }

    public String title() {
      return title;
    }
  }

  /**
   * What is shown.
   *
   * @param columns the models that were asked, in the order of the readings
   * @param digits those that passed the filter, in order
   */
  public record Shown(List<ModelColumnViewModel> columns, List<Disagreement> digits) {
    static final Shown NOTHING = new Shown(List.of(), List.of());
  }

  private final TestPredictionsViewModel readings;
  private final PadViewModel pad;
  private final IntegerProperty right = new SimpleIntegerProperty(this, "right", ANY);
  private final ObjectProperty<Order> order =
      new SimpleObjectProperty<>(this, "order", Order.SUREST_FIRST);
  private final ReadOnlyObjectWrapper<Shown> shown =
      new ReadOnlyObjectWrapper<>(this, "shown", Shown.NOTHING);
  private final ReadOnlyStringWrapper onPaper = new ReadOnlyStringWrapper(this, "onPaper", "");
  private List<Disagreement> all = List.of();
  private DigitImage laid = DigitImage.BLANK;

  /**
   * @param readings what the models make of the test images
   * @param pad the paper
   */
  DisagreementsViewModel(TestPredictionsViewModel readings, PadViewModel pad) {
    this.readings = readings;
    this.pad = pad;
    readings.snapshotProperty().addListener((property, before, now) -> find(now));
    right.addListener(change -> show());
    order.addListener(change -> show());
    pad.groundProperty().addListener((property, before, now) -> forget(now));
  }

  /** How many models must have read a digit right for it to be shown; or {@link #ANY}. */
  public IntegerProperty rightProperty() {
    return right;
  }

  public ObjectProperty<Order> orderProperty() {
    return order;
  }

  public ReadOnlyObjectProperty<Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** What the digit on the paper is, such as "Test digit 4,176: a 2"; empty if there is none. */
  public ReadOnlyStringProperty onPaperProperty() {
    return onPaper.getReadOnlyProperty();
  }

  /** How many digits that many models have read right; all where {@link #ANY}. */
  public long count(int models) {
    return all.stream().filter(digit -> models == ANY || digit.correctModels() == models).count();
  }

  /** The image of a digit that is shown. */
  public DigitImage image(Disagreement digit) {
    TestImages images = readings.snapshotProperty().get().images();
    return images == null ? DigitImage.BLANK : images.images().image(digit.index());
  }

  /** Puts a digit on the paper, to be read and drawn on. */
  public void send(Disagreement digit) {
    laid = image(digit);
    pad.lay(laid);
    onPaper.set(
        String.format(
            Locale.ROOT,
            "Test digit %,d: %s %d. Draw on it until they agree.",
            digit.index() + 1,
            digit.label() == 8 ? "an" : "a",
            digit.label()));
  }

  private void forget(DigitImage ground) {
    if (!ground.equals(laid)) {
      onPaper.set("");
    }
  }

  private void find(TestPredictionsViewModel.Snapshot now) {
    all =
        now.images() == null || now.models().size() < 2
            ? List.of()
            : Disagreement.among(now.images().images(), List.copyOf(now.models().values()));
    if (right.get() >= now.models().size()) {
      right.set(ANY);
    }
    show();
  }

  private void show() {
    shown.set(
        new Shown(
            readings.snapshotProperty().get().columns(),
            all.stream()
                .filter(digit -> right.get() == ANY || digit.correctModels() == right.get())
                .sorted(order.get().comparator)
                .toList()));
  }
}
