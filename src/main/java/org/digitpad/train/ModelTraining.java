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

/**
 * Training of a model from its settings to the file with its card.
 *
 * @param output file for the model; the checkpoint stands beside it
 * @param options what the command in the card gives besides the settings, each option with a space
 *     before it
 * @param drawings labelled pen drawings that the model is measured with; empty to leave them out
 */
public record ModelTraining(
    TrainingSettings settings,
    TrainingData data,
    Path output,
    String options,
    List<LabeledDrawing> drawings) {
  public ModelTraining {
    drawings = List.copyOf(drawings);
  }

  /** The file that keeps the state after the last whole epoch until the model is written. */
  public static Path checkpoint(Path output) {
    return output.resolveSibling(output.getFileName() + Checkpoint.EXTENSION);
  }

  /**
   * Trains the model and writes it to the output; only then the checkpoint is deleted.
   *
   * @param resume whether to continue from the checkpoint, if there is one
   * @throws IOException if the model or a checkpoint cannot be written
   * @throws org.digitpad.io.BadInputException if the checkpoint is damaged or of another run
   * @throws java.util.concurrent.CancellationException if stopped; the checkpoint stays
   */
  public Model train(TrainingListener listener, TrainingControl control, boolean resume)
      throws IOException {
    TrainingRun run = new TrainingRun(settings, data, checkpoint(output), listener, control);
    TrainingRun.Result result = run.train(resume);
    Calibrated calibrated = Calibrator.calibrate(settings, data, result.parameters());
    Model model = ModelCardWriter.model(settings, data, result, calibrated, drawings, command());
    ModelFile.write(model, output);
    run.deleteCheckpoint();
    return model;
  }

  /** The command line that trains the same model. */
  String command() {
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
        option("--out", output));
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
