package org.digitpad.bench;

import org.digitpad.data.augment.Augmentation;
import org.digitpad.data.mnist.MnistFolder;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.strokes.StrokesFile;
import org.digitpad.evaluate.EvaluationTally;
import org.digitpad.ink.StrokeRenderer;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architectures;
import org.digitpad.nn.dl4j.Optimizer.FixedRateAdam;
import org.digitpad.nn.dl4j.Optimizer.OneCycleAdamW;
import org.digitpad.nn.dl4j.Optimizer;
import org.digitpad.nn.kernel.Classifier;
import org.digitpad.nn.model.EpochMetrics;
import org.digitpad.train.Recipe;
import org.digitpad.train.RunFiles;
import org.digitpad.train.TrainingControl;
import org.digitpad.train.TrainingData;
import org.digitpad.train.TrainingListener;
import org.digitpad.train.TrainingRun;
import org.digitpad.train.TrainingSettings;


import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Prints what each part of the best recipe contributes: trains the Conv-GRU with one part removed or
 * replaced at a time, and measures its accuracy on MNIST's test images and on pen drawings.
 *
 * <pre>
 * mvn -Pbench -DskipTests package exec:exec -Dbench.main=org.digitpad.bench.Ablation \
 *   -Dbench.args="FOLDER strokes.jsonl.gz 3"
 * </pre>
 *
 * <p>Arguments: a folder with MNIST's files, a strokes file, and the number of seeds (3), which count
 * from 1.
 */
public final class Ablation {
  private static final Architecture ARCHITECTURE = Architectures.CONV_GRU;
  private static final Recipe BEST = Recipe.BEST;
  private static final OneCycleAdamW OPTIMIZER = (OneCycleAdamW) BEST.optimizer();
  private static final int EPOCHS = 10;

  private final TrainingData data;
  private final List<LabeledDrawing> drawings;
  private final int seeds;
  private final RunFiles files;

  private Ablation(TrainingData data, List<LabeledDrawing> drawings, int seeds, RunFiles files) {
    this.data = data;
    this.drawings = drawings;
    this.seeds = seeds;
    this.files = files;
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("ablation");
    Ablation ablation =
        new Ablation(
            TrainingData.of(new MnistFolder(Path.of(arguments[0]))),
            StrokesFile.read(Path.of(arguments[1])),
            arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3,
            new RunFiles(folder.resolve("trial.safetensors")));
    print("| recipe | MNIST test: median (range) | pen drawings: median (range) |");
    print("|---|---|---|");
    ablation.row("best", BEST);
    ablation.row("one view of each image", with(BEST.unfinishedShare(), 1));
    ablation.row("unfinished digits, a tenth", with(0.1, BEST.views()));
    ablation.row(
        "no builtin digits", with(OPTIMIZER, BEST.augmentation(), 0, BEST.nonDigitShare()));
    ablation.row(
        "no augmentation",
        with(OPTIMIZER, Augmentation.NONE, BEST.builtinShare(), BEST.nonDigitShare()));
    ablation.row(
        "no non-digits",
        with(OPTIMIZER, BEST.augmentation(), BEST.builtinShare(), 0));
    ablation.row(
        "no weight decay",
        with(new OneCycleAdamW(OPTIMIZER.learningRate(), 0, OPTIMIZER.maxGradientNorm())));
    ablation.row(
        "no gradient clipping",
        with(
            new OneCycleAdamW(
                OPTIMIZER.learningRate(), OPTIMIZER.weightDecay(), Double.MAX_VALUE)));
    ablation.row("Adam at a constant 0.001", with(new FixedRateAdam(0.001)));
    ablation.row("batches of 128", BEST.withBatchSize(128));
    ablation.row("the reference recipe", Recipe.REFERENCE);
    Files.delete(folder);
  }

  private static Recipe with(Optimizer optimizer) {
    return with(optimizer, BEST.augmentation(), BEST.builtinShare(), BEST.nonDigitShare());
  }

  private static Recipe with(
      Optimizer optimizer, Augmentation augmentation, double builtinShare, double nonDigitShare) {
    return new Recipe(
        "trial",
        BEST.batchSize(),
        optimizer,
        augmentation,
        builtinShare,
        nonDigitShare,
        BEST.unfinishedShare(),
        BEST.views());
  }

  private static Recipe with(double unfinishedShare, int views) {
    return new Recipe(
        "trial",
        BEST.batchSize(),
        OPTIMIZER,
        BEST.augmentation(),
        BEST.builtinShare(),
        BEST.nonDigitShare(),
        unfinishedShare,
        views);
  }

  private void row(String title, Recipe recipe) throws IOException {
    List<Double> test = new ArrayList<>();
    List<Double> pen = new ArrayList<>();
    for (int seed = 1; seed <= seeds; seed++) {
      TrainingSettings settings =
          new TrainingSettings(
              ARCHITECTURE,
              recipe,
              EPOCHS,
              seed,
              Runtime.getRuntime().availableProcessors());
      TrainingRun run =
          new TrainingRun(settings, data, files, new SilentListener(), new TrainingControl());
      TrainingRun.Result result = run.train(false);
      run.deleteCheckpoint();
      test.add(100 * result.validation().accuracy());
      pen.add(100 * strokesAccuracy(result.parameters()));
    }
    print("| %s | %s | %s |", title, spread(test), spread(pen));
  }

  private double strokesAccuracy(float[] parameters) {
    EvaluationTally tally = new EvaluationTally(ARCHITECTURE.classCount());
    Classifier classifier = new Classifier(ARCHITECTURE, parameters);
    for (LabeledDrawing drawing : drawings) {
      float[] image = StrokeRenderer.render(drawing.drawing()).toArray();
      tally.add(Objects.requireNonNull(drawing.label()), classifier.classify(image), 0);
    }
    return tally.evaluation().accuracy();
  }

  private static String spread(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return String.format(
        Locale.ROOT,
        "%.2f%% (%.2f to %.2f)",
        sorted[sorted.length / 2],
        sorted[0],
        Arrays.stream(sorted).max().orElseThrow());
  }

  private static void print(String format, Object... arguments) {
    System.out.println(String.format(Locale.ROOT, format, arguments));
  }

  private static final class SilentListener implements TrainingListener {
    @Override
    public void onStep(StepMetrics step) {}

    @Override
    public void onEpoch(EpochMetrics epoch) {}
  }
}
