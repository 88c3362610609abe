package org.digitpad.ui.learn;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.nn.model.Model;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.train.adapt.AdaptationComparison;

/** Makes copies of models that have learned from drawings. */
@FunctionalInterface
public interface Learner {
  /**
   * A copy beside its parent.
   *
   * @param copy the copy, which is in no file yet
   * @param comparison of the two
   * @param pictures of the digits that both were tested on
   * @param mnist whether this is MNIST's test set, or else built-in digits
   */
  record Learned(
      Model copy, AdaptationComparison comparison, LabeledImages pictures, boolean mnist) {}

  /**
   * Makes a copy and compares it. Takes seconds.
   *
   * @param parent a network, not a combination
   * @param drawings of one person, all labeled
   * @param progress receives the share that is done, 0 to 1, on any thread; ends the work if it
   *     throws an exception
   * @throws CancellationException if {@code progress} throws it
   * @throws org.digitpad.io.BadInputException if the drawings or the model cannot be used
   */
  Learned learn(LibraryModel parent, List<LabeledDrawing> drawings, DoubleConsumer progress);
}
