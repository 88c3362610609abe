package org.digitpad.nn.dl4j;

import org.deeplearning4j.nn.weights.WeightInitXavierUniform;
import org.digitpad.nn.arch.Initializer;
import org.digitpad.nn.arch.TensorSpec;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Fills the parameters of a new network from ND4J's seeded random number generator. */
final class ParameterInitializers {
  private ParameterInitializers() {}

  static void fill(TensorSpec tensor, INDArray view) {
    Initializer initializer = tensor.initializer();
    if (initializer instanceof Initializer.Zero) {
      view.assign(0);
    } else if (initializer instanceof Initializer.GlorotUniform glorot) {
      new WeightInitXavierUniform()
          .init(glorot.fanIn(), glorot.fanOut(), view.shape(), 'c', view.reshape(view.length()));
    } else if (initializer instanceof Initializer.ForgetBias forget) {
      view.assign(0);
      view.get(NDArrayIndex.interval(forget.units(), 2L * forget.units())).assign(1);
    } else if (initializer instanceof Initializer.OrthogonalBlocks orthogonal) {
      fill(orthogonal, view);
    }
  }

  private static void fill(Initializer.OrthogonalBlocks orthogonal, INDArray view) {
    int size = orthogonal.size();
    for (int block = 0; block < orthogonal.blocks(); block++) {
      double[][] basis = orthonormal(Nd4j.randn(DataType.DOUBLE, size, size).toDoubleMatrix());
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          view.putScalar(i, (long) block * size + j, basis[i][j]);
        }
      }
    }
  }

  /**
   * Gram-Schmidt orthonormalization, done twice for each vector, which is orthogonal to machine
   * precision (L. Giraud et al., Numerische Mathematik 101, 2005). From normally distributed rows,
   * every orthogonal matrix is equally likely (A. Genz, 2000).
   */
  private static double[][] orthonormal(double[][] rows) {
    for (int i = 0; i < rows.length; i++) {
      for (int pass = 0; pass < 2; pass++) {
        for (int k = 0; k < i; k++) {
          addMultiple(rows[i], -dot(rows[i], rows[k]), rows[k]);
        }
      }
      double norm = Math.sqrt(dot(rows[i], rows[i]));
      for (int j = 0; j < rows[i].length; j++) {
        rows[i][j] /= norm;
      }
    }
    return rows;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }

  private static void addMultiple(double[] target, double factor, double[] source) {
    for (int j = 0; j < target.length; j++) {
      target[j] += factor * source[j];
    }
  }
}
