package org.digitpad.nn.kernel;

/**
 * A weight matrix for products with single vectors, y += x·W with x[rows] and W[rows, columns].
 *
 * <p>Each row is an array of its own. HotSpot vectorizes a loop over several arrays only if all of
 * them are indexed alike, as it does not know otherwise that a store to one leaves the others
 * alone. Four rows a pass load and store y a quarter as often; with more, the loop has too many
 * operations to be unrolled, and is not vectorized (JDK 17). This is two to ten times faster than
 * {@code cblas_sgemm}, which copies the whole matrix into blocks first, on processors for which
 * OpenBLAS has no kernels for small matrices.
 *
 * <p>Only one thread may use it.
 */
final class WeightRows {
  private static final int UNROLL = 4;

  private final float[][] rows;
  private final float[] zeroRow;
  private final int columns;

  // the values of x that are not zero, and their rows
  private final float[] values;
  private final int[] indices;

  /**
   * Copies a matrix.
   *
   * @param weights W, row-major
   */
  WeightRows(float[] weights, int columns) {
    this(weights, 0, weights.length / columns, columns);
  }

  /**
   * Copies a matrix.
   *
   * @param weights holds W from {@code offset} on, row-major
   */
  WeightRows(float[] weights, int offset, int rows, int columns) {
    this(weights, offset, rows, columns, columns, 1);
  }

  /**
   * Copies a matrix, or a part of a matrix, or a transposed one.
   *
   * @param weights holds W's first value at {@code offset}
   * @param rowStride distance between two rows in {@code weights}
   * @param columnStride distance between two columns in {@code weights}
   */
  WeightRows(float[] weights, int offset, int rows, int columns, int rowStride, int columnStride) {
    this.rows = new float[rows][columns];
    this.zeroRow = new float[columns];
    this.columns = columns;
    this.values = new float[rows + UNROLL];
    this.indices = new int[rows + UNROLL];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        this.rows[row][column] = weights[offset + row * rowStride + column * columnStride];
      }
    }
  }

  /** y += x·W for a vector that is mostly not zero. */
  void addProduct(float[] x, float[] y) {
    int last = rows.length / UNROLL * UNROLL;
    for (int k = 0; k < last; k += UNROLL) {
      addRows(
          x[k],
          rows[k],
          x[k + 1],
          rows[k + 1],
          x[k + 2],
          rows[k + 2],
          x[k + 3],
          rows[k + 3],
          y,
          columns);
    }
    for (int k = last; k < rows.length; k++) {
      addRows(x[k], rows[k], 0, zeroRow, 0, zeroRow, 0, zeroRow, y, columns);
    }
  }

  /** y += x·W, where the zeros of x, such as blank pixels and what ReLU cuts off, cost nothing. */
  void addSparseProduct(float[] x, int offset, float[] y) {
    int count = 0;
    for (int k = 0; k < rows.length; k++) {
      float value = x[offset + k];
      values[count] = value;
      indices[count] = k;
      count += value != 0 ? 1 : 0;
    }
    addProduct(values, indices, 0, count, 0, y);
  }

  /**
   * y += Σ value·W[index − shift] over a part of a list.
   *
   * @param indices rows, larger by {@code shift}
   */
  void addProduct(float[] values, int[] indices, int from, int to, int shift, float[] y) {
    int k = from;
    for (; k + UNROLL <= to; k += UNROLL) {
      addRows(
          values[k],
          rows[indices[k] - shift],
          values[k + 1],
          rows[indices[k + 1] - shift],
          values[k + 2],
          rows[indices[k + 2] - shift],
          values[k + 3],
          rows[indices[k + 3] - shift],
          y,
          columns);
    }
    if (k < to) {
      boolean second = k + 1 < to;
      boolean third = k + 2 < to;
      addRows(
          values[k],
          rows[indices[k] - shift],
          second ? values[k + 1] : 0,
          second ? rows[indices[k + 1] - shift] : zeroRow,
          third ? values[k + 2] : 0,
          third ? rows[indices[k + 2] - shift] : zeroRow,
          0,
          zeroRow,
          y,
          columns);
    }
  }

  /**
   * x += W·y over the first rows and columns: turns the gradient of a product into that of its
   * vector.
   *
   * @param columns length of y
   * @param count rows, and values of x from {@code offset} on
   */
  void addTransposedProduct(float[] y, int columns, int count, float[] x, int offset) {
    int k = 0;
    for (; k + UNROLL <= count; k += UNROLL) {
      float[] rowA = rows[k];
      float[] rowB = rows[k + 1];
      float[] rowC = rows[k + 2];
      float[] rowD = rows[k + 3];
      float a = 0;
      float b = 0;
      float c = 0;
      float d = 0;
      for (int j = 0; j < columns; j++) {
        float value = y[j];
        a += rowA[j] * value;
        b += rowB[j] * value;
        c += rowC[j] * value;
        d += rowD[j] * value;
      }
      x[offset + k] += a;
      x[offset + k + 1] += b;
      x[offset + k + 2] += c;
      x[offset + k + 3] += d;
    }
    for (; k < count; k++) {
      float sum = 0;
      for (int j = 0; j < columns; j++) {
        sum += rows[k][j] * y[j];
      }
      x[offset + k] += sum;
    }
  }

  /** A method of its own, so that HotSpot compiles nothing but this loop. */
  private static void addRows(
      float a,
      float[] rowA,
      float b,
      float[] rowB,
      float c,
      float[] rowC,
      float d,
      float[] rowD,
      float[] y,
      int count) {
    for (int j = 0; j < count; j++) {
      y[j] = y[j] + (a * rowA[j] + b * rowB[j]) + (c * rowC[j] + d * rowD[j]);
    }
  }
}
