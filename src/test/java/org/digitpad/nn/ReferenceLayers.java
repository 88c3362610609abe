package org.digitpad.nn;

import java.util.Arrays;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architecture.PlacedLayer;
import org.digitpad.nn.arch.LayerSpec;
import org.digitpad.nn.arch.LayerSpec.Conv1D;
import org.digitpad.nn.arch.LayerSpec.Dense;
import org.digitpad.nn.arch.LayerSpec.Gru;
import org.digitpad.nn.arch.LayerSpec.Lstm;
import org.digitpad.nn.arch.LayerSpec.MaxPool1D;
import org.digitpad.nn.arch.LayerSpec.Softmax;
import org.digitpad.nn.arch.Shape;

/**
 * Reference implementation of every layer, which the kernels are tested against: plain loops in
 * double precision, straight from the formulas, one sample at a time. It shares no code with the
 * kernels.
 *
 * <p>A sample is [steps, features], row-major. {@code p} is a vector of parameters in which the
 * layer's own start at {@code at}.
 */
public final class ReferenceLayers {
  private ReferenceLayers() {}

  /** Output of one layer for one sample; for a softmax layer, the logits. */
  public static double[] layer(LayerSpec spec, Shape input, double[] p, int at, double[] sample) {
    if (spec instanceof Conv1D conv) {
      return conv(conv.kernelSize(), conv.filters(), input, p, at, sample);
    } else if (spec instanceof MaxPool1D pool) {
      return pool(pool.poolSize(), input, sample);
    } else if (spec instanceof Gru gru) {
      return gru(gru.units(), gru.returnSequences(), input, p, at, sample);
    } else if (spec instanceof Lstm lstm) {
      return lstm(lstm.units(), lstm.returnSequences(), input, p, at, sample);
    } else if (spec instanceof Dense dense) {
      double[] y = dense(dense.units(), input.size(), p, at, sample);
      return Arrays.stream(y).map(value -> Math.max(0, value)).toArray();
    } else if (spec instanceof Softmax softmax) {
      return dense(softmax.units(), input.features(), p, at, sample);
    }
    throw new IllegalArgumentException("no reference for " + spec);
  }

  /** Logits of a whole network for one sample. */
  public static double[] logits(Architecture architecture, double[] p, double[] sample) {
    double[] values = sample;
    for (PlacedLayer layer : architecture.placedLayers()) {
      values = layer(layer.spec(), layer.input(), p, layer.offset(), values);
    }
    return values;
  }

  /** y[t, f] = max(0, b[f] + Σ over k, i of x[t + k, i] · w[k, i, f]). */
  private static double[] conv(
      int kernelSize, int filters, Shape input, double[] p, int at, double[] x) {
    int features = input.features();
    int steps = input.steps() - kernelSize + 1;
    int biasOffset = at + kernelSize * features * filters;
    double[] y = new double[steps * filters];
    for (int t = 0; t < steps; t++) {
      for (int f = 0; f < filters; f++) {
        double sum = p[biasOffset + f];
        for (int k = 0; k < kernelSize; k++) {
          for (int i = 0; i < features; i++) {
            sum += x[(t + k) * features + i] * p[at + (k * features + i) * filters + f];
          }
        }
        y[t * filters + f] = Math.max(0, sum);
      }
    }
    return y;
  }

