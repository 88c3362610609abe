package org.digitpad.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.digitpad.nn.kernel.Blas.Product;
import org.digitpad.nn.kernel.Blas.Transpose;
import org.junit.jupiter.api.Test;

class PlainProductTest {
  @Test
  void computesAnExampleByHand() {
    // [1 2; 3 4]·[5 6; 7 8] = [19 22; 43 50]
    assertThat(product(Transpose.NONE, 0)).containsExactly(19, 22, 43, 50);
    assertThat(product(Transpose.A, 0)).containsExactly(26, 30, 38, 44);
    assertThat(product(Transpose.B, 0)).containsExactly(17, 23, 39, 53);
    assertThat(product(Transpose.NONE, 2)).containsExactly(21, 24, 45, 52);
  }

  private static float[] product(Transpose transpose, float beta) {
    try (NativeFloatArray a = array(1, 2, 3, 4);
        NativeFloatArray b = array(5, 6, 7, 8);
        NativeFloatArray c = array(1, 1, 1, 1)) {
      PlainProduct.multiply(transpose, 2, 2, 2, a, 0, 2, b, 0, 2, beta, c, 0, 2);
      return c.toArray();
    }
  }

  private static NativeFloatArray array(float... values) {
    NativeFloatArray array = new NativeFloatArray(values.length);
    array.write(0, values, values.length);
    return array;
  }

  @Test
  void agreesWithBlasAndItself() {
    assertThat(PlainProduct.agreesWith(Blas.PRODUCT)).isTrue();
    assertThat(PlainProduct.agreesWith(PlainProduct::multiply)).isTrue();
  }

  @Test
  void noticesProductsThatAreWrong() {
    assertThat(PlainProduct.agreesWith(broken((m, n) -> 0, 0.001f))).isFalse();
    assertThat(PlainProduct.agreesWith(broken((m, n) -> m * n - 1, 0.001f))).isFalse();
    assertThat(PlainProduct.agreesWith(broken((m, n) -> 0, Float.NaN))).isFalse();
    Product withoutBeta =
        (transpose, m, n, k, a, aOffset, lda, b, bOffset, ldb, beta, c, cOffset, ldc) ->
            PlainProduct.multiply(
                transpose, m, n, k, a, aOffset, lda, b, bOffset, ldb, 0, c, cOffset, ldc);
    assertThat(PlainProduct.agreesWith(withoutBeta)).isFalse();
  }

  /** Which value of a result is wrong. */
  private interface Place {
    int of(int m, int n);
  }

  private static Product broken(Place place, float error) {
    return (transpose, m, n, k, a, aOffset, lda, b, bOffset, ldb, beta, c, cOffset, ldc) -> {
      PlainProduct.multiply(
          transpose, m, n, k, a, aOffset, lda, b, bOffset, ldb, beta, c, cOffset, ldc);
      int at = cOffset + place.of(m, n);
      c.set(at, c.get(at) + error);
    };
  }
}
