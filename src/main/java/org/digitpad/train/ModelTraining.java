package org.digitpad.train;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.ModelFile;
import org.digitpad.train.Calibrator.Calibrated;
import org.jspecify.annotations.Nullable;

/** From settings to a model with its card in a file. */
public final class ModelTraining {
  private ModelTraining() {}

  /**
   * Trains a model and writes it to the settings' output; only then the checkpoint is deleted.
   *
   * @param options what the card's command is to say besides the settings, as for {@link #command}
   * @param resume whether to go on from the checkpoint, where there is one
   * @throws IOException if the model or a checkpoint cannot be written
   * @throws org.digitpad.io.BadInputException if the checkpoint is damaged or of another run
   * @throws java.util.concurrent.CancellationException if stopped; the checkpoint stays
   */
  public static Model train(
      TrainingSettings settings,
      TrainingData data,
      String options,
      TrainingListener listener,
      TrainingControl control,
      boolean resume)
      throws IOException {
    return train(settings, data, options, listener, control, resume, null, null);
  }

  /**
   * Trains as {@link #train(TrainingSettings, TrainingData, String, TrainingListener,
   * TrainingControl, boolean)} does, and measures the model with drawings too.
   *
   * @param strokes labelled drawings; null to leave them out
   * @param strokesFile the file they are from
   */
  public static Model train(
      TrainingSettings settings,
      TrainingData data,
      String options,
      TrainingListener listener,
      TrainingControl control,
      boolean resume,
      @Nullable List<LabeledDrawing> strokes,
      @Nullable Path strokesFile)
      throws IOException {
    TrainingRun run = new TrainingRun(settings, data, listener, control);
    TrainingRun.Result result = run.train(resume);
    Calibrated calibrated = Calibrator.calibrate(settings, data, result.parameters());
    Model model =
        ModelCardWriter.model(
            settings, data, result, calibrated, strokes, strokesFile, command(settings, options));
    ModelFile.write(model, settings.output());
    run.deleteCheckpoint();
    return model;
  }

  /**
   * The command that trains the same on the command line.
   *
   * @param options what the settings do not say, each with a space before it
   */
  static String command(TrainingSettings settings, String options) {
    Recipe recipe = settings.recipe();
    Optional<Recipe> usual = Recipe.named(recipe.name());
    boolean usualBatch = usual.filter(named -> named.batch() == recipe.batch()).isPresent();
    boolean usualRate = usual.filter(named -> named.rate() == recipe.rate()).isPresent();
    return String.format(
        Locale.ROOT,
        "java -jar target/digitpad.jar train --model %s --recipe %s --epochs %d%s%s --seed %d%s%s",
        settings.architecture().name(),
        recipe.name(),
        settings.epochs(),
        usualBatch ? "" : " --batch " + recipe.batch(),
        usualRate
            ? ""
            : " --rate " + BigDecimal.valueOf(recipe.rate()).stripTrailingZeros().toPlainString(),
        settings.seed(),
        options,
        option("--out", settings.output()));
  }

  /**
   * An option that names a file or folder, with a space before it. Only the last part of the path
   * is told: cards are passed on, and the rest holds on no other computer.
   */
  public static String option(String name, Path file) {
    Path last = file.getFileName();
    String value = String.valueOf(last == null ? file : last);
    boolean plain = value.matches("[\\w.,:+@%/-]+");
    return " "
        + name
        + " "
        + (plain ? value : '"' + value.replaceAll("[\"$`\\\\]", "\\\\$0") + '"');
  }
}
