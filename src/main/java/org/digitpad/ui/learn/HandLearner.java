package org.digitpad.ui.learn;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import org.digitpad.data.Dataset;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.source.DataSource;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.synth.BuiltinDataset;
import org.digitpad.data.synth.PenDataset;
import org.digitpad.io.BadInputException;
import org.digitpad.io.JavaHeap;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.train.ModelTraining;
import org.digitpad.train.TrainingData;
import org.digitpad.train.adapt.Adaptation;
import org.digitpad.train.adapt.AdaptationMethod;

/** Learns on all processors, with MNIST's images beside the drawings, or built-in digits. */
public final class HandLearner implements Learner {
  /** More than a copy sees of them; generating all that training uses would take longer. */
  private static final int BUILTIN = 12_000;

  private static final int TEST = 10_000;
  private static final long SEED = 1;

  private final Supplier<DataSource> source;

  /**
   * @param source finds MNIST; may be slow
   */
  public HandLearner(Supplier<DataSource> source) {
    this.source = source;
  }

  @Override
  public Learned learn(
      LibraryModel parent, List<LabeledDrawing> drawings, DoubleConsumer progress) {
    try {
      Architecture architecture = parent.model().architecture();
      Optional<TrainingData> mnist = architecture.readsMovement() ? Optional.empty() : findImages();
      TrainingData data = mnist.orElseGet(() -> TrainingData.of(builtin(architecture)));
      String parentName = parent.isBundled() ? parent.name() : parent.title();
      progress.accept(0);
      Adaptation.Result result =
          new Adaptation(
                  parent,
                  parentName,
                  drawings,
                  data,
                  AdaptationMethod.best(architecture, drawings.size()),
                  SEED,
                  Runtime.getRuntime().availableProcessors())
              .run(ModelTraining.option("--adapt", Path.of(parentName)), progress);
      LabeledImages pictures =
          architecture.readsMovement()
              ? new BuiltinDataset(0, TEST).test() // the same digits
              : data.validation();
      return new Learned(result.model(), result.comparison(), pictures, mnist.isPresent());
    } finally {
      JavaHeap.trimSoon(); // the images alone take tens of megabytes
    }
  }

  /** The images that trainings use, unless they are missing or damaged. */
  private Optional<TrainingData> findImages() {
    try {
      return Optional.of(TrainingData.of(source.get().dataset()));
    } catch (BadInputException missing) {
      return Optional.empty();
    }
  }

  private static Dataset builtin(Architecture architecture) {
    // movement to train on is drawn when it is needed
    return architecture.readsMovement()
        ? new PenDataset(0, TEST)
        : new BuiltinDataset(BUILTIN, TEST);
  }
}
