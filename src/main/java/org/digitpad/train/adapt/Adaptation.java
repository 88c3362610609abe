package org.digitpad.train.adapt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.evaluate.Evaluation;
import org.digitpad.evaluate.EvaluationTally;
import org.digitpad.evaluate.Evaluator;
import org.digitpad.evaluate.StrokesEvaluation;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.kernel.ArgMax;
import org.digitpad.nn.kernel.Blas;
import org.digitpad.nn.model.Calibration;
import org.digitpad.nn.model.EpochMetrics;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.ModelCard;
import org.digitpad.nn.model.ParentModel;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.recognize.ModelLibrary;
import org.digitpad.recognize.Recognizer;
import org.digitpad.train.Calibrator;
import org.digitpad.train.Calibrator.Calibrated;
import org.digitpad.train.Recipe;
import org.digitpad.train.TrainingData;
import org.digitpad.train.TrainingSettings;

/**
 * Makes a copy of a model that has learned a person's hand from labeled drawings, and compares it
 * with its parent. The parent stays as it is. The same drawings, data and seed give the same copy,
 * bit for bit, on the same BLAS kernels, with any number of threads.
 *
 * @param parent a network, not a combination
 * @param parentName its name for the card of the copy
 * @param drawings of one person, all labeled
 * @param data what the parent was trained on, or the like, which the copy is not to forget; its
 *     validation samples are the test set
 */
