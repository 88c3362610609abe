package org.digitpad.train;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.digitpad.fuzz.FuzzFormat;
import org.digitpad.fuzz.ModelFormats;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.arch.Architectures;
import org.digitpad.nn.model.EpochMetrics;

/** Checkpoints, for fuzzing. */
public final class CheckpointFuzzFormat {
  private CheckpointFuzzFormat() {}

  public static FuzzFormat format() {
    return new FuzzFormat("checkpoint", CheckpointFuzzFormat::read, valid())
        .shielded(file -> file, ModelFormats::withRightChecksum)
        .protectedIf(ModelFormats::hasChecksum)
        .words(ModelFormats.WORDS)
        .words("\"iteration\":-5", "\"history\":[]", "\"digitpad.checkpoint\":", "\"seed\":");
  }

  private static Object read(Path file) {
    Checkpoint checkpoint;
    try {
      checkpoint = Checkpoint.read(file);
    } catch (DamagedCheckpointException damaged) {
      // a run sets it aside, or says so
      throw new BadInputException(Messages.get("train.checkpoint.damaged", file), damaged);
    }
    return List.of(
        checkpoint.run(),
        checkpoint.iteration(),
        checkpoint.history(),
        FloatBuffer.wrap(checkpoint.parameters()),
        FloatBuffer.wrap(checkpoint.optimizer()));
  }

  private static byte[] valid() {
    int count = Architectures.CONV_GRU.parameterCount();
    float[] optimizer = new float[2 * count];
    Arrays.fill(optimizer, 0.5f);
    Checkpoint.Run run =
        new Checkpoint.Run(
            "conv-gru",
            "best",
            Checkpoint.details(Recipe.BEST),
            Recipe.BEST.batchSize(),
            Recipe.BEST.learningRate(),
            3,
            1,
            Map.of("a.gz", "00ff", "b.gz", "ff00"));
    List<EpochMetrics> history =
        List.of(
            new EpochMetrics(1, 6.25, 0.5, 0.75, 0.25, 0.9375),
            new EpochMetrics(2, 6.25, 0.25, 0.875, 0.125, 0.96875));
    return new Checkpoint(run, 172, history, new float[count], optimizer, "Haswell").toBytes();
  }
}
