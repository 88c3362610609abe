package org.digitpad.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.synth.BuiltinDigits;
import org.digitpad.ink.DigitImage;
import org.digitpad.nn.kernel.LayerTrace;
import org.digitpad.nn.kernel.NetworkTrace;
import org.digitpad.nn.kernel.TracedNetwork;
import org.digitpad.nn.kernel.UnitMask;
import org.digitpad.nn.model.Model;

/**
 * What each unit does for each digit, on average over digits that DigitPad makes itself.
 *
 * @param layers all layers but the last, from the input on
 */
public record UnitProfiles(List<Layer> layers) {
  /** As many of each digit. */
  private static final int DIGITS = 1000;

  /** Other digits than those that networks train on and are tested on. */
  private static final long SEED = 17;

  private static final int CLASSES = 10;

  public UnitProfiles {
    layers = List.copyOf(layers);
  }

  /**
   * The units of a layer. The arrays are shared, not copied: they are only to be read.
   *
   * @param name name of the layer
   * @param means mean activity: units × digits
   * @param order numbers of the units, those beside each other that do similar things for the
   *     digits at each step
   */
  public record Layer(String name, float[][] means, int[] order) {
    /** How much higher than for the average digit the unit is for a digit. */
    public float effect(int unit, int digit) {
      float sum = 0;
      for (float mean : means[unit]) {
        sum += mean;
      }
      return means[unit][digit] - sum / means[unit].length;
    }

    /** The digits from the one that raises the unit most to the one that lowers it most. */
    public List<Integer> digitsByEffect(int unit) {
      return IntStream.range(0, means[unit].length)
          .boxed()
          .sorted((one, other) -> Float.compare(means[unit][other], means[unit][one]))
          .collect(Collectors.toUnmodifiableList());
    }
  }

  /**
   * Runs a model's network over a thousand digits, in a second or two.
   *
   * @param cancelled asked before each digit
   * @return empty if cancelled
   * @throws IllegalArgumentException if the network does not take images of 28×28 pixels
   */
  public static Optional<UnitProfiles> of(Model model, BooleanSupplier cancelled) {
    TracedNetwork network = new TracedNetwork(model.architecture(), model.parameters());
    LabeledImages digits = BuiltinDigits.images(DIGITS, SEED);
    float[] image = new float[DigitImage.PIXELS];
    List<float[][]> sums = new ArrayList<>();
    List<LayerTrace> layers = List.of();
    for (int i = 0; i < digits.size(); i++) {
      if (cancelled.getAsBoolean()) {
        return Optional.empty();
      }
      digits.copyImage(i, image, 0);
      NetworkTrace trace = network.trace(image, UnitMask.NONE);
      layers = trace.layers().subList(0, trace.layers().size() - 1);
      for (int layer = 0; layer < layers.size(); layer++) {
        float[] values = layers.get(layer).values();
        if (i == 0) {
          sums.add(new float[CLASSES][values.length]);
        }
        float[] sum = sums.get(layer)[digits.label(i)];
        for (int j = 0; j < sum.length; j++) {
          sum[j] += values[j];
        }
      }
    }
    List<Layer> profiles = new ArrayList<>();
    for (int layer = 0; layer < layers.size(); layer++) {
      LayerTrace shape = layers.get(layer);
      profiles.add(
          profile(shape.layer().spec().name(), sums.get(layer), shape.features(), shape.steps()));
    }
    return Optional.of(new UnitProfiles(profiles));
  }

  private static Layer profile(String name, float[][] sums, int units, int steps) {
    float perDigit = (float) CLASSES / DIGITS;
    float[][] means = new float[units][CLASSES];
    float[][] all = new float[units][CLASSES * steps];
    for (int digit = 0; digit < CLASSES; digit++) {
      for (int i = 0; i < units * steps; i++) {
        float mean = sums[digit][i] * perDigit;
        means[i % units][digit] += mean / steps;
        all[i % units][digit * steps + i / units] = mean;
      }
    }
    return new Layer(name, means, Seriation.order(all));
  }
}