public record Adaptation(
    LibraryModel parent,
    String parentName,
    List<LabeledDrawing> drawings,
    TrainingData data,
    AdaptationMethod method,
    long seed,
    int threads) {
  /** Name of the recipe on the copy's card. */
  public static final String RECIPE = "adapt";

  private static final String COMMAND = "java -jar target/digitpad.jar train";

  /** Fewer drawings than this are refused: they would leave too few to compare on. */
  public static final int MIN_DRAWINGS = 5;

  /**
   * Parts that the drawings are cut into; a copy learns from all but one, and is tested on that.
   */
  private static final int FOLDS = 5;

  /** Of the accuracy on the test set; a copy that forgets more goes back towards its parent. */
  private static final double FORGOTTEN = 0.0005 + 1e-9;

  private static final int THIRDS = 3;

  // shares of the work, roughly
  private static final double TRAINED = 0.75;
  private static final double TESTED_BEFORE = 0.81;
  private static final double TESTED_AFTER = 0.88;
  private static final double CALIBRATED = 0.95;

  private static final int CLASSES = 10;
  private static final double NANOS_PER_SECOND = 1e9;

  /**
   * Checks the drawings.
   *
   * @throws BadInputException if there are too few, or if one is blank
   * @throws IllegalArgumentException if the parent is a combination
   */
  public Adaptation {
    drawings = List.copyOf(drawings);
    if (parent.isCombination()) {
      throw new IllegalArgumentException(parent.name() + " combines several models");
    }
    if (drawings.size() < MIN_DRAWINGS) {
      throw new BadInputException(
          Messages.plural("train.adapt.tooFew", drawings.size(), MIN_DRAWINGS));
    }
    for (int i = 0; i < drawings.size(); i++) {
      if (drawings.get(i).drawing().isBlank()) {
        throw new BadInputException(Messages.get("train.adapt.blank", i + 1));
      }
    }
  }

  /**
   * A copy and how it compares with its parent.
   *
   * @param model the copy
   * @param comparison of the two
   */
  public record Result(Model model, AdaptationComparison comparison) {}

  /**
   * Makes the copy and compares it. Takes seconds.
   *
   * @param options command-line options for the command in the card, each with a leading space
   */
  public Result run(String options) {
    return run(options, share -> {});
  }

  /**
   * Makes the copy and compares it, as the other method does.
   *
   * @param progress receives the share of the work that is done, 0 to 1, on several threads; ends
   *     the work if it throws an exception
   * @throws CancellationException if {@code progress} throws it
   */
  public Result run(String options, DoubleConsumer progress) {
    Model before = parent.model();
    Architecture architecture = before.architecture();
    AdaptationSamples replay = replay();
    int[] folds = folds();
    long start = System.nanoTime();
    float[][] copies = copies(before, folds, replay, progress);
    double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
    TrainingSettings settings = new TrainingSettings(architecture, Recipe.BEST, 1, seed, threads);
    Evaluation testBefore = test(before.parameters());
    progress.accept(TESTED_BEFORE);
    int thirds = thirds(copies[FOLDS], testBefore);
    for (int i = 0; i < copies.length; i++) {
      copies[i] = towards(copies[i], thirds);
    }
    progress.accept(TESTED_AFTER);
    Calibrated calibrated = Calibrator.calibrate(settings, data, copies[FOLDS]);
    float[] parameters = calibrated.parameters();
    progress.accept(CALIBRATED);
    Evaluation testAfter = test(parameters);
    progress.accept(1);
    int[] read = new int[drawings.size()];
    Evaluation ownAfter = heldOut(before, copies, folds, read);
    Evaluation ownBefore = StrokesEvaluation.of(before, drawings).evaluation();
    AdaptationComparison comparison =
        new AdaptationComparison(ownBefore, ownAfter, testBefore, testAfter, changes(before, read));
    ModelCard card = card(before.card(), comparison, seconds, COMMAND + options);
    return new Result(
        new Model(
            architecture,
            parameters,
            new Calibration(
                before.calibration().temperature() * calibrated.calibration().temperature(),
                calibrated.calibration().minLogSumExp()),
            architecture.readsMovement() ? combination(architecture, parameters) : null,
            card),
        comparison);
  }

  /** Returns the parameters of the copy alone, neither calibrated nor compared. */
  public float[] learn() {
    float[] copy = train(parent.model(), drawings, method, replay(), samples -> {});
    return towards(copy, thirds(copy, test(parent.model().parameters())));
  }

  private Evaluation test(float[] parameters) {
    Architecture architecture = parent.model().architecture();
    return Evaluator.evaluate(architecture, parameters, data.validation(), threads);
  }

  /**
   * How many thirds of its way from the parent a copy goes: all three, unless it would forget too
   * much of the test set.
   */
  private int thirds(float[] copy, Evaluation testBefore) {
    int thirds = THIRDS;
    while (thirds > 1
        && test(towards(copy, thirds)).accuracy() < testBefore.accuracy() - FORGOTTEN) {
      thirds--;
    }
    return thirds;
  }

  /** A point on the way from the parent to a copy. */
  private float[] towards(float[] copy, int thirds) {
    if (thirds == THIRDS) {
      return copy;
    }
    float[] values = parent.model().parameters();
    for (int i = 0; i < values.length; i++) {
      values[i] += (copy[i] - values[i]) * thirds / THIRDS;
    }
    return values;
  }

  /** The copies that have learned without one fold each, and last the one that has learned all. */
  private float[][] copies(
      Model before, int[] folds, AdaptationSamples replay, DoubleConsumer progress) {
    AdaptationMethod ofFold = method.ofFold();
    int[] work = new int[FOLDS + 1];
    Arrays.fill(work, ofFold.samples());
    work[FOLDS] = method.samples();
    double all = Arrays.stream(work).sum() / TRAINED;
    LongAdder done = new LongAdder();
    float[][] copies = new float[FOLDS + 1][];
    // the longest first, or it would keep all waiting
    AtomicInteger next = new AtomicInteger(FOLDS);
    IntStream.range(0, threads)
        .parallel()
        .forEach(
            thread -> {
              for (int fold = next.getAndDecrement(); fold >= 0; fold = next.getAndDecrement()) {
                copies[fold] =
                    train(
                        before,
                        withoutFold(folds, fold),
                        fold == FOLDS ? method : ofFold,
                        replay,
                        samples -> {
                          done.add(samples);
                          progress.accept(done.sum() / all);
                        });
              }
            });
    return copies;
  }

  private AdaptationSamples replay() {
    return parent.model().architecture().readsMovement()
        ? Replay.ofMovement()
        : Replay.ofImages(data.training());
  }

  private static Calibration combination(Architecture architecture, float[] parameters) {
    Model images = ModelLibrary.find(ModelLibrary.DEFAULT).model();
    return Calibrator.combine(images, architecture, parameters);
  }

  private float[] train(
      Model before,
      List<LabeledDrawing> own,
      AdaptationMethod how,
      AdaptationSamples replay,
      IntConsumer seen) {
    Architecture architecture = before.architecture();
    return new FineTuning(architecture, before.parameters(), how)
        .train(OwnDrawings.of(own, architecture.readsMovement()), replay, seed, seen);
  }

  /** The fold of each drawing: those of a digit go to the folds in turn. */
  private int[] folds() {
    int[] folds = new int[drawings.size()];
    List<Integer> byDigit =
        IntStream.range(0, drawings.size())
            .boxed()
            .sorted(Comparator.comparing(i -> Objects.requireNonNull(drawings.get(i).label())))
            .toList();
    for (int i = 0; i < folds.length; i++) {
      folds[byDigit.get(i)] = i % FOLDS;
    }
    return folds;
  }

  private List<LabeledDrawing> withoutFold(int[] folds, int fold) {
    List<LabeledDrawing> rest = new ArrayList<>();
    for (int i = 0; i < folds.length; i++) {
      if (folds[i] != fold) {
        rest.add(drawings.get(i));
      }
    }
    return rest;
  }

  /**
   * Evaluates each drawing with the copy that has not learned from it.
   *
   * @param read receives the digit that each drawing is read as
   */
  private Evaluation heldOut(Model before, float[][] copies, int[] folds, int[] read) {
    List<Recognizer> recognizers = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      recognizers.add(
          new Recognizer(
              new Model(before.architecture(), copies[fold], before.calibration(), before.card())));
    }
    EvaluationTally tally = new EvaluationTally(CLASSES);
    for (int i = 0; i < read.length; i++) {
      LabeledDrawing drawing = drawings.get(i);
      float[] probabilities =
          recognizers.get(folds[i]).recognize(drawing.drawing()).probabilities();
      tally.add(Objects.requireNonNull(drawing.label()), probabilities, 0);
      read[i] = ArgMax.of(probabilities);
    }
    return tally.evaluation();
  }

  /** The drawings that are read as another digit than before. */
  private List<AdaptationComparison.Change> changes(Model before, int[] read) {
    Recognizer recognizer = new Recognizer(before);
    List<AdaptationComparison.Change> changes = new ArrayList<>();
    for (int i = 0; i < read.length; i++) {
      LabeledDrawing drawing = drawings.get(i);
      int was = ArgMax.of(recognizer.recognize(drawing.drawing()).probabilities());
      if (was != read[i]) {
        int label = Objects.requireNonNull(drawing.label());
        changes.add(new AdaptationComparison.Change(i, label, was, read[i]));
      }
    }
    return changes;
  }

  private ModelCard card(
      ModelCard before, AdaptationComparison comparison, double seconds, String command) {
    Evaluation own = comparison.ownAfter();
    Evaluation test = comparison.testAfter();
    Map<String, String> sha256 = new TreeMap<>(data.sha256());
    return new ModelCard(
        RECIPE,
        seed,
        1,
        method.own() + method.replayed(),
        method.learningRate(),
        drawings.size(),
        data.validation().size(),
        seconds,
        List.of(
            new EpochMetrics(1, seconds, own.loss(), own.accuracy(), test.loss(), test.accuracy())),
        test.ece(),
        own.accuracy(),
        own.samples(),
        before.latencyMicros(),
        Blas.kernels(),
        command,
        sha256,
        new ParentModel(parentName, parent.sha256()));
  }
}
