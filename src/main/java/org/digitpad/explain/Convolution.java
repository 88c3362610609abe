package org.digitpad.explain;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.digitpad.nn.arch.Architecture.PlacedLayer;
import org.digitpad.nn.arch.LayerSpec.Conv1D;
import org.digitpad.nn.arch.LayerSpec.MaxPool1D;
import org.digitpad.nn.arch.StepRange;
import org.digitpad.nn.kernel.LayerTrace;
import org.digitpad.nn.kernel.NetworkTrace;
import org.digitpad.nn.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * How a convolution computes one value, to follow by hand: kernel × window = products, their sum
 * and the bias, ReLU, and the pooling that follows.
 *
 * @param layer name of the layer
 * @param step of the output, from 0; also the first step of the window
 * @param channel of the output, from 0
 * @param rows the rows of the image (steps of the network's input) that the window comes from
 * @param kernel weights: steps of the window × features
 * @param window input: steps × features
 * @param products of kernel and window: steps × features
 * @param sum of the products
 * @param off whether the channel is switched off
 * @param output what the layer gives: the sum with the bias if that is positive and the channel is
 *     not off, else 0
 * @param pooling what becomes of the output; null if no pooling follows, or it drops this step
 */
public record Convolution(
    String layer,
    int step,
    int channel,
    StepRange rows,
    float[][] kernel,
    float[][] window,
    float[][] products,
    float sum,
    float bias,
    boolean off,
    float output,
    @Nullable Pooling pooling) {
  /**
   * A window of the pooling.
   *
   * @param layer name of the layer
   * @param step of the pooled sequence, from 0
   * @param firstStep of the window, in steps of the convolution
   * @param values the channel's values in the window
   * @param output the largest of them; 0 if the channel is switched off in the pooling
   */
  public record Pooling(String layer, int step, int firstStep, List<Float> values, float output) {
    public Pooling {
      values = List.copyOf(values);
    }
  }

  /**
   * Computes one value of a convolution again.
   *
   * @param trace of the model's network
   * @param layer number of the layer, from 0
   * @throws IllegalArgumentException if the layer is no convolution
   * @throws IndexOutOfBoundsException if it has no such channel or step
   */
  public static Convolution of(Model model, NetworkTrace trace, int layer, int channel, int step) {
    LayerTrace traced = trace.layers().get(layer);
    PlacedLayer placed = traced.layer();
    if (!(placed.spec() instanceof Conv1D spec)) {
      throw new IllegalArgumentException(placed.spec().title() + " is no convolution");
    }
    Objects.checkIndex(channel, spec.filters());
    Objects.checkIndex(step, traced.steps());
    float[] parameters = model.parameters();
    float[] input = layer == 0 ? trace.input() : trace.layers().get(layer - 1).output();
    int features = placed.input().features();
    float[][] kernel = new float[spec.kernelSize()][features];
    float[][] window = new float[spec.kernelSize()][features];
    float[][] products = new float[spec.kernelSize()][features];
    double sum = 0;
    for (int k = 0; k < spec.kernelSize(); k++) {
      for (int i = 0; i < features; i++) {
        kernel[k][i] = parameters[placed.offset() + (k * features + i) * spec.filters() + channel];
        window[k][i] = input[(step + k) * features + i];
        products[k][i] = kernel[k][i] * window[k][i];
        sum += products[k][i];
      }
    }
    float bias =
        parameters[placed.offset() + spec.kernelSize() * features * spec.filters() + channel];
    boolean off = trace.mask().isOff(spec.name(), channel);
    return new Convolution(
        spec.name(),
        step,
        channel,
        model.architecture().receptiveField(layer, step),
        kernel,
        window,
        products,
        (float) sum,
        bias,
        off,
        off ? 0 : Math.max(0, (float) sum + bias),
        pooling(trace, layer + 1, traced, channel, step));
  }

  private static @Nullable Pooling pooling(
      NetworkTrace trace, int layer, LayerTrace convolution, int channel, int step) {
    LayerTrace traced = trace.layers().get(layer);
    if (!(traced.layer().spec() instanceof MaxPool1D spec)
        || step / spec.poolSize() >= traced.steps()) {
      return null;
    }
    int pooled = step / spec.poolSize();
    int first = pooled * spec.poolSize();
    List<Float> values =
        IntStream.range(first, first + spec.poolSize())
            .mapToObj(each -> convolution.value(each, channel))
            .toList();
    return new Pooling(spec.name(), pooled, first, values, traced.value(pooled, channel));
  }
}
