package org.digitpad.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.digitpad.data.Dataset;
import org.digitpad.data.LabeledImages;
import org.digitpad.evaluate.Benchmark;
import org.digitpad.evaluate.Benchmark.Percentiles;
import org.digitpad.evaluate.Evaluator;
import org.digitpad.evaluate.Processor;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.Numbers;
import org.digitpad.io.BadInputException;
import org.digitpad.io.json.JsonFields;
import org.digitpad.nn.kernel.Blas;
import org.digitpad.nn.model.Model;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.train.TrainingBenchmark;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the speed of predictions and of training. */
@Command(name = "bench")
final class BenchCommand implements Callable<Integer> {
  private static final int LABEL_WIDTH = 22;
  private static final int NUMBER_WIDTH = 8;

  /** As many images as MNIST has to predict. */
  private static final int MAX_BATCH = 10_000;

  private final Console console;

  @Mixin private CommonOptions common;
  @Mixin private ModelOption modelOption;
  @Mixin private DataOption data;
  @Mixin private ThreadsOption threads;

  @Option(names = "--batch", split = ",", paramLabel = "N")
  private @Nullable List<Integer> batches;

  BenchCommand(Console console) {
    this.console = console;
  }

  /**
   * The JSON line.
   *
   * @param predictionsPerSecond in batches of the first size
   * @param predictionsPerSecondByBatch by batch size, in the order of the option; null without it
   */
  private record Line(
      String model,
      String processor,
      String kernels,
      Percentiles latencyMicros,
      Percentiles pipelineMicros,
      double predictionsPerSecond,
      @Nullable Map<Integer, Double> predictionsPerSecondByBatch,
      double trainSamplesPerSecond)
      implements JsonFields {
    @Override
    public Map<String, Object> jsonFields() {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("model", model);
      fields.put("processor", processor);
      fields.put("kernels", kernels);
      fields.put("latencyMicros", latencyMicros);
      fields.put("pipelineMicros", pipelineMicros);
      fields.put("predictionsPerSecond", predictionsPerSecond);
      if (predictionsPerSecondByBatch != null) {
        fields.put("predictionsPerSecondByBatch", predictionsPerSecondByBatch);
      }
      fields.put("trainSamplesPerSecond", trainSamplesPerSecond);
      return fields;
    }
  }

  @Override
  public Integer call() throws IOException {
    List<Integer> sizes = batchSizes();
    LibraryModel model = modelOption.find();
    List<Part> parts = new ArrayList<>();
    for (LibraryModel part : model.parts()) {
      parts.add(
          new Part(part.model(), data.loadWithoutDownload(part.model().architecture(), console)));
    }
    Percentiles latency = latency(parts);
    Percentiles pipeline = Benchmark.pipelineLatency(model);
    Map<Integer, Double> predictions = new LinkedHashMap<>();
    for (int size : sizes) {
      predictions.put(
          size,
          perSecond(
              parts,
              part ->
                  Benchmark.predictionsPerSecond(
                      part.model(), part.images(), threads.count(), size)));
    }
    Line line =
        new Line(
            modelOption.name,
            Processor.name(),
            Blas.kernels(),
            latency,
            pipeline,
            predictions.get(sizes.get(0)),
            batches == null ? null : predictions,
            perSecond(
                parts,
                part ->
                    TrainingBenchmark.samplesPerSecond(
                        part.model().architecture(), part.images(), threads.count())));
    if (common.json) {
      console.printJson(line);
      return Cli.OK;
    }
    console.print(
        Messages.get("cli.bench.threads", line.model(), Integer.toString(threads.count())));
    console.print(Messages.get("cli.bench.processor", line.processor(), line.kernels()));
    print("cli.bench.latency", line.latencyMicros());
    print("cli.bench.pipelineLatency", line.pipelineMicros());
    predictions.forEach((size, perSecond) -> print("cli.bench.predictions", perSecond, size));
    print("cli.bench.training", line.trainSamplesPerSecond(), TrainingBenchmark.BATCH_SIZE);
    return Cli.OK;
  }

  /** A network and the images, or direction maps, that it reads. */
  private record Part(Model model, LabeledImages images) {
    Part(Model model, Dataset data) {
      this(model, data.test());
    }
  }

  private static Percentiles latency(List<Part> parts) {
    Part first = parts.get(0);
    if (parts.size() == 1) {
      return Benchmark.latency(
          first.model().architecture(), first.model().parameters(), first.images());
    }
    Part second = parts.get(1);
    return Benchmark.latency(first.model(), first.images(), second.model(), second.images());
  }

  /** Samples a second that go through all networks, one after the other. */
  private static double perSecond(List<Part> parts, ToDoubleFunction<Part> ofPart) {
    return 1 / parts.stream().mapToDouble(part -> 1 / ofPart.applyAsDouble(part)).sum();
  }

  private List<Integer> batchSizes() {
    if (batches == null) {
      return List.of(Evaluator.BATCH_SIZE);
    }
    if (batches.isEmpty()) {
      throw new BadInputException(Messages.get("cli.bench.noBatchSize"));
    }
    batches.forEach(size -> ThreadsOption.requireInRange("--batch", size, MAX_BATCH));
    return batches;
  }

  private void print(String labelKey, Percentiles micros) {
    print(
        labelKey,
        Messages.get(
            "cli.bench.micros",
            TextColumns.right(Numbers.decimal(micros.p50(), 1), NUMBER_WIDTH),
            Numbers.decimal(micros.p99(), 1)));
  }

  private void print(String labelKey, double perSecond, int batchSize) {
    print(
        labelKey,
        Messages.get(
            "cli.bench.perSecond",
            TextColumns.right(Numbers.decimal(perSecond, 0), NUMBER_WIDTH),
            Numbers.decimal(batchSize, 0)));
  }

  private void print(String labelKey, String value) {
    console.print(TextColumns.row(TextColumns.left(Messages.get(labelKey), LABEL_WIDTH), value));
  }
}
