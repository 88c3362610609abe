package org.digitpad.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.LayerSpec;
import org.digitpad.nn.arch.LayerSpec.Recurrent;
import org.digitpad.nn.arch.StepRange;
import org.digitpad.nn.kernel.LayerTrace;
import org.digitpad.nn.kernel.NetworkTrace;
import org.digitpad.nn.kernel.TracedNetwork;

/**
 * What a network believes after a step of its last recurrent layer. The layers behind it were
 * trained on its last state alone, so there are two answers, which agree at the last step. The
 * arrays are shared, not copied: they are only to be read.
 *
 * @param step number of the step, from 0
 * @param rows the rows of the image (steps of the network's input) that this step adds; rows before
 *     them have been seen, too
 * @param stateSoFar probabilities if the state after this step were the last; empty if the layer
 *     passes on the states after all steps
 * @param restBlank probabilities if all rows after {@code rows} were blank
 */
public record Belief(int step, StepRange rows, float[] stateSoFar, float[] restBlank) {
  /**
   * Computes the beliefs after each step.
   *
   * @param trace of this network
   * @return none if the network has no recurrent layer
   */
  public static List<Belief> after(TracedNetwork network, NetworkTrace trace) {
    Architecture architecture = network.architecture();
    int layer = lastRecurrent(architecture.layers());
    if (layer < 0) {
      return List.of();
    }
    LayerTrace states = trace.layers().get(layer);
    boolean lastOnly = !((Recurrent) states.layer().spec()).returnSequences();
    int features = architecture.input().features();
    float[] input = trace.input().clone();
    float[] blank = trace.probabilities();
    List<Belief> beliefs = new ArrayList<>(states.steps());
    for (int step = states.steps() - 1; step >= 0; step--) {
      StepRange rows = architecture.receptiveField(layer, step);
      // the last step has read all that is ever read
      if (step < states.steps() - 1 && clear(input, (rows.last() + 1) * features)) {
        blank = network.classify(input, trace.mask());
      }
      int from = step * states.features();
      float[] soFar =
          lastOnly
              ? network.classifyFrom(
                  layer,
                  Arrays.copyOfRange(states.values(), from, from + states.features()),
                  trace.mask())
              : new float[0];
      beliefs.add(0, new Belief(step, rows, soFar, blank));
    }
    return List.copyOf(beliefs);
  }

  private static int lastRecurrent(List<LayerSpec> layers) {
    int last = layers.size() - 1;
    while (last >= 0 && !(layers.get(last) instanceof Recurrent)) {
      last--;
    }
    return last;
  }

  /** Sets values to zero and returns whether one was not. */
  private static boolean clear(float[] values, int from) {
    boolean changed = false;
    for (int i = from; i < values.length; i++) {
      changed |= values[i] != 0;
      values[i] = 0;
    }
    return changed;
  }
}
