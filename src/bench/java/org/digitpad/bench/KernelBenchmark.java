package org.digitpad.bench;

import org.digitpad.nn.arch.Architectures;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Measures each network's kernels on one thread; with {@code -prof gc}, also their allocations. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class KernelBenchmark {
  @Param({"1", "32", "128"})
  public int batch;

  @Param({"conv-gru", "lstm", "mlp"})
  public String network;

  private NetworkWorkload workload;

  @Setup(Level.Trial)
  public void open() {
    workload = new NetworkWorkload(Architectures.named(network).orElseThrow(), batch);
  }

  @TearDown(Level.Trial)
  public void close() {
    workload.close();
  }

  @Benchmark
  public void forward() {
    workload.forward();
  }

  @Benchmark
  public double forwardAndBackward() {
    return workload.forwardAndBackward();
  }
}
