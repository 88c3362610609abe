package org.digitpad.bench;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.synth.BuiltinDigits;
import org.digitpad.evaluate.Processor;
import org.digitpad.explain.Attribution.Method;
import org.digitpad.explain.ChangeSearch;
import org.digitpad.explain.Explainer;
import org.digitpad.explain.Explanation;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.StrokeRenderer;
import org.digitpad.nn.kernel.UnitMask;
import org.digitpad.nn.model.Model;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.recognize.ModelLibrary;
import org.digitpad.recognize.Prediction;
import org.digitpad.recognize.Recognizer;

/**
 * Measures the explanations of builtin digits, warm: the work of a frame (trace, beliefs, hidden
 * states and gradient), the occlusion map, and the search for the nearest change; medians and the
 * 99th percentile in milliseconds of processor time, which other programs hardly disturb.
 *
 * <pre>
 * mvn -Pbench -DskipTests package exec:exec -Dbench.main=org.digitpad.bench.ExplainBenchmark \
 *   -Dbench.args=
 * </pre>
 */
public final class ExplainBenchmark {
  private static final int DRAWINGS = 200;
  private static final int ROUNDS = 10;

  private ExplainBenchmark() {}

  public static void main(String[] arguments) {
    List<LabeledDrawing> drawings = BuiltinDigits.drawings(DRAWINGS, 3);
    List<DigitImage> images =
        drawings.stream().map(each -> StrokeRenderer.render(each.drawing())).toList();
    System.out.println(Processor.name());
    for (LibraryModel bundled : ModelLibrary.bundled()) {
      Model model = bundled.model();
      if (model.architecture().readsMovement()) {
        continue; // it has no image to explain
      }
      Explainer explainer = new Explainer(model);
      double[] frames = new double[ROUNDS * DRAWINGS];
      double[] occlusions = new double[ROUNDS * DRAWINGS];
      for (int i = 0; i < frames.length; i++) {
        long start = cpuNanos();
        Explanation explanation = explainer.explain(images.get(i % DRAWINGS), UnitMask.NONE);
        long middle = cpuNanos();
        explainer.attribution(
            Method.OCCLUSION, explanation.trace(), explanation.gradient().digit());
        frames[i] = (middle - start) / 1e6;
        occlusions[i] = (cpuNanos() - middle) / 1e6;
      }
      print(bundled.name(), "frame", frames);
      print(bundled.name(), "occlusion", occlusions);
      search(bundled.name(), model, drawings);
    }
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void search(String name, Model model, List<LabeledDrawing> drawings) {
    ChangeSearch search = new ChangeSearch(model);
    double[] millis = new double[DRAWINGS];
    double[] tries = new double[DRAWINGS];
    int found = 0;
    int wrong = 0;
    int complete = 0;
    for (int i = 0; i < DRAWINGS; i++) {
      long start = cpuNanos();
      ChangeSearch.Result result = search.search(drawings.get(i).drawing(), Long.MAX_VALUE, () -> false);
      millis[i] = (cpuNanos() - start) / 1e6;
      tries[i] = result.tries();
      found += result.changes().isEmpty() ? 0 : 1;
      complete += result.complete() ? 1 : 0;
      if (!result.changes().isEmpty()) {
        Prediction again = new Recognizer(model).recognize(result.changes().get(0).drawing());
        wrong += again.label() == result.changes().get(0).digit() ? 0 : 1;
      }
    }
    print(name, "search", millis);
    print(name, "tries", tries);
    System.out.printf(
        Locale.ROOT,
        "%s: of %d drawings %d found, %d complete, %d wrong%n",
        name,
        DRAWINGS,
        found,
        complete,
        wrong);
  }

  private static void print(String name, String what, double[] values) {
    // the first half warms up
    double[] sorted = Arrays.copyOfRange(values, values.length / 2, values.length);
    Arrays.sort(sorted);
    System.out.printf(
        Locale.ROOT,
        "%s: %s %.2f (99%%: %.2f)%n",
        name,
        what,
        sorted[sorted.length / 2],
        sorted[sorted.length * 99 / 100]);
  }
}
