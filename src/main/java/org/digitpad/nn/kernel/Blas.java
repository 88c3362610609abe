package org.digitpad.nn.kernel;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * The few BLAS routines that the kernels need, from the OpenBLAS that comes with nd4j-native. All
 * matrices are row-major; {@code ld} is the distance between two rows.
 */
public final class Blas {
  static {
    NativeLibraries.loadForReading();
  }

  private Blas() {}

  /**
   * Keeps OpenBLAS on the calling thread. The matrices here are too small to share between threads;
   * DigitPad shares batches instead. ND4J raises the number when it starts, so ask again after
   * that.
   */
  public static void singleThreaded() {
    openblas_nolapack.blas_set_num_threads(1);
  }

  /** C[m,n] = A[m,k]·B[k,n] + beta·C. */
  static void multiply(
      int m,
      int n,
      int k,
      NativeFloatArray a,
      int aAt,
      int lda,
      NativeFloatArray b,
      int bAt,
      int ldb,
      float beta,
      NativeFloatArray c,
      int cAt,
      int ldc) {
    multiply(
        CblasNoTrans, CblasNoTrans, m, n, k, a.at(aAt), lda, b.at(bAt), ldb, beta, c.at(cAt), ldc);
  }

  /** C[m,n] = Aᵀ·B + beta·C with A[k,m] and B[k,n]: the gradient of a weight matrix. */
  static void multiplyTransposedA(
      int m,
      int n,
      int k,
      NativeFloatArray a,
      int aAt,
      int lda,
      NativeFloatArray b,
      int bAt,
      int ldb,
      float beta,
      NativeFloatArray c,
      int cAt,
      int ldc) {
    multiply(
        CblasTrans, CblasNoTrans, m, n, k, a.at(aAt), lda, b.at(bAt), ldb, beta, c.at(cAt), ldc);
  }

  /** C[m,n] = A·Bᵀ + beta·C with A[m,k] and B[n,k]: the gradient of a layer's input. */
  static void multiplyTransposedB(
      int m,
      int n,
      int k,
      NativeFloatArray a,
      int aAt,
      int lda,
      NativeFloatArray b,
      int bAt,
      int ldb,
      float beta,
      NativeFloatArray c,
      int cAt,
      int ldc) {
    multiply(
        CblasNoTrans, CblasTrans, m, n, k, a.at(aAt), lda, b.at(bAt), ldb, beta, c.at(cAt), ldc);
  }

  private static void multiply(
      int transA,
      int transB,
      int m,
      int n,
      int k,
      FloatPointer a,
      int lda,
      FloatPointer b,
      int ldb,
      float beta,
      FloatPointer c,
      int ldc) {
    openblas_nolapack.cblas_sgemm(
        CblasRowMajor, transA, transB, m, n, k, 1f, a, lda, b, ldb, beta, c, ldc);
  }

  /** Euclidean length of a vector. */
  public static float norm(NativeFloatArray x) {
    return openblas_nolapack.cblas_snrm2(x.length(), x.at(0), 1);
  }

  /** y += factor·x over {@code count} numbers. */
  public static void add(int count, float factor, NativeFloatArray x, NativeFloatArray y) {
    openblas_nolapack.cblas_saxpy(count, factor, x.at(0), 1, y.at(0), 1);
  }
}
