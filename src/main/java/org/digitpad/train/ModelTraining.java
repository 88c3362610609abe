package org.digitpad.train;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.digitpad.data.source.DataSource;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.ModelFile;
import org.digitpad.train.Calibrator.Calibrated;

/**
 * The training of a model, from its settings to the file with its card.
 *
 * @param output file for the model; the checkpoint is saved beside it
 * @param options further command-line options for the command in the card, each with a leading
 *     space
 * @param drawings labeled pen drawings to evaluate the model with; empty to leave them out
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

  /** File of the state after the last complete epoch, which exists until the model is written. */
  public static Path checkpoint(Path output) {
    return output.resolveSibling(output.getFileName() + Checkpoint.EXTENSION);
  }

  /**
   * Trains the model and writes it to the output, and then deletes the checkpoint.
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

  /** The command line that trains the same model; options with the recipe's value are left out. */
  String command() {
    Recipe recipe = settings.recipe();
    Optional<Recipe> named = Recipe.named(recipe.name());
    StringBuilder command = new StringBuilder("java -jar target/digitpad.jar train");
    command.append(" --model ").append(settings.architecture().name());
    command.append(" --recipe ").append(recipe.name());
    command.append(" --epochs ").append(settings.epochs());
    if (named.isEmpty() || named.get().batchSize() != recipe.batchSize()) {
      command.append(" --batch ").append(recipe.batchSize());
    }
    if (named.isEmpty() || named.get().learningRate() != recipe.learningRate()) {
      command.append(" --rate ").append(plain(recipe.learningRate()));
    }
    command.append(" --seed ").append(settings.seed());
    return command.append(options).append(option("--out", output)).toString();
  }

  /** A number without an exponent. */
  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  /**
   * Returns the {@code --data} option that finds a source's images on another computer, with a
   * leading space. Empty for MNIST, which each computer keeps in a place of its own.
   */
  public static String dataOption(DataSource source) {
    return source.option().map(value -> option("--data", Path.of(value))).orElse("");
  }

  /**
   * Returns a command-line option for a file or folder, with a leading space. It gives only the
   * last part of the path: cards are passed on, and the rest is of no use on other computers.
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
