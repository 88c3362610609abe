package org.digitpad.nn.kernel;

/**
 * One layer's forward and backward pass over a batch, on memory that it took when it was made: a
 * pass allocates nothing. A kernel remembers its last forward pass, so it serves one thread.
 */
interface Kernel extends AutoCloseable {
  /** How the output lies in memory. */
  Rows outputRows();

  /** Activations of the last forward pass. */
  Floats output();

  /**
   * Where the layer behind writes the gradient of the loss by the output, laid out like the output,
   * zero in padding rows.
   */
  Floats outputGradient();

  /**
   * Computes the output.
   *
   * @param parameters the network's flat parameter vector
   * @param input activations of the layer before
   * @param batch samples, at most the capacity
   */
  void forward(Floats parameters, Floats input, int batch);

  /**
   * Adds the parameters' gradients and overwrites the input's.
   *
   * @param parameters as in the forward pass
   * @param input as in the forward pass
   * @param gradient the network's flat gradient vector, added to
   * @param inputGradient receives the gradient by the input; null when nobody needs it
   * @param batch as in the forward pass
   */
  void backward(
      Floats parameters,
      Floats input,
      Floats gradient,
      @org.jspecify.annotations.Nullable Floats inputGradient,
      int batch);

  @Override
  void close();
}
