package org.digitpad.nn.kernel;

/**
 * Element-wise operations of the kernels. Each is a plain pass over arrays without branches, so
 * that the JIT compiler vectorizes it. The compiler gives up on some loops that do two things at
 * once: the candidate's tanh together with the new state runs eleven times slower than one after
 * the other.
 */
final class ElementwiseOps {
  /**
   * Turns a comparison into arithmetic: min(x · STEEP, 1) is 0 for x = 0 and 1 for every positive x
   * that occurs in training.
   */
  private static final float STEEP = 1e30f;

  // Minimax rational approximation of tanh on [-8, 8]: x·P(x²)/Q(x²), fitted for DigitPad by
  // iteratively reweighted least squares (relative error 6e-9 before rounding).
  private static final float TANH_LIMIT = 8f;
  private static final float P0 = 9.999999936e-01f;
  private static final float P1 = 1.344449943e-01f;
  private static final float P2 = 3.571599748e-03f;
  private static final float P3 = 2.189469070e-05f;
  private static final float P4 = 1.523045870e-08f;
  private static final float Q1 = 4.677782675e-01f;
  private static final float Q2 = 2.616444948e-02f;
  private static final float Q3 = 3.411294851e-04f;
  private static final float Q4 = 8.522463128e-07f;

  private ElementwiseOps() {}

  /** The hard sigmoid of Keras: 0.2x + 0.5, clipped to 0 to 1. */
  static float hardSigmoid(float x) {
    return Math.min(Math.max(0.2f * x + 0.5f, 0f), 1f);
  }

  /** tanh to within 4e-7. */
  static float tanh(float x) {
    float c = Math.min(Math.max(x, -TANH_LIMIT), TANH_LIMIT);
    float u = c * c;
    float p = c * ((((P4 * u + P3) * u + P2) * u + P1) * u + P0);
    float q = (((Q4 * u + Q3) * u + Q2) * u + Q1) * u + 1f;
    return p / q;
  }

  /** y = max(y + bias, 0). */
  static void addBiasAndRelu(float[] y, float[] bias, int count) {
    for (int i = 0; i < count; i++) {
      y[i] = Math.max(y[i] + bias[i], 0f);
    }
  }

  /** x = max(x, 0). */
  static void relu(float[] x, int count) {
    for (int i = 0; i < count; i++) {
      x[i] = Math.max(x[i], 0f);
    }
  }

  /** dy = dy where y, the output of a ReLU, is positive, else 0; sum += dy. */
  static void reluGradient(float[] y, float[] dy, float[] sum, int count) {
    for (int i = 0; i < count; i++) {
      float kept = dy[i] * Math.min(y[i] * STEEP, 1f);
      dy[i] = kept;
      sum[i] += kept;
    }
  }

  /** update = σ(update + bias), reset = σ(reset + bias), gated = reset·before. */
  static void gruGates(
      float[] update,
      float[] reset,
      float[] updateBias,
      float[] resetBias,
      float[] before,
      float[] gated,
      int count) {
    for (int i = 0; i < count; i++) {
      float r = hardSigmoid(reset[i] + resetBias[i]);
      update[i] = hardSigmoid(update[i] + updateBias[i]);
      reset[i] = r;
      gated[i] = r * before[i];
    }
  }

  /** candidate = tanh(candidate + bias). */
  static void addBiasAndTanh(float[] candidate, float[] bias, int count) {
    for (int i = 0; i < count; i++) {
      candidate[i] = tanh(candidate[i] + bias[i]);
    }
  }

  /** state = update·before + (1 − update)·candidate. */
  static void gruState(
      float[] candidate, float[] update, float[] before, float[] state, int count) {
    for (int i = 0; i < count; i++) {
      float h = candidate[i];
      state[i] = update[i] * (before[i] - h) + h;
    }
  }

  /** Gradient of the update gate's pre-activation from that of the state. */
  static void updateGateGradient(
      float[] dState,
      float[] update,
      float[] candidate,
      float[] before,
      float[] dUpdate,
      int count) {
    for (int i = 0; i < count; i++) {
      float z = update[i];
      float slope = 0.2f * Math.min(z * (1f - z) * STEEP, 1f);
      dUpdate[i] = dState[i] * (before[i] - candidate[i]) * slope;
    }
  }

  /** Gradient of the candidate's pre-activation from that of the state. */
  static void candidateGradient(
      float[] dState, float[] update, float[] candidate, float[] dCandidate, int count) {
    for (int i = 0; i < count; i++) {
      float h = candidate[i];
      dCandidate[i] = dState[i] * (1f - update[i]) * (1f - h * h);
    }
  }

