package org.digitpad.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architecture.PlacedLayer;
import org.digitpad.nn.arch.LayerSpec.Dense;
import org.digitpad.nn.kernel.LayerTrace;
import org.digitpad.nn.kernel.NetworkTrace;
import org.digitpad.nn.kernel.TracedNetwork;
import org.digitpad.nn.kernel.TracedNetwork.Objective;
import org.jspecify.annotations.Nullable;

/**
 * The units of a dense layer, what each of them reads and what it does to the digits.
 *
 * @param layer name of the layer
 * @param before name of the layer that it reads; null if it reads the pixels
 * @param values the output of each unit; shared, not copied
 * @param effects units × digits: the unit's output times the exact gradient of the digit's logit,
 *     which is what the unit adds to it as long as no other unit crosses the bend of its ReLU
 * @param parameters of the whole network; shared, not copied
 * @param offset index of the first weight in these
 * @param inputs number of values that each unit reads
 */
public record DenseUnits(
    String layer,
    @Nullable String before,
    float[] values,
    float[][] effects,
    float[] parameters,
    int offset,
    int inputs) {

  /**
   * The units of all dense layers but the last, whose units are the digits.
   *
   * @param network of these parameters
   * @param parameters flat, as the architecture orders them
   * @param trace of this network
   */
  public static List<DenseUnits> of(TracedNetwork network, float[] parameters, NetworkTrace trace) {
    Architecture architecture = network.architecture();
    List<DenseUnits> found = new ArrayList<>();
    for (int i = 0; i < trace.layers().size(); i++) {
      LayerTrace traced = trace.layers().get(i);
      PlacedLayer placed = traced.layer();
      if (placed.spec() instanceof Dense spec) {
        float[][] effects = new float[traced.features()][architecture.classCount()];
        for (int digit = 0; digit < architecture.classCount(); digit++) {
          float[] gradient = network.outputGradient(trace, i, digit, Objective.LOGIT);
          for (int unit = 0; unit < gradient.length; unit++) {
            effects[unit][digit] = gradient[unit] * traced.values()[unit];
          }
        }
        found.add(
            new DenseUnits(
                spec.name(),
                i == 0 ? null : trace.layers().get(i - 1).layer().spec().name(),
                traced.values(),
                effects,
                parameters,
                placed.offset(),
                placed.input().size()));
      }
    }
    return List.copyOf(found);
  }

  /** The weights of a unit, in the order of what it reads. */
  public float[] weights(int unit) {
    int from = offset + unit * inputs;
    return Arrays.copyOfRange(parameters, from, from + inputs);
  }
}
