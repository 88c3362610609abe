package org.digitpad.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.digitpad.data.LabeledImages;
import org.digitpad.evaluate.Benchmark;
import org.digitpad.evaluate.Benchmark.Percentiles;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.Numbers;
import org.digitpad.nn.model.Model;
import org.digitpad.train.TrainingBenchmark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Measures the speed of predictions and of training. */
@Command(name = "bench")
final class BenchCommand implements Callable<Integer> {
  private static final int LABEL_WIDTH = 22;
  private static final int NUMBER_WIDTH = 8;

  private final Console console;

  @Mixin private CommonOptions common;
  @Mixin private ModelOption modelOption;
  @Mixin private DataOption data;
  @Mixin private ThreadsOption threads;

  BenchCommand(Console console) {
    this.console = console;
  }

  /** The JSON line. */
  private record Line(
      String model,
      Percentiles latencyMicros,
      Percentiles pipelineMicros,
      double predictionsPerSecond,
      double trainSamplesPerSecond) {}

  @Override
  public Integer call() throws IOException {
    Model model = modelOption.load(console);
    LabeledImages images = data.loadWithoutDownload(console).test();
    Line line =
        new Line(
            modelOption.name,
            Benchmark.latency(model.architecture(), model.parameters(), images),
            Benchmark.pipelineLatency(model),
            Benchmark.predictionsPerSecond(model, images, threads.count()),
            TrainingBenchmark.samplesPerSecond(model.architecture(), images, threads.count()));
    if (common.json) {
      console.printJson(line);
      return Cli.OK;
    }
    console.print(
        Messages.get("cli.bench.threads", line.model(), Integer.toString(threads.count())));
    print("cli.bench.latency", line.latencyMicros());
    print("cli.bench.pipelineLatency", line.pipelineMicros());
    print("cli.bench.predictions", line.predictionsPerSecond());
    print("cli.bench.training", line.trainSamplesPerSecond());
    return Cli.OK;
  }

  private void print(String labelKey, Percentiles micros) {
    print(
        labelKey,
        Messages.get(
            "cli.bench.micros",
            TextColumns.right(Numbers.decimal(micros.p50(), 1), NUMBER_WIDTH),
            Numbers.decimal(micros.p99(), 1)));
  }

  private void print(String labelKey, double perSecond) {
    print(
        labelKey,
        Messages.get(
            "cli.bench.perSecond", TextColumns.right(Numbers.decimal(perSecond, 0), NUMBER_WIDTH)));
  }

  private void print(String labelKey, String value) {
    console.print(TextColumns.row(TextColumns.left(Messages.get(labelKey), LABEL_WIDTH), value));
  }
}
