package org.digitpad.train;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.digitpad.data.source.DataSource;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.ModelCard;
import org.digitpad.nn.model.ModelFile;
import org.digitpad.train.Calibrator.Calibrated;

/**
 * The training of a model, from its settings to the file with its card.
 *
 * @param lock of the files that are written, which the caller holds
 * @param options further command-line options for the command in the card, each with a leading
 *     space
 * @param drawings labeled pen drawings to evaluate the model with; empty to leave them out
 */
public record ModelTraining(
    TrainingSettings settings,
    TrainingData data,
    RunLock lock,
    String options,
    List<LabeledDrawing> drawings) {
  public ModelTraining {
    drawings = List.copyOf(drawings);
  }

  /** The file for the model. */
  public Path output() {
    return lock.files().output();
  }

  /**
   * Trains the model and writes it to the output, and then deletes the checkpoints.
   *
   * @param resume whether to continue from the checkpoint, if there is one
   * @throws IOException if the model or a checkpoint cannot be written, or there is no room for
   *     them; an {@link OutputTakenException} if a file has come to the output meanwhile
   * @throws org.digitpad.io.BadInputException if no checkpoint is intact, or it is of another run
   * @throws java.util.concurrent.CancellationException if stopped; the checkpoint stays
   */
  public Model train(TrainingListener listener, TrainingControl control, boolean resume)
      throws IOException {
    TrainingRun run = new TrainingRun(settings, data, lock.files(), listener, control);
    TrainingRun.Result result = run.train(resume);
    Calibrated calibrated = Calibrator.calibrate(settings, data, result.parameters());
    Model model = ModelCardWriter.model(settings, data, result, calibrated, drawings, command());
    save(model);
    run.deleteCheckpoint();
    return model;
  }

  /**
   * Writes the model, unless a file has come to the output since the lock was taken.
   *
   * @throws OutputTakenException if one has
   * @throws NotSavedException if the model cannot be written
   */
  public void save(Model model) throws IOException {
    lock.requireUnchanged();
    NotSavedException.unlessSaved(output(), () -> ModelFile.write(model, output()));
  }

  /**
   * Checks that a run that goes on replaces nothing but its own model, which is there if it was
   * killed before it deleted its checkpoints.
   *
   * @throws OutputTakenException if there is another file at the output
   */
  public void requireOwnOutput() throws OutputTakenException {
    if (Files.exists(output()) && !isOwn(output())) {
      throw new OutputTakenException(output());
    }
  }

  private boolean isOwn(Path file) {
    try {
      return gives(ModelFile.read(file));
    } catch (BadInputException noModel) {
      return false;
    }
  }

  /** Whether a model is the result of this training. */
  public boolean gives(Model model) {
    ModelCard card = model.card();
    Recipe recipe = settings.recipe();
    return model.architecture().equals(settings.architecture())
        && card.recipe().equals(recipe.name())
        && card.batchSize() == recipe.batchSize()
        && Objects.equals(card.learningRate(), recipe.learningRate())
        && card.epochs() == settings.epochs()
        && card.seed() == settings.seed()
        && card.dataSha256().equals(data.sha256());
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
    return command.append(options).append(option("--out", output())).toString();
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
