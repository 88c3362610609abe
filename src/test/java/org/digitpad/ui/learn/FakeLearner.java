package org.digitpad.ui.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.evaluate.Evaluation;
import org.digitpad.evaluate.Evaluation.Misclassified;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.ModelCard;
import org.digitpad.nn.model.Models;
import org.digitpad.nn.model.ParentModel;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.train.adapt.AdaptationComparison;
import org.digitpad.train.adapt.AdaptationComparison.Change;

/** Learns nothing, and returns at once what a test wants. */
public final class FakeLearner implements Learner {
  /** Errors in the own drawings, of which the parent makes two. */
  public int ownErrors = 1;

  /** Errors in 100 digits of the test set, of which the parent makes two. */
  public int testErrors = 2;

  /** A sentence to fail with. */
  public String failure = "";

  /** What was learned from, each time. */
  public final List<LibraryModel> parents = new ArrayList<>();

  @Override
  public Learned learn(
      LibraryModel parent, List<LabeledDrawing> drawings, DoubleConsumer progress) {
    parents.add(parent);
    progress.accept(0.5);
    if (!failure.isEmpty()) {
      throw new BadInputException(failure);
    }
    return new Learned(
        copy(parent.isBundled() ? parent.name() : parent.title(), drawings.size()),
        new AdaptationComparison(
            evaluation(drawings.size(), 0, 2),
            evaluation(drawings.size(), 0, ownErrors),
            evaluation(100, 0, 2),
            evaluation(100, 1, testErrors),
            List.of(new Change(1, 7, 1, 7), new Change(2, 4, 4, 9), new Change(3, 4, 5, 9))),
        MnistLikeDigits.images(100, 1),
        false);
  }

  /** A copy whose card says what it has learned from. */
  static Model copy(String parent, int drawings) {
    Model model = Models.always(7, 8);
    ModelCard card = model.card();
    return new Model(
        model.architecture(),
        model.parameters(),
        new ModelCard(
            card.recipe(),
            card.seed(),
            card.epochs(),
            card.batchSize(),
            card.learningRate(),
            drawings,
            card.validatedOn(),
            card.seconds(),
            card.history(),
            card.calibrationError(),
            card.strokesAccuracy(),
            card.strokes(),
            card.latencyMicros(),
            card.kernels(),
            card.command(),
            card.dataSha256(),
            new ParentModel(parent, "00ff")));
  }

  private static Evaluation evaluation(int samples, int from, int errors) {
    return new Evaluation(
        samples,
        (double) (samples - errors) / samples,
        0,
        0,
        List.of(),
        IntStream.range(from, from + errors).mapToObj(i -> new Misclassified(i, 3, 5)).toList());
  }
}
