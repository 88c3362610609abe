package org.digitpad.recognize;

import java.io.IOException;
import java.util.Locale;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.ModelFile;
import org.digitpad.train.Recipe;
import org.digitpad.train.TrainingControl;
import org.digitpad.train.TrainingData;
import org.digitpad.train.TrainingListener;
import org.digitpad.train.TrainingRun;
import org.digitpad.train.TrainingSettings;

/** From settings to a model with its card in a file. */
public final class ModelTraining {
  private ModelTraining() {}

  /**
   * Trains a model and writes it to the settings' output; only then the checkpoint is deleted.
   *
   * @param resume whether to go on from the checkpoint, where there is one
   * @throws IOException if the model or a checkpoint cannot be written
   * @throws org.digitpad.data.BadInputException if the checkpoint is damaged or of another run
   * @throws java.util.concurrent.CancellationException if stopped; the checkpoint stays
   */
  public static Model train(
      TrainingSettings settings,
      TrainingData data,
      TrainingListener listener,
      TrainingControl control,
      boolean resume)
      throws IOException {
    TrainingRun run = new TrainingRun(settings, data, listener, control);
    TrainingRun.Result result = run.train(resume);
    Model model = CardWriter.model(settings, data, result, null, null, command(settings));
    ModelFile.write(model, settings.output());
    run.deleteCheckpoint();
    return model;
  }

  /** The command that trains the same on the command line. */
  private static String command(TrainingSettings settings) {
    Recipe recipe = settings.recipe();
    boolean usual =
        Recipe.named(recipe.name()).filter(named -> named.batch() == recipe.batch()).isPresent();
    return String.format(
        Locale.ROOT,
        "java -jar target/digitpad.jar train --model %s --recipe %s --epochs %d%s --seed %d"
            + " --out %s",
        settings.architecture().name(),
        recipe.name(),
        settings.epochs(),
        usual ? "" : " --batch " + recipe.batch(),
        settings.seed(),
        settings.output().getFileName());
  }
}
