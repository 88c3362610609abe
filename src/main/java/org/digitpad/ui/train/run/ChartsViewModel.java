package org.digitpad.ui.train.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.digitpad.data.mnist.MnistFile;
import org.digitpad.evaluate.ReferenceResults;
import org.digitpad.i18n.Messages;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architectures;
import org.digitpad.nn.model.EpochMetrics;
import org.digitpad.nn.model.Model;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.ui.chart.Curve;
import org.digitpad.ui.chart.ModelColors;
import org.digitpad.ui.train.history.RunHistoryViewModel;
import org.jspecify.annotations.Nullable;

/** The learning curves of the current run, of the reference and of the runs to compare with. */
public final class ChartsViewModel {
  /**
   * A network and whether it learns from MNIST, as the reference did.
   *
   * @param mnist whether its images are MNIST's
   */
  private record Subject(Architecture network, boolean mnist) {
    static Subject of(Model model) {
      return new Subject(model.architecture(), isMnist(model.card().dataSha256()));
    }

    /** The reference's epochs, if the same network was trained on the same images. */
    List<EpochMetrics> reference() {
      return mnist ? ReferenceResults.history(network.name()) : List.of();
    }

    private static boolean isMnist(Map<String, String> sha256) {
      return Arrays.stream(MnistFile.values())
          .allMatch(
              file ->
                  sha256.containsValue(file.original().sha256())
                      || sha256.containsValue(file.unpacked().sha256()));
    }
  }

  private final ReadOnlyObjectWrapper<List<Curve>> curves =
      new ReadOnlyObjectWrapper<>(this, "curves", List.of());
  private final BooleanProperty logLoss = new SimpleBooleanProperty(this, "logLoss");

  private final ObservableValue<EpochHistory> history;
  private final ModelColors colors;
  private Subject planned = new Subject(Architectures.CONV_GRU, false);
  private @Nullable Subject current;
  private @Nullable LibraryModel output;
  private List<LibraryModel> compared = List.of();
  private @Nullable Curve batches;

  /**
   * @param history epochs of the current run
   * @param colors colors of the models
   */
  ChartsViewModel(ObservableValue<EpochHistory> history, ModelColors colors) {
    this.history = history;
    this.colors = colors;
    history.addListener((property, before, now) -> update());
    update();
  }

  /** All curves, those in front last. */
  public ReadOnlyObjectProperty<List<Curve>> curvesProperty() {
    return curves.getReadOnlyProperty();
  }

  /** Number of epochs along the horizontal axis, enough for all runs. */
  public int epochs() {
    return compared.stream()
        .mapToInt(run -> run.model().card().history().size())
        .reduce(history.getValue().planned(), Math::max);
  }

  /** Says what is drawn, for a picture of the charts. */
  String title() {
    LibraryModel model = output;
    return model == null
        ? Messages.get("ui.train.run.pictureTitle")
        : Messages.get("ui.train.run.pictureTitleOfRun", model.title());
  }

  /** Whether one of the curves is the reference's. */
  public boolean showsReference() {
    return !reference().isEmpty();
  }

  /**
   * What a run of its own would train: only the same network on the same images can race the
   * reference.
   */
  public void setPlanned(Architecture network, boolean mnist) {
    planned = new Subject(network, mnist);
    update();
  }

  /**
   * Begins the curves of a new run.
   *
   * @param model the model that it will write
   * @param network its network
   * @param sha256 SHA-256 of each file with its images
   */
  void begin(LibraryModel model, Architecture network, Map<String, String> sha256) {
    LibraryModel before = output;
    if (before != null) {
      colors.release(before);
    }
    output = model;
    colors.acquire(model, compared);
    current = new Subject(network, Subject.isMnist(sha256));
    batches = null;
    update();
  }

  /** Whether the loss is drawn on a logarithmic scale. */
  public BooleanProperty logLossProperty() {
    return logLoss;
  }

  public void setCompared(List<LibraryModel> runs) {
    compared.stream().filter(run -> !runs.contains(run)).forEach(colors::release);
    List<LibraryModel> beside = new ArrayList<>(compared);
    Stream.ofNullable(output).forEach(beside::add);
    for (LibraryModel run : runs) {
      if (!compared.contains(run)) {
        colors.acquire(run, beside);
        beside.add(run);
      }
    }
    compared = List.copyOf(runs);
    update();
  }

  /** Shows the current run's curve of batches; null if it has none yet. */
  void setBatches(@Nullable Curve curve) {
    batches = curve;
    update();
  }

  /** The reference's epochs, if one of the runs can be compared with them; empty if none can. */
  private List<EpochMetrics> reference() {
    List<Subject> subjects =
        new ArrayList<>(compared.stream().map(LibraryModel::model).map(Subject::of).toList());
    Stream.ofNullable(current).forEach(subjects::add);
    if (subjects.isEmpty()) {
      subjects.add(planned);
    }
    return subjects.stream()
        .map(Subject::reference)
        .filter(epochs -> !epochs.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private void update() {
    List<EpochMetrics> finished = history.getValue().finished();
    List<Curve> all = new ArrayList<>();
    List<EpochMetrics> reference = reference();
    if (!reference.isEmpty()) {
      all.add(
          Curve.validation(
              Messages.get("ui.train.run.curve.reference"), "curve-reference", reference));
    }
    for (LibraryModel run : compared) {
      all.add(
          Curve.validation(
              RunHistoryViewModel.title(run),
              colors.style(run) + " curve-validation" + " curve-earlier",
              run.model().card().history()));
    }
    String color = output == null ? "" : colors.style(output) + " ";
    if (batches != null) {
      all.add(batches.withStyle(color + "curve-batches"));
    }
    if (batches != null || !finished.isEmpty()) {
      all.add(
          Curve.training(
              Messages.get("ui.train.run.curve.training"), color + "curve-training", finished));
      all.add(
          Curve.validation(
              Messages.get("ui.train.run.curve.validation"), color + "curve-validation", finished));
    }
    curves.set(List.copyOf(all));
  }

  /** The model files that the curves come from, which no export may replace. */
  List<Path> inputs() {
    return compared.stream().flatMap(run -> run.file().stream()).toList();
  }

  /** All curves as comma-separated values, one line per point. */
  public String csv() {
    StringBuilder text = new StringBuilder("series,epoch,loss,accuracy\n");
    for (Curve curve : curves.get()) {
      for (int i = 0; i < curve.size(); i++) {
        text.append(
            String.format(
                Locale.ROOT,
                "\"%s\",%.4f,%.6f,%.6f\n",
                curve.name().replace("\"", "\"\""),
                curve.epochs()[i],
                curve.loss()[i],
                curve.accuracy()[i]));
      }
    }
    return text.toString();
  }
}
