package org.digitpad.nn;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Initializer;
import org.digitpad.nn.arch.Initializer.GlorotUniform;
import org.digitpad.nn.arch.LayerSpec;
import org.digitpad.nn.arch.Shape;
import org.digitpad.nn.arch.TensorSpec;

/** Seeded random numbers for tests, the same on every run and machine, and their comparison. */
public final class RandomNumbers {
  private RandomNumbers() {}

  /** Normally distributed with the given standard deviation. */
  public static float[] normal(long seed, int count, double deviation) {
    Random random = new Random(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (random.nextGaussian() * deviation);
    }
    return values;
  }

  /** Parameters of a layer, of about the size that training gives them, biases included. */
  public static float[] parameters(LayerSpec spec, Shape input, long seed) {
    return parameters(spec.tensors(input), new Random(seed));
  }

  /** Parameters of a network, of about the size that training gives them, biases included. */
  public static float[] parameters(Architecture architecture, long seed) {
    return parameters(
        architecture.tensors().stream().map(Architecture.PlacedTensor::spec).toList(),
        new Random(seed));
  }

  private static float[] parameters(List<TensorSpec> tensors, Random random) {
    float[] values = new float[tensors.stream().mapToInt(TensorSpec::size).sum()];
    int at = 0;
    for (TensorSpec tensor : tensors) {
      double deviation = deviation(tensor.initializer());
      for (int i = 0; i < tensor.size(); i++) {
        values[at++] = (float) (random.nextGaussian() * deviation);
      }
    }
    return values;
  }

  private static double deviation(Initializer initializer) {
    if (initializer instanceof GlorotUniform glorot) {
      return Math.sqrt(2.0 / (glorot.fanIn() + glorot.fanOut()));
    } else if (initializer instanceof Initializer.OrthogonalBlocks blocks) {
      return Math.sqrt(1.0 / blocks.size());
    }
    return 0.3;
  }

  /** An image that is mostly background, with a few pixels of any darkness. */
  public static float[] image(long seed, Shape shape) {
    Random random = new Random(seed);
    float[] pixels = new float[shape.size()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = random.nextInt(4) == 0 ? random.nextFloat() : 0f;
    }
    return pixels;
  }

  /** The {@code index}-th of several adjacent samples, in double precision. */
  public static double[] sample(float[] samples, int index, int size) {
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = samples[index * size + i];
    }
    return values;
  }

  public static double[] toDoubles(float[] values) {
    return sample(values, 0, values.length);
  }

  /** {@code count} distinct indices below {@code bound}, or all of them if there are fewer. */
  public static int[] indices(long seed, int bound, int count) {
    if (count >= bound) {
      return IntStream.range(0, bound).toArray();
    }
    return new Random(seed).ints(0, bound).distinct().limit(count).toArray();
  }

  /** Largest absolute difference; NaN if any value is NaN. */
  public static double maxError(double[] expected, float[] actual) {
    if (expected.length != actual.length) {
      throw new IllegalArgumentException(expected.length + " values and " + actual.length);
    }
    double error = 0;
    for (int i = 0; i < expected.length; i++) {
      error = Math.max(error, Math.abs(expected[i] - actual[i]));
    }
    return error;
  }

  /** Largest absolute difference, divided by the root mean square of the expected values. */
  public static double maxRelativeError(double[] expected, float[] actual) {
    double error = maxError(expected, actual);
    return error == 0 ? 0 : error / rootMeanSquare(expected);
  }

  public static double rootMeanSquare(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return Math.sqrt(sum / Math.max(1, values.length));
  }
}
