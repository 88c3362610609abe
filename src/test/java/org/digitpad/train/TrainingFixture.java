package org.digitpad.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.nn.arch.Architectures;

/** Short training runs on few digits, whose model goes to a folder of the test. */
final class TrainingFixture {
  /** Like {@code best}, but with few additional images. */
  static final Recipe RECIPE =
      new Recipe(
          "best", 50, Recipe.BEST.optimizer(), Recipe.BEST.augmentation(), 1.0 / 3, 1.0 / 10, 0, 1);

  /** 248 images, 83 builtin digits and 25 non-digits an epoch. */
  static final TrainingData DATA =
      new TrainingData(
          MnistLikeDigits.images(248, 1),
          MnistLikeDigits.images(130, 2),
          Map.of("a.gz", "aa", "b.gz", "bb"));

  /** Steps in an epoch over {@link #DATA}; the last batch is smaller. */
  static final int STEPS = 8;

  final RunFiles files;

  TrainingFixture(Path folder) {
    files = new RunFiles(folder.resolve("model.safetensors"));
  }

  Path checkpoint() {
    return files.checkpoint();
  }

  static TrainingSettings settings(int epochs, long seed, int threads) {
    return settings(RECIPE, epochs, seed, threads);
  }

  static TrainingSettings settings(Recipe recipe, int epochs, long seed, int threads) {
    return new TrainingSettings(Architectures.CONV_GRU, recipe, epochs, seed, threads);
  }

  /** A run that nothing pauses or stops. */
  TrainingRun run(TrainingSettings settings) {
    return run(settings, DATA, new RecordingListener());
  }

  TrainingRun run(TrainingSettings settings, TrainingListener listener) {
    return run(settings, DATA, listener);
  }

  TrainingRun run(TrainingSettings settings, TrainingData data, TrainingListener listener) {
    return run(settings, data, listener, new TrainingControl());
  }

  TrainingRun run(
      TrainingSettings settings,
      TrainingData data,
      TrainingListener listener,
      TrainingControl control) {
    return new TrainingRun(settings, data, files, listener, control);
  }

  /** Trains to the end and leaves no checkpoint. */
  TrainingRun.Result train(TrainingSettings settings) throws IOException {
    TrainingRun run = run(settings);
    TrainingRun.Result result = run.train(false);
    run.deleteCheckpoint();
    return result;
  }
}
