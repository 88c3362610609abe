package org.digitpad.ui.train.run;

import java.io.IOException;
import org.digitpad.nn.model.Model;
import org.digitpad.train.ModelTraining;
import org.digitpad.train.TrainingControl;
import org.digitpad.train.TrainingListener;

/** Trains a model, as {@link ModelTraining#train} does. */
@FunctionalInterface
public interface Trainer {
  Model train(
      ModelTraining training, TrainingListener listener, TrainingControl control, boolean resume)
      throws IOException;
}
