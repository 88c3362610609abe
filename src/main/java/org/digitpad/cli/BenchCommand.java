package org.digitpad.cli;

import java.util.concurrent.Callable;
import org.digitpad.data.LabeledImages;
import org.digitpad.evaluate.Benchmark;
import org.digitpad.evaluate.Benchmark.Percentiles;
import org.digitpad.nn.model.Model;
import org.digitpad.train.TrainingBenchmark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Measures speed. */
@Command(name = "bench", description = "Measure how fast a model reads and trains on this machine.")
final class BenchCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CommonOptions common;
  @Mixin private ModelOption modelOption;
  @Mixin private DataOption data;
  @Mixin private ThreadsOption threads;

  BenchCommand(Console console) {
    this.console = console;
  }

  /** One line of JSON. */
  private record Line(
      String model,
      Percentiles latencyMicros,
      Percentiles pipelineMicros,
      double predictionsPerSecond,
      double trainSamplesPerSecond) {}

  @Override
  public Integer call() throws Exception {
    Model model = modelOption.load(console);
    LabeledImages images = data.load(console).test();
    Line line =
        new Line(
            modelOption.name,
            Benchmark.latency(model.architecture(), model.parameters(), images),
            Benchmark.pipelineLatency(model),
            Benchmark.predictionsPerSecond(model, images, threads.count()),
            TrainingBenchmark.samplesPerSecond(model.architecture(), images, threads.count()));
    if (common.json) {
      console.printJson(line);
      return Cli.DONE;
    }
    console.print("%s, threads: %d", line.model(), threads.count());
    console.print(
        "one digit              %8.1f µs (99%%: %.1f µs)",
        line.latencyMicros().p50(), line.latencyMicros().p99());
    console.print(
        "strokes to answer      %8.1f µs (99%%: %.1f µs)",
        line.pipelineMicros().p50(), line.pipelineMicros().p99());
    console.print("reads                  %,8.0f digits/s", line.predictionsPerSecond());
    console.print("trains                 %,8.0f digits/s", line.trainSamplesPerSecond());
    return Cli.DONE;
  }
}
