package org.digitpad.nn.kernel;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;

import java.util.Locale;
import java.util.Set;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.slf4j.LoggerFactory;

/** The few BLAS routines that the kernels need, from the OpenBLAS that comes with nd4j-native. */
public final class Blas {
  /** Those that OpenBLAS 0.3.19 has for x86. */
  private static final Set<String> SMALL_MATRIX_KERNELS =
      Set.of("skylakex", "cooperlake", "sapphirerapids");

  /** Whether a check has found OpenBLAS's products to be right. */
  private static final boolean CORRECT;

  /** Computes matrix products: by OpenBLAS if it is right. */
  static final Product PRODUCT;

  static {
    NativeLibraries.loadForInference();
    singleThreaded();
    CORRECT = PlainProduct.agreesWith(Blas::sgemm);
    if (!CORRECT) {
      LoggerFactory.getLogger(Blas.class)
          .warn(
              "OpenBLAS computes wrong products with {}: slow Java loops are used",
              NativeLibraries.kernels());
    }
    PRODUCT = CORRECT ? Blas::sgemm : PlainProduct::multiply;
  }

  private Blas() {}

  /**
   * Name of the kernels that compute the products, such as "SkylakeX" or "Haswell".
   *
   * <p>Results of different kernels may differ in their last bits.
   */
  public static String kernels() {
    if (!CORRECT) {
      return "Java";
    }
    String kernels = NativeLibraries.kernels();
    return kernels.isEmpty() ? "chosen by OpenBLAS" : kernels;
  }

  /**
   * Whether small products are fast. Other kernels copy both matrices into blocks first, which
   * takes longer than a small product itself.
   */
  public static boolean hasSmallMatrixKernels() {
    return SMALL_MATRIX_KERNELS.contains(kernels().toLowerCase(Locale.ROOT));
  }

  /** Which factor of a product is transposed. */
  enum Transpose {
    /** A·B, with A[m,k] and B[k,n]. */
    NONE(CblasNoTrans, CblasNoTrans),
    /** Aᵀ·B, with A[k,m] and B[k,n]: the gradient of a weight matrix. */
    A(CblasTrans, CblasNoTrans),
    /** A·Bᵀ, with A[m,k] and B[n,k]: the gradient of a layer's input. */
    B(CblasNoTrans, CblasTrans);

    private final int a;
    private final int b;

    Transpose(int a, int b) {
      this.a = a;
      this.b = b;
    }
  }

  /**
   * Keeps OpenBLAS on the calling thread. The matrices here are too small to be split between
   * threads; DigitPad splits batches instead. ND4J raises the number of threads when it starts, so
   * call this again after that.
   */
  public static void singleThreaded() {
    openblas_nolapack.blas_set_num_threads(1);
  }

  /** A way to compute matrix products. */
  @FunctionalInterface
  interface Product {
    /**
     * C[m,n] = A·B + beta·C, with A or B transposed on request. All matrices are row-major.
     *
     * @param aOffset index of A's first value in {@code a}; likewise for B and C
     * @param lda distance between two rows of A; likewise for B and C
     */
    void multiply(
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
        int ldc);
  }

  /** {@link Product#multiply} by OpenBLAS. */
  private static void sgemm(
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
    openblas_nolapack.cblas_sgemm(
        CblasRowMajor,
        transpose.a,
        transpose.b,
        m,
        n,
        k,
        1f,
        a.address(aOffset),
        lda,
        b.address(bOffset),
        ldb,
        beta,
        c.address(cOffset),
        ldc);
  }

  /** Euclidean norm of a vector. */
  public static float norm(NativeFloatArray x) {
    return openblas_nolapack.cblas_snrm2(x.length(), x.address(0), 1);
  }

  /** y += factor·x, of the same length. */
  public static void add(float factor, NativeFloatArray x, NativeFloatArray y) {
    openblas_nolapack.cblas_saxpy(x.length(), factor, x.address(0), 1, y.address(0), 1);
  }
}
