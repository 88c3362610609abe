package org.digitpad.ui.train.run;

import java.io.IOException;
import org.digitpad.nn.model.Model;
import org.digitpad.train.TrainingControl;
import org.digitpad.train.TrainingData;
import org.digitpad.train.TrainingListener;
import org.digitpad.train.TrainingSettings;

/** Trains, as {@link org.digitpad.train.ModelTraining} does. */
@FunctionalInterface
public interface Trainer {
  /**
   * Trains a model.
   *
   * @param options what the model's card is to say of the data
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
