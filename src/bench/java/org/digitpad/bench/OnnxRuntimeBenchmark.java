package org.digitpad.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.digitpad.io.json.Json;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.source.DataSource;
import org.digitpad.ink.DigitImage;
import org.digitpad.io.DataFolders;

/**
 * Measures how fast ONNX Runtime predicts with a model that DigitPad has exported, for {@code
 * race.py}, in the same way as DigitPad's {@code bench}: as many warm-up runs, as many measured
 * ones, the best of as many passes.
 *
 * <p>Arguments: the model, {@code --data} of DigitPad, and the numbers of threads and the batch sizes
 * to measure, separated by commas; no batch sizes for the latency alone. Prints one JSON object:
 *
 * <ul>
 *   <li>{@code latencyMicros}: one digit on one thread, from 784 floats of a Java array to ten of
 *       another, as a caller has it: the tensors of input and output are made for each digit.
 *   <li>{@code fastestLatencyMicros}: the same, but both tensors are made once, their buffers are
 *       used again, and the model's batch axis is fixed to one.
 *   <li>{@code predictions}: digits per second. The pixels are in native memory as floats before the
 *       time begins; the tensors of each batch are made within it. With several threads it is
 *       measured twice: once they share each batch, and once each has batches of its own, which is
 *       how DigitPad does it. {@code callers} is the number of batches at a time.
 *   <li>{@code accuracy}: the share of right answers, which shows that the model was run as it should.
 * </ul>
 */
public final class OnnxRuntimeBenchmark implements AutoCloseable {
  private static final int WARM_UP = 20_000;
  private static final int RUNS = 10_000;
  private static final int PASSES = 5;
  private static final int CLASSES = 10;
  private static final String INPUT = "images";
  private static final String OUTPUT = "probabilities";

  /** The batch axis in models of DigitPad. */
  private static final String BATCH_AXIS = "N";

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final String model;
  private final LabeledImages images;

  /** All images, one after another, outside the Java heap. */
  private final FloatBuffer pixels;

  private final float[] probabilities;

  private OnnxRuntimeBenchmark(String model, LabeledImages images) {
    this.model = model;
    this.images = images;
    this.pixels = direct(images.size() * DigitImage.PIXELS);
    this.probabilities = new float[images.size() * CLASSES];
    float[] image = new float[DigitImage.PIXELS];
    for (int i = 0; i < images.size(); i++) {
      images.copyImage(i, image, 0);
      pixels.put(i * DigitImage.PIXELS, image);
    }
  }

  public static void main(String[] arguments) throws Exception {
    LabeledImages images =
        DataSource.resolve(arguments[1], System.getenv(), DataFolders.ofUser(System.getenv()))
            .dataset()
            .test();
    List<Integer> threads = numbers(arguments[2]);
    List<Integer> batches = arguments.length > 3 ? numbers(arguments[3]) : List.of();
    try (OnnxRuntimeBenchmark benchmark = new OnnxRuntimeBenchmark(arguments[0], images)) {
      System.out.println(Json.write(benchmark.run(threads, batches)));
    }
  }

  private static List<Integer> numbers(String list) {
    return Arrays.stream(list.split(",")).map(Integer::valueOf).toList();
  }

  private Map<String, Object> run(List<Integer> threads, List<Integer> batches) throws Exception {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("runtime", "ONNX Runtime " + environment.getVersion());
    line.put("latencyMicros", latency());
    line.put("fastestLatencyMicros", fastestLatency());
    List<Map<String, Object>> predictions = new ArrayList<>();
    for (int count : threads) {
      for (int batch : batches) {
        predictions.add(predictions(count, batch, 1));
        if (count > 1) {
          predictions.add(predictions(count, batch, count));
        }
      }
    }
    line.put("predictions", predictions);
    if (batches.isEmpty()) {
      predictions(1, 100, 1);
    }
    line.put("accuracy", accuracy());
    return line;
  }

  private Map<String, Double> latency() throws OrtException {
    float[] digit = new float[DigitImage.PIXELS];
    FloatBuffer buffer = direct(DigitImage.PIXELS);
    long[] nanos = new long[RUNS];
    try (SessionOptions options = options(1);
        OrtSession session = environment.createSession(model, options)) {
      for (int run = 0; run < WARM_UP + RUNS; run++) {
        images.copyImage(run % images.size(), digit, 0);
        long start = System.nanoTime();
        buffer.put(0, digit);
        float[] answer;
        try (OnnxTensor input = OnnxTensor.createTensor(environment, buffer, shape(1));
            OrtSession.Result result = session.run(Map.of(INPUT, input))) {
          answer = probabilities(result);
        }
        record(nanos, run, start, answer);
      }
    }
    return percentiles(nanos);
  }