  /**
   * Gradient of the reset gate's pre-activation from that of reset·before. Turns dState into the
   * part of the gradient of the previous state that does not pass through a gate's weights.
   */
  static void resetGateGradient(
      float[] dGated,
      float[] reset,
      float[] before,
      float[] update,
      float[] dState,
      float[] dReset,
      int count) {
    for (int i = 0; i < count; i++) {
      float r = reset[i];
      float slope = 0.2f * Math.min(r * (1f - r) * STEEP, 1f);
      float d = dGated[i];
      dReset[i] = d * before[i] * slope;
      dState[i] = dState[i] * update[i] + d * r;
    }
  }

  /** y = max(x, y). */
  static void max(float[] x, float[] y, int count) {
    for (int i = 0; i < count; i++) {
      y[i] = Math.max(x[i], y[i]);
    }
  }

  /** given = gradient where x is the maximum, else 0. */
  static void maxGradient(float[] x, float[] maximum, float[] gradient, float[] given, int count) {
    for (int i = 0; i < count; i++) {
      given[i] = gradient[i] * (1f - Math.min((maximum[i] - x[i]) * STEEP, 1f));
    }
  }

  /** y -= x. */
  static void subtract(float[] x, float[] y, int count) {
    for (int i = 0; i < count; i++) {
      y[i] -= x[i];
    }
  }

  /** x = σ(x). */
  static void hardSigmoid(float[] x, int count) {
    for (int i = 0; i < count; i++) {
      x[i] = hardSigmoid(x[i]);
    }
  }

  /** x = σ(x + bias). */
  static void addBiasAndHardSigmoid(float[] x, float[] bias, int count) {
    for (int i = 0; i < count; i++) {
      x[i] = hardSigmoid(x[i] + bias[i]);
    }
  }

  /** cell = forget·before + input·candidate. */
  static void lstmCell(
      float[] input, float[] forget, float[] candidate, float[] before, float[] cell, int count) {
    for (int i = 0; i < count; i++) {
      cell[i] = forget[i] * before[i] + input[i] * candidate[i];
    }
  }

  /** y = tanh(x). */
  static void tanh(float[] x, float[] y, int count) {
    for (int i = 0; i < count; i++) {
      y[i] = tanh(x[i]);
    }
  }

  /** z = x·y; z may be x or y. */
  static void multiply(float[] x, float[] y, float[] z, int count) {
    for (int i = 0; i < count; i++) {
      z[i] = x[i] * y[i];
    }
  }

  /** Gradient of a gate's pre-activation from that of the product gate·factor. */
  static void gateGradient(
      float[] dProduct, float[] factor, float[] gate, float[] dGate, int count) {
    for (int i = 0; i < count; i++) {
      float g = gate[i];
      float slope = 0.2f * Math.min(g * (1f - g) * STEEP, 1f);
      dGate[i] = dProduct[i] * factor[i] * slope;
    }
  }

  /** Adds to dCell the gradient through the hidden state, output·tanhCell. */
  static void addCellGradient(
      float[] dState, float[] output, float[] tanhCell, float[] dCell, int count) {
    for (int i = 0; i < count; i++) {
      float s = tanhCell[i];
      dCell[i] += dState[i] * output[i] * (1f - s * s);
    }
  }

  /** Gradient of x from that of factor·y, where y = tanh(x). */
  static void tanhGradient(float[] dProduct, float[] factor, float[] y, float[] dx, int count) {
    for (int i = 0; i < count; i++) {
      float s = y[i];
      dx[i] = dProduct[i] * factor[i] * (1f - s * s);
    }
  }

  /** y += x. */
  static void add(float[] x, float[] y, int count) {
    for (int i = 0; i < count; i++) {
      y[i] += x[i];
    }
  }

  /** Fills target with copies of {@code period} values of {@code source}, from {@code from} on. */
  static void tile(float[] source, int from, int period, float[] target) {
    for (int at = 0; at < target.length; at += period) {
      System.arraycopy(source, from, target, at, Math.min(period, target.length - at));
    }
  }

  /**
   * Adds all periods of {@code tiled} to one period of {@code target}, from {@code to} on.
   *
   * @param count values of {@code tiled}, a whole number of periods
   */
  static void sumTiles(float[] tiled, int count, int period, float[] target, int to) {
    for (int i = 0; i < count; i += period) {
      for (int j = 0; j < period; j++) {
        target[to + j] += tiled[i + j];
      }
    }
  }
}
