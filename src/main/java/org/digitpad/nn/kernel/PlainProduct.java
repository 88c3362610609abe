package org.digitpad.nn.kernel;

import org.digitpad.nn.kernel.Blas.Product;
import org.digitpad.nn.kernel.Blas.Transpose;

/**
 * Matrix products by three loops: slow, but right. BLAS libraries have been wrong on processors
 * that are newer than they are, so a few products are compared before one is used.
 */
final class PlainProduct {
  /**
   * m, n and k of the products to compare: a vector, a convolution, whole blocks and remainders.
   */
  private static final int[][] SHAPES = {{1, 48, 16}, {5, 19, 17}, {24, 32, 12}, {33, 16, 9}};

  private static final float TOLERANCE = 1e-4f;

  private PlainProduct() {}

  /** C[m,n] = A·B + beta·C, as {@link Product#multiply} says. */
  static void multiply(
      Transpose transpose,
      int m,
      int n,
      int k,
      NativeFloatArray a,
      int aOffset,
      int lda,
      NativeFloatArray b,
      int bOffset,
      int ldb,
      float beta,
      NativeFloatArray c,
      int cOffset,
      int ldc) {
    boolean transposeA = transpose == Transpose.A;
    boolean transposeB = transpose == Transpose.B;
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        int at = cOffset + i * ldc + j;
        // as BLAS does: what C held, even if it is no number, does not count if beta is 0
        float sum = beta == 0 ? 0 : beta * c.get(at);
        for (int l = 0; l < k; l++) {
          float left = a.get(aOffset + (transposeA ? l * lda + i : i * lda + l));
          sum += left * b.get(bOffset + (transposeB ? j * ldb + l : l * ldb + j));
        }
        c.set(at, sum);
      }
    }
  }

  /** Whether another implementation computes the same for a few products. */
  static boolean agreesWith(Product other) {
    for (int[] shape : SHAPES) {
      for (Transpose transpose : Transpose.values()) {
        for (float beta : new float[] {0, 1}) {
          if (!agree(other, transpose, shape[0], shape[1], shape[2], beta)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private static boolean agree(
      Product other, Transpose transpose, int m, int n, int k, float beta) {
    int lda = transpose == Transpose.A ? m : k;
    int ldb = transpose == Transpose.B ? k : n;
    try (NativeFloatArray a = numbers(m * k, 3);
        NativeFloatArray b = numbers(k * n, 5);
        NativeFloatArray expected = numbers(m * n, 7);
        NativeFloatArray actual = numbers(m * n, 7)) {
      multiply(transpose, m, n, k, a, 0, lda, b, 0, ldb, beta, expected, 0, n);
      other.multiply(transpose, m, n, k, a, 0, lda, b, 0, ldb, beta, actual, 0, n);
      for (int i = 0; i < m * n; i++) {
        // not the other way round, which NaN would pass
        if (!(Math.abs(expected.get(i) - actual.get(i)) < TOLERANCE)) {
          return false;
        }
      }
      return true;
    }
  }

  /** Numbers between -1 and 1 without a pattern that a wrong index could meet again. */
  private static NativeFloatArray numbers(int count, int seed) {
    NativeFloatArray numbers = new NativeFloatArray(count);
    for (int i = 0; i < count; i++) {
      numbers.set(i, (float) Math.sin(seed * (i + 1) * (i + 2)));
    }
    return numbers;
  }
}
