package org.digitpad.ui.train.run;

import java.io.IOException;
import org.digitpad.nn.model.Model;
import org.digitpad.train.TrainingControl;
import org.digitpad.train.TrainingData;
import org.digitpad.train.TrainingListener;
import org.digitpad.train.TrainingSettings;

/** Trains a model; {@link org.digitpad.train.ModelTraining} outside of tests. */
@FunctionalInterface
public interface Trainer {
  /**
   * Trains a model and writes it to the settings' output.
   *
   * @param options the command-line options that name the data, for the model's card
   * @param resume whether to resume from the checkpoint, if there is one
   */
  Model train(
      TrainingSettings settings,
      TrainingData data,
      String options,
      TrainingListener listener,
      TrainingControl control,
      boolean resume)
      throws IOException;
}