  private Map<String, Double> fastestLatency() throws OrtException {
    float[] digit = new float[DigitImage.PIXELS];
    FloatBuffer buffer = direct(DigitImage.PIXELS);
    FloatBuffer answers = direct(CLASSES);
    float[] answer = new float[CLASSES];
    long[] nanos = new long[RUNS];
    try (SessionOptions options = options(1)) {
      options.setSymbolicDimensionValue(BATCH_AXIS, 1);
      try (OrtSession session = environment.createSession(model, options);
          OnnxTensor input = OnnxTensor.createTensor(environment, buffer, shape(1));
          OnnxTensor output =
              OnnxTensor.createTensor(environment, answers, new long[] {1, CLASSES})) {
        Map<String, OnnxTensor> inputs = Map.of(INPUT, input);
        Map<String, OnnxTensor> outputs = Map.of(OUTPUT, output);
        for (int run = 0; run < WARM_UP + RUNS; run++) {
          images.copyImage(run % images.size(), digit, 0);
          long start = System.nanoTime();
          buffer.put(0, digit);
          session.run(inputs, outputs).close();
          answers.get(0, answer);
          record(nanos, run, start, answer);
        }
      }
    }
    return percentiles(nanos);
  }

  /** Notes the time of a run, unless it is a warm-up. */
  private static void record(long[] nanos, int run, long start, float[] answer) {
    long now = System.nanoTime();
    if (run >= WARM_UP) {
      nanos[run - WARM_UP] = now - start;
    }
    float sum = 0;
    for (float probability : answer) {
      sum += probability;
    }
    if (Math.abs(sum - 1) > 1e-3) {
      throw new IllegalStateException("probabilities " + Arrays.toString(answer));
    }
  }

  /**
   * @param callers threads that each have batches of their own; 1 if the threads share each batch
   */
  private Map<String, Object> predictions(int threads, int batch, int callers) throws Exception {
    double best = Double.POSITIVE_INFINITY;
    ExecutorService executor = Executors.newFixedThreadPool(callers);
    try (SessionOptions options = options(threads / callers);
        OrtSession session = environment.createSession(model, options)) {
      for (int pass = 0; pass < PASSES; pass++) {
        long start = System.nanoTime();
        List<Future<?>> all = new ArrayList<>();
        for (int caller = 0; caller < callers; caller++) {
          int first = caller * batch;
          all.add(
              executor.submit(
                  () -> {
                    for (int from = first; from < images.size(); from += callers * batch) {
                      predict(session, from, Math.min(batch, images.size() - from));
                    }
                    return null;
                  }));
        }
        for (Future<?> each : all) {
          each.get();
        }
        best = Math.min(best, (System.nanoTime() - start) / 1e9);
      }
    } finally {
      executor.shutdown();
    }
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("threads", threads);
    figures.put("batch", batch);
    figures.put("callers", callers);
    figures.put("perSecond", images.size() / best);
    return figures;
  }

  private void predict(OrtSession session, int from, int count) throws OrtException {
    FloatBuffer batch = pixels.slice(from * DigitImage.PIXELS, count * DigitImage.PIXELS);
    try (OnnxTensor input = OnnxTensor.createTensor(environment, batch, shape(count));
        OrtSession.Result result = session.run(Map.of(INPUT, input))) {
      System.arraycopy(probabilities(result), 0, probabilities, from * CLASSES, count * CLASSES);
    }
  }

  private static SessionOptions options(int threads) throws OrtException {
    SessionOptions options = new SessionOptions();
    options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
    options.setExecutionMode(SessionOptions.ExecutionMode.SEQUENTIAL);
    options.setIntraOpNumThreads(threads);
    options.setInterOpNumThreads(1);
    return options;
  }

  private static float[] probabilities(OrtSession.Result result) {
    // the buffer is a copy on the Java heap
    return ((OnnxTensor) result.get(0)).getFloatBuffer().array();
  }

  private double accuracy() {
    int right = 0;
    for (int i = 0; i < images.size(); i++) {
      int best = 0;
      for (int digit = 1; digit < CLASSES; digit++) {
        if (probabilities[i * CLASSES + digit] > probabilities[i * CLASSES + best]) {
          best = digit;
        }
      }
      right += best == images.label(i) ? 1 : 0;
    }
    return (double) right / images.size();
  }

  private static Map<String, Double> percentiles(long[] nanos) {
    Arrays.sort(nanos);
    Map<String, Double> micros = new LinkedHashMap<>();
    for (int percent : new int[] {50, 95, 99}) {
      micros.put("p" + percent, nanos[nanos.length * percent / 100] / 1e3);
    }
    return micros;
  }

  private static long[] shape(int count) {
    return new long[] {count, DigitImage.SIDE, DigitImage.SIDE};
  }

  private static FloatBuffer direct(int floats) {
    return ByteBuffer.allocateDirect(floats * Float.BYTES)
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }

  @Override
  public void close() {
    environment.close();
  }
}
