package org.digitpad.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.digitpad.evaluate.Evaluation;
import org.digitpad.evaluate.Evaluator;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.dl4j.Batch;
import org.digitpad.nn.dl4j.TrainableNetwork;
import org.digitpad.nn.dl4j.TrainableNetwork.StepResult;
import org.digitpad.nn.model.EpochMetrics;
import org.digitpad.train.Checkpoint.Run;
import org.digitpad.train.TrainingListener.StepMetrics;

/**
 * Trains a network epoch by epoch and saves a checkpoint after each. The same settings and data
 * give the same parameters, bit for bit, even if the run is killed and resumed from its checkpoint.
 */
public final class TrainingRun {
  private static final double NANOS_PER_SECOND = 1e9;

  private final TrainingSettings settings;
  private final TrainingData data;
  private final CheckpointFile checkpoints;
  private final TrainingListener listener;
  private final TrainingControl control;

  /**
   * Result of a run.
   *
   * @param parameters flat parameters of the network
   * @param history metrics of every epoch
   * @param validation the last epoch's evaluation
   */
  public record Result(float[] parameters, List<EpochMetrics> history, Evaluation validation) {
    public Result {
      history = List.copyOf(history);
    }

    /** Wall time of all epochs in seconds, without validation. */
    public double seconds() {
      return history.stream().mapToDouble(EpochMetrics::seconds).sum();
    }
  }

  /**
   * @param files where the state after the last complete epoch is saved
   * @param listener receives the progress
   * @param control pauses or stops the run
   */
  public TrainingRun(
      TrainingSettings settings,
      TrainingData data,
      RunFiles files,
      TrainingListener listener,
      TrainingControl control) {
    this.settings = settings;
    this.data = data;
    this.checkpoints = new CheckpointFile(files);
    this.listener = listener;
    this.control = control;
  }

  /**
   * Trains to the end.
   *
   * @param resume whether to continue from the checkpoint, if there is one
   * @throws IOException if a checkpoint cannot be written, or there is no room for it
   * @throws org.digitpad.io.BadInputException if no checkpoint is intact, or it is of another run
   * @throws java.util.concurrent.CancellationException if stopped; the checkpoint stays
   */
  public Result train(boolean resume) throws IOException {
    Run run = Run.of(settings, data);
    int stepsPerEpoch = settings.stepsPerEpoch(data.training().size());
    Optional<Checkpoint> start = Optional.empty();
    if (resume) {
      start = checkpoints.resume(run, stepsPerEpoch, listener::onNotice);
    } else {
      checkpoints.startOver(listener::onNotice);
    }
    checkpoints.requireSpace(settings);
    List<EpochMetrics> history = new ArrayList<>();
    EpochSamples images =
        EpochSamples.of(settings.architecture(), data.training(), settings.recipe());
    try (TrainableNetwork network =
        new TrainableNetwork(
            settings.architecture(),
            settings.recipe().optimizer(),
            settings.recipe().nonDigitShare() > 0,
            settings.seed(),
            stepsPerEpoch * settings.epochs(),
            settings.threads())) {
      start.ifPresent(
          saved -> {
            saved.restoreTo(network);
            history.addAll(saved.history());
          });
      listener.onStart(history.size());
      Evaluation validation = null;
      for (int epoch = history.size() + 1; epoch <= settings.epochs(); epoch++) {
        StepMetrics trained =
            trainEpoch(network, new EpochSampler(images, settings.seed(), epoch), epoch);
        validation = validate(network, epoch);
        requireNumber(validation.loss(), epoch, trained.step());
        listener.onValidation(epoch, validation);
        history.add(
            new EpochMetrics(
                epoch,
                trained.seconds(),
                trained.loss(),
                trained.accuracy(),
                validation.loss(),
                validation.accuracy()));
        checkpoints.write(Checkpoint.of(run, network, history));
        listener.onEpoch(history.get(history.size() - 1));
      }
      return new Result(
          network.parameters(),
          history,
          validation == null ? validate(network, settings.epochs()) : validation);
    }
  }

  /** Deletes the checkpoints, if there are any; to be called once the model is saved. */
  public void deleteCheckpoint() throws IOException {
    checkpoints.delete();
  }

  /** Trains one epoch; returns the metrics of its last step. */
  private StepMetrics trainEpoch(TrainableNetwork network, EpochSampler sampler, int epoch) {
    int batchSize = settings.recipe().batchSize();
    int steps = settings.stepsPerEpoch(data.training().size());
    long start = System.nanoTime();
    double loss = 0;
    int classified = 0;
    int correct = 0;
    int seen = 0;
    StepMetrics metrics = null;
    for (int step = 1; step <= steps; step++) {
      long pause = System.nanoTime();
      control.awaitResumed();
      start += System.nanoTime() - pause;
      Batch batch = sampler.batch(seen, batchSize);
      StepResult result = network.step(batch);
      requireNumber(result.loss(), epoch, step);
      loss += result.loss();
      classified += result.classified();
      correct += result.correct();
      seen += batch.size();
      double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
      metrics =
          new StepMetrics(
              epoch,
              step,
              steps,
              loss / seen,
              accuracy(correct, classified),
              result.loss() / batch.size(),
              accuracy(result.correct(), result.classified()),
              seconds);
      listener.onStep(metrics);
    }
    return Objects.requireNonNull(metrics, "no training images");
  }

  private static void requireNumber(double loss, int epoch, int step) {
    if (!Double.isFinite(loss)) {
      throw new ArithmeticException(Messages.get("train.run.lossNotFinite", epoch, step));
    }
  }

  /** The accuracy; 0 for a small batch without any digit. */
  private static double accuracy(int correct, int classified) {
    return (double) correct / Math.max(1, classified);
  }

  private Evaluation validate(TrainableNetwork network, int epoch) {
    try {
      return Evaluator.evaluate(
          settings.architecture(), network.parameters(), data.validation(), settings.threads());
    } catch (BadInputException notFinite) {
      // the last step has made the parameters too large
      int step = settings.stepsPerEpoch(data.training().size());
      throw new ArithmeticException(Messages.get("train.run.lossNotFinite", epoch, step));
    }
  }
}
