package org.digitpad.train;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.arch.Architectures;
import org.digitpad.nn.model.EpochMetrics;

/**
 * A run that was stopped or killed after at least one whole epoch, and can go on.
 *
 * @param settings as they were, but for the threads
 * @param output file that its model is to be written to
 * @param history the epochs so far
 * @param dataSha256 SHA-256 of each data file by name; only with these can it go on
 */
public record UnfinishedRun(
    TrainingSettings settings,
    Path output,
    List<EpochMetrics> history,
    Map<String, String> dataSha256) {
  public UnfinishedRun {
    history = List.copyOf(history);
    dataSha256 = Map.copyOf(dataSha256);
  }

  /**
   * Looks for runs whose models were to go to a folder, by name. Checkpoints that are damaged or of
   * recipes that this version has not are passed over.
   *
   * @param threads for the settings
   * @throws IOException if the folder cannot be read
   */
  public static List<UnfinishedRun> in(Path folder, int threads) throws IOException {
    List<UnfinishedRun> runs = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return runs;
    }
    List<Path> checkpoints = new ArrayList<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder, "*" + Checkpoint.EXTENSION)) {
      files.forEach(checkpoints::add);
    }
    checkpoints.sort(null);
    for (Path file : checkpoints) {
      of(file, threads).ifPresent(runs::add);
    }
    return runs;
  }

  /** Whether these are the images that the run has learned from so far. */
  public boolean learnedFrom(TrainingData data) {
    return data.sha256().equals(dataSha256);
  }

  /** Gives the run up: deletes its checkpoint. */
  public void discard() throws IOException {
    Files.deleteIfExists(ModelTraining.checkpoint(output));
  }

  private static Optional<UnfinishedRun> of(Path file, int threads) throws IOException {
    Checkpoint checkpoint;
    try {
      checkpoint = Checkpoint.read(file);
    } catch (BadInputException damaged) {
      return Optional.empty();
    }
    Checkpoint.Run run = checkpoint.run();
    String name = file.getFileName().toString();
    Path output =
        file.resolveSibling(name.substring(0, name.length() - Checkpoint.EXTENSION.length()));
    return Architectures.named(run.architecture())
        .flatMap(
            architecture ->
                Recipe.named(run.recipe())
                    .map(recipe -> recipe.withBatch(run.batch()).withRate(run.rate()))
                    .filter(recipe -> recipe.toString().equals(run.details()))
                    .map(
                        recipe ->
                            new TrainingSettings(
                                architecture, recipe, run.epochs(), run.seed(), threads)))
        .map(
            settings ->
                new UnfinishedRun(settings, output, checkpoint.history(), run.dataSha256()));
  }
}
