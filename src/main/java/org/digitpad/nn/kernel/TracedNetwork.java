package org.digitpad.nn.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architecture.PlacedLayer;
import org.jspecify.annotations.Nullable;

/**
 * A trained network that shows what it computes: the output of every layer at every step, gates,
 * and exact gradients with respect to its input. Units can be switched off. It computes with the
 * layers of {@link Classifier}, in plain Java, so that its results are the same bits, but keeps
 * copies of what they overwrite. Only one thread may use it.
 */
public final class TracedNetwork {
  /** What a gradient is taken of. */
  public enum Objective {
    /** The class's logit. */
    LOGIT,
    /** The logarithm of the class's probability: also what speaks against the other classes. */
    LOG_PROBABILITY
  }

  private final Architecture architecture;
  private final List<PlacedLayer> placed;
  private final List<VectorLayer> layers = new ArrayList<>();
  private final VectorDenseSoftmax softmax;
  private UnitMask mask = UnitMask.NONE;

  /**
   * Creates a network with a copy of the parameters.
   *
   * @param parameters flat, as {@link Architecture} orders them
   * @throws IllegalArgumentException if the number of parameters is not the network's, or the
   *     network does not end in a softmax layer
   */
  public TracedNetwork(Architecture architecture, float[] parameters) {
    if (parameters.length != architecture.parameterCount()) {
      throw new IllegalArgumentException(
          "%s has %d parameters, not %d"
              .formatted(architecture.name(), architecture.parameterCount(), parameters.length));
    }
    this.architecture = architecture;
    this.placed = architecture.placedLayers();
    for (PlacedLayer layer : placed) {
      layers.add(VectorLayer.of(layer, parameters));
    }
    if (!(layers.get(layers.size() - 1) instanceof VectorDenseSoftmax last)) {
      throw new IllegalArgumentException(architecture.name() + " does not end in a softmax layer");
    }
    this.softmax = last;
  }

  public Architecture architecture() {
    return architecture;
  }

  /**
   * Classifies an input and keeps all that is computed on the way.
   *
   * @param input steps × features
   * @param mask the units that are switched off
   * @throws IllegalArgumentException if input or mask does not fit the network
   * @throws BadInputException if the parameters are so large that the result is not a number
   */
  public NetworkTrace trace(float[] input, UnitMask mask) {
    apply(mask);
    requireInput(input);
    List<LayerTrace> traces = new ArrayList<>(layers.size());
    float[] values = input.clone();
    for (VectorLayer layer : layers) {
      LayerTrace next = layer.trace(values);
      traces.add(next);
      values = next.output();
    }
    requireNumbers(values);
    return new NetworkTrace(input.clone(), mask, traces);
  }

  /**
   * Classifies an input.
   *
   * @return one probability for each class
   * @throws IllegalArgumentException if input or mask does not fit the network
   * @throws BadInputException if the parameters are so large that the result is not a number
   */
  public float[] classify(float[] input, UnitMask mask) {
    apply(mask);
    requireInput(input);
    return run(0, input);
  }

  /**
   * Computes the logits of an input.
   *
   * @return one logit for each class
   * @throws IllegalArgumentException if input or mask does not fit the network
   * @throws BadInputException if the parameters are so large that the result is not a number
   */
  public float[] logits(float[] input, UnitMask mask) {
    classify(input, mask);
    return softmax.logits();
  }

  /**
   * Computes the logits of an input that differs from that of a trace from some step on. If the
   * first layer is recurrent, it begins there, with the state before it; the logits are the same
   * bits as those of {@link #logits(float[], UnitMask)}.
   *
   * @param trace of this network; its mask is used
   * @param input steps × features
   * @param firstStep the steps before it are those of the trace's input
   * @return one logit for each class
   * @throws IllegalArgumentException if the input does not fit the network
   */
  public float[] logits(NetworkTrace trace, float[] input, int firstStep) {
    if (!(layers.get(0) instanceof VectorRecurrent first)) {
      return logits(input, trace.mask());
    }
    apply(trace.mask());
    requireInput(input);
    run(1, first.resume(input, trace.layers().get(0), firstStep));
    return softmax.logits();
  }

  /**
   * Classifies by the output of a layer: computes only the layers after it.
   *
   * @param layer number of the layer, from 0
   * @param output steps × features of the layer's output
   * @return one probability for each class
   * @throws IllegalArgumentException if the output is not the layer's, or the mask does not fit
   */
  public float[] classifyFrom(int layer, float[] output, UnitMask mask) {
    apply(mask);
    int size = placed.get(layer).output().size();
    if (output.length != size) {
      throw new IllegalArgumentException(output.length + " values are no output of " + size);
    }
    return run(layer + 1, output);
  }

  /**
   * The exact gradient with respect to the input, at the input and with the mask of a trace. Where
   * it jumps, at the bends of ReLU, hard sigmoid and maximum, it is that of one side.
   *
   * @param trace of this network
   * @return steps × features
   */
  public float[] inputGradient(NetworkTrace trace, int label, Objective objective) {
    return outputGradient(trace, -1, label, objective);
  }

  /**
   * The exact gradient with respect to the output of a layer, as {@link #inputGradient} computes
   * it.
   *
   * @param trace of this network
   * @param layer number of the layer, from 0; -1 for the input
   * @return steps × features of the layer's output
   */
  public float[] outputGradient(NetworkTrace trace, int layer, int label, Objective objective) {
    apply(trace.mask());
    float[] gradient = new float[architecture.classCount()];
    if (objective == Objective.LOG_PROBABILITY) {
      float[] probabilities = trace.probabilities();
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] = -probabilities[i];
      }
    }
    gradient[label] += 1;
    for (int i = layers.size() - 1; i > layer; i--) {
      float[] input = i == 0 ? trace.input() : trace.layers().get(i - 1).output();
      gradient = layers.get(i).inputGradient(input, trace.layers().get(i), gradient);
    }
    return gradient;
  }

  private float[] run(int first, float[] input) {
    float[] values = input;
    for (VectorLayer layer : layers.subList(first, layers.size())) {
      values = layer.forward(values);
      layer.switchOff(values);
    }
    requireNumbers(values);
    return values.clone();
  }

  private void requireInput(float[] input) {
    if (input.length != architecture.input().size()) {
      throw new IllegalArgumentException(
          "%s takes %s, not %d values"
              .formatted(architecture.name(), architecture.input(), input.length));
    }
  }

  private static void requireNumbers(float[] probabilities) {
    if (Float.isNaN(probabilities[0])) {
      throw new BadInputException(Messages.get("nn.kernel.notFinite"));
    }
  }

  private void apply(UnitMask next) {
    if (mask.equals(next)) {
      return;
    }
    Map<String, Set<Integer>> rest = new HashMap<>(next.off());
    float @Nullable [][] kept = new float[layers.size()][];
    for (int i = 0; i < kept.length - 1; i++) {
      Set<Integer> off = rest.remove(placed.get(i).spec().name());
      kept[i] = off == null ? null : kept(placed.get(i), off);
    }
    if (!rest.isEmpty()) {
      throw new IllegalArgumentException(
          architecture.name() + " cannot switch off units of " + rest.keySet());
    }
    for (int i = 0; i < kept.length; i++) {
      layers.get(i).keep(kept[i]);
    }
    mask = next;
  }

  private static float[] kept(PlacedLayer layer, Set<Integer> off) {
    float[] kept = new float[layer.output().features()];
    Arrays.fill(kept, 1);
    for (int unit : off) {
      kept[Objects.checkIndex(unit, kept.length)] = 0;
    }
    return kept;
  }
}
