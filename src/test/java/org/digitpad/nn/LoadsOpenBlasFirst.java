package org.digitpad.nn;

import org.digitpad.nn.kernel.Blas;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Loads OpenBLAS before a test can use ND4J, as the program does, so that all processes of the
 * tests compute with the same kernels.
 */
public final class LoadsOpenBlasFirst implements BeforeAllCallback {
  @Override
  public void beforeAll(ExtensionContext context) {
    Blas.kernels();
  }
}
