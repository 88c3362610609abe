package org.digitpad.nn.arch;

/** How a new network fills a tensor of parameters. */
public sealed interface Initializer {
  /** All zeros, for biases. */
  record Zero() implements Initializer {}

  /**
   * The biases of an LSTM with {@code units} units: 1 for the forget gate, which comes second, and
   * 0 for the others.
   *
   * <p>Source: R. Jozefowicz, W. Zaremba, I. Sutskever, "An empirical exploration of recurrent
   * network architectures", ICML 2015.
   */
  record ForgetBias(int units) implements Initializer {}

  /**
   * Uniformly distributed in ±√(6 / (fanIn + fanOut)).
   *
   * <p>Source: X. Glorot, Y. Bengio, "Understanding the difficulty of training deep feedforward
   * neural networks", AISTATS 2010, equation 16.
   */
  record GlorotUniform(int fanIn, int fanOut) implements Initializer {}

  /**
   * A [size, blocks·size] matrix of square blocks side by side, each of them a random orthogonal
   * matrix.
   *
   * <p>Source: A. Saxe, J. McClelland, S. Ganguli, "Exact solutions to the nonlinear dynamics of
   * learning in deep linear neural networks", ICLR 2014.
   */
  record OrthogonalBlocks(int size, int blocks) implements Initializer {}
}
