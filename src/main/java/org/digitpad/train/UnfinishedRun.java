package org.digitpad.train;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.digitpad.nn.arch.Architectures;
import org.digitpad.nn.model.EpochMetrics;

/**
 * A run that was stopped or killed after at least one complete epoch, and can be resumed.
 *
 * @param settings its settings, with the number of threads to resume with
 * @param files its model, which is not written yet, and its checkpoints
 * @param history metrics of the epochs so far
 * @param dataSha256 SHA-256 of each data file, by name; the run can be resumed only with this data
 * @param lastDamaged whether the last checkpoint is damaged, so that the run goes on from the one
 *     before
 */
public record UnfinishedRun(
    TrainingSettings settings,
    RunFiles files,
    List<EpochMetrics> history,
    Map<String, String> dataSha256,
    boolean lastDamaged) {
  public UnfinishedRun {
    history = List.copyOf(history);
    dataSha256 = Map.copyOf(dataSha256);
  }

  /** The run of a checkpoint; empty if this version does not know its network or recipe. */
  static Optional<UnfinishedRun> of(
      RunFiles files, Checkpoint checkpoint, boolean lastDamaged, int threads) {
    Checkpoint.Run run = checkpoint.run();
    return Architectures.named(run.architecture())
        .flatMap(
            architecture ->
                Recipe.named(run.recipe())
                    .map(
                        recipe ->
                            recipe
                                .withBatchSize(run.batchSize())
                                .withLearningRate(run.learningRate()))
                    .filter(recipe -> Checkpoint.details(recipe).equals(run.details()))
                    .map(
                        recipe ->
                            new TrainingSettings(
                                architecture, recipe, run.epochs(), run.seed(), threads)))
        .map(
            settings ->
                new UnfinishedRun(
                    settings, files, checkpoint.history(), run.dataSha256(), lastDamaged));
  }

  /** Whether this is the data that the run was trained on. */
  public boolean trainedOn(TrainingData data) {
    return data.sha256().equals(dataSha256);
  }

  /** Whether the run is still unfinished: another program may have finished or discarded it. */
  public boolean exists() {
    return files.hasCheckpoint();
  }

  /**
   * Deletes the run's checkpoints.
   *
   * @throws org.digitpad.io.BadInputException if the run goes on in another program
   */
  public void discard() throws IOException {
    try (RunLock lock = RunLock.acquire(files, RunLock.Holder.WINDOW)) {
      new CheckpointFile(lock.files()).delete();
    }
  }
}
