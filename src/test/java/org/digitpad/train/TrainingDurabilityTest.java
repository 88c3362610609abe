package org.digitpad.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.digitpad.io.FileErrors;
import org.digitpad.io.faults.Durability;
import org.digitpad.io.faults.Durability.Session;
import org.digitpad.nn.model.EpochMetrics;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.ModelFile;
import org.digitpad.nn.model.Models;
import org.junit.jupiter.api.Test;

/** What is left of a training run after crashes and failures. */
class TrainingDurabilityTest {
  private static final int EPOCHS = 3;
  private static final Model MODEL = Models.numbered();

  /**
   * A run of three epochs, whose versions are its checkpoints; the fourth is the model, after which
   * the checkpoints are deleted.
   */
  private static class Run implements Session {
    final RunFiles files;

    Run(Path folder) {
      files = new RunFiles(folder.resolve("model.safetensors"));
    }

    @Override
    public void write(int version) throws IOException {
      CheckpointFile checkpoints = new CheckpointFile(files);
      if (version <= EPOCHS) {
        checkpoints.write(checkpoint(version));
      } else {
        ModelFile.write(model(version), files.output());
        checkpoints.delete();
      }
    }

    @Override
    public int read() {
      if (Files.exists(files.output())) {
        Model found = ModelFile.read(files.output());
        int version = found.card().strokes();
        assertThat(found).isEqualTo(model(version));
        return version;
      }
      CheckpointFile.Found found = new CheckpointFile(files).find(saved -> true);
      assertThat(found.damaged()).isEmpty();
      if (found.checkpoint() == null) {
        return 0;
      }
      int version = found.checkpoint().history().size();
      assertThat(found.checkpoint().toBytes()).isEqualTo(checkpoint(version).toBytes());
      return version;
    }
  }

  private static Model model(int version) {
    return new Model(
        MODEL.architecture(), MODEL.parameters(), MODEL.card().withStrokes(0.5, version));
  }

  /** A checkpoint of a network that is small, so that there can be thousands of crashes. */
  private static Checkpoint checkpoint(int epochs) {
    Checkpoint.Run run =
        new Checkpoint.Run("tiny", "best", "", 10, 0.01, EPOCHS, 1, Map.of("data", "00"));
    List<EpochMetrics> history = new ArrayList<>();
    for (int epoch = 1; epoch <= epochs; epoch++) {
      history.add(new EpochMetrics(epoch, 1, 0.5, 0.5, 0.5, 0.5));
    }
    float[] parameters = new float[100];
    Arrays.fill(parameters, epochs);
    return new Checkpoint(run, 10 * epochs, history, parameters, new float[200], null);
  }

  @Test
  void aCrashLeavesTheLastEpochOrTheModel() {
    assertThat(Durability.afterCrashes(Durability.SEEDS, Run::new)).isEmpty();
  }

  @Test
  void aFailureIsToldAndLeavesTheEpochBefore() {
    assertThat(Durability.afterRefusals(Run::new, FileErrors::reason)).isEmpty();
  }

  @Test
  void deletingTheCheckpointsBeforeTheModelIsOnTheDiskIsFound() {
    Function<Path, Session> broken =
        folder ->
            new Run(folder) {
              @Override
              public void write(int version) throws IOException {
                if (version > EPOCHS) {
                  new CheckpointFile(files).delete();
                }
                super.write(version);
              }
            };
    assertThat(Durability.afterCrashes(200, broken)).isNotEmpty();
  }
}