  /** y[t, f] = max over k of x[t · poolSize + k, f]. */
  private static double[] pool(int poolSize, Shape input, double[] x) {
    int features = input.features();
    int steps = input.steps() / poolSize;
    double[] y = new double[steps * features];
    for (int t = 0; t < steps; t++) {
      for (int f = 0; f < features; f++) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < poolSize; k++) {
          largest = Math.max(largest, x[(t * poolSize + k) * features + f]);
        }
        y[t * features + f] = largest;
      }
    }
    return y;
  }

  /**
   * z = σ(x·Wz + h·Uz + bz), r = σ(x·Wr + h·Ur + br), c = tanh(x·Wh + (r∘h)·Uh + bh), h' = z∘h + (1
   * − z)∘c, from h = 0.
   */
  private static double[] gru(
      int units, boolean returnSequences, Shape input, double[] p, int at, double[] x) {
    double[] all = new double[input.steps() * units];
    double[] h = new double[units];
    for (int t = 0; t < input.steps(); t++) {
      double[] rh = new double[units];
      double[] next = new double[units];
      for (int u = 0; u < units; u++) {
        rh[u] = hardSigmoid(gate(3, 1, u, units, input.features(), p, at, x, t, h)) * h[u];
      }
      for (int u = 0; u < units; u++) {
        double z = hardSigmoid(gate(3, 0, u, units, input.features(), p, at, x, t, h));
        double c = Math.tanh(gate(3, 2, u, units, input.features(), p, at, x, t, rh));
        next[u] = z * h[u] + (1 - z) * c;
      }
      h = next;
      System.arraycopy(h, 0, all, t * units, units);
    }
    return returnSequences ? all : h;
  }

  /**
   * i = σ(x·Wi + h·Ui + bi), f = σ(x·Wf + h·Uf + bf), g = tanh(x·Wg + h·Ug + bg), o = σ(x·Wo + h·Uo
   * + bo), c' = f∘c + i∘g, h' = o∘tanh(c'), from h = c = 0.
   */
  private static double[] lstm(
      int units, boolean returnSequences, Shape input, double[] p, int at, double[] x) {
    double[] all = new double[input.steps() * units];
    double[] h = new double[units];
    double[] c = new double[units];
    for (int t = 0; t < input.steps(); t++) {
      double[] next = new double[units];
      for (int u = 0; u < units; u++) {
        double i = hardSigmoid(gate(4, 0, u, units, input.features(), p, at, x, t, h));
        double f = hardSigmoid(gate(4, 1, u, units, input.features(), p, at, x, t, h));
        double g = Math.tanh(gate(4, 2, u, units, input.features(), p, at, x, t, h));
        double o = hardSigmoid(gate(4, 3, u, units, input.features(), p, at, x, t, h));
        c[u] = f * c[u] + i * g;
        next[u] = o * Math.tanh(c[u]);
      }
      h = next;
      System.arraycopy(h, 0, all, t * units, units);
    }
    return returnSequences ? all : h;
  }

  /** Pre-activation of one gate and unit: bias and the contributions of input and state. */
  private static double gate(
      int gates,
      int gate,
      int unit,
      int units,
      int features,
      double[] p,
      int at,
      double[] x,
      int t,
      double[] state) {
    int column = gate * units + unit;
    int columns = gates * units;
    int recurrentOffset = at + features * columns;
    int biasOffset = recurrentOffset + units * columns;
    double sum = p[biasOffset + column];
    for (int i = 0; i < features; i++) {
      sum += x[t * features + i] * p[at + i * columns + column];
    }
    for (int v = 0; v < units; v++) {
      sum += state[v] * p[recurrentOffset + v * columns + column];
    }
    return sum;
  }

  /** 0.2x + 0.5, clipped to 0 to 1. */
  public static double hardSigmoid(double x) {
    return Math.max(0, Math.min(1, 0.2 * x + 0.5));
  }

  /** y[j] = b[j] + Σ over i of w[j, i] · x[i]. */
  private static double[] dense(int units, int features, double[] p, int at, double[] x) {
    double[] y = new double[units];
    for (int j = 0; j < units; j++) {
      y[j] = p[at + units * features + j];
      for (int i = 0; i < features; i++) {
        y[j] += p[at + j * features + i] * x[i];
      }
    }
    return y;
  }

  /** exp(y[j]) / Σ exp(y). */
  public static double[] softmax(double[] logits) {
    double logSumExp = logSumExp(logits);
    return Arrays.stream(logits).map(logit -> Math.exp(logit - logSumExp)).toArray();
  }

  /** −log(softmax(logits)[label]). */
  public static double crossEntropy(double[] logits, int label) {
    return logSumExp(logits) - logits[label];
  }

  /** log Σ exp(y), without overflow. */
  private static double logSumExp(double[] y) {
    double largest = Arrays.stream(y).max().orElseThrow();
    return largest + Math.log(Arrays.stream(y).map(value -> Math.exp(value - largest)).sum());
  }
}
