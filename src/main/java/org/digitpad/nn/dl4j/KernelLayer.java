package org.digitpad.nn.dl4j;

import java.util.Arrays;
import java.util.Map;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.digitpad.nn.arch.Shape;
import org.digitpad.nn.kernel.LayerExecutor;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A DL4J layer that runs on one of DigitPad's kernels. It computes in single precision, whatever
 * the network's data type. It rejects masks, since every image has all of its rows.
 */
public final class KernelLayer extends BaseLayer<KernelLayerConf> {
  private static final long serialVersionUID = 1L;

  private transient @Nullable LayerExecutor executor;

  public KernelLayer(NeuralNetConfiguration conf, DataType dataType) {
    super(conf, dataType);
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    Shape shape = layerConf().inputShape();
    if (!fits(input, shape)) {
      throw new IllegalStateException(
          "Expected [batch, %d, %d], got %s %s"
              .formatted(
                  shape.steps(), shape.features(), Arrays.toString(input.shape()), layerId()));
    }
    applyDropOutIfNecessary(training, workspaces);
    int batch = (int) input.size(0);
    float[] output = executor(batch).forward(parameters(), floats(input));
    return array(output, batch, layerConf().spec().output(shape), workspaces);
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    // DL4J may have run this layer on another batch since, so repeat the forward pass
    activate(true, LayerWorkspaceMgr.noWorkspaces());
    int batch = (int) input.size(0);
    float[] parameterGradient = new float[(int) numParams()];
    float[] inputGradient = executor(batch).backward(floats(epsilon), parameterGradient);
    Gradient gradient = new DefaultGradient();
    if (parameterGradient.length > 0) {
      gradientsFlattened.assign(
          Nd4j.createFromArray(parameterGradient)
              .castTo(gradientsFlattened.dataType())
              .reshape(gradientsFlattened.shape()));
      for (Map.Entry<String, INDArray> view : gradientViews.entrySet()) {
        gradient.setGradientFor(view.getKey(), view.getValue());
      }
    }
    INDArray back =
        workspaces
            .createUninitialized(ArrayType.ACTIVATION_GRAD, dataType, input.shape(), 'c')
            .assign(Nd4j.createFromArray(inputGradient).reshape(input.shape()));
    return new Pair<>(gradient, backpropDropOutIfPresent(back));
  }

  /** A single step is a vector if it is another layer's output, but a sequence from outside. */
  private static boolean fits(INDArray input, Shape shape) {
    boolean vector = shape.steps() == 1 && input.rank() == 2;
    return (vector || input.rank() == 3 && input.size(1) == shape.steps())
        && input.size(-1) == shape.features();
  }

  private LayerExecutor executor(int batch) {
    if (executor == null || executor.capacity() < batch) {
      if (executor != null) {
        executor.close();
      }
      executor = new LayerExecutor(layerConf().spec(), layerConf().inputShape(), batch);
    }
    return executor;
  }

  private float[] parameters() {
    return paramsFlattened == null ? new float[0] : floats(paramsFlattened);
  }

  private static float[] floats(INDArray array) {
    return array.castTo(DataType.FLOAT).dup('c').reshape(array.length()).toFloatVector();
  }

  private INDArray array(float[] values, int batch, Shape shape, LayerWorkspaceMgr workspaces) {
    long[] dimensions =
        shape.steps() == 1
            ? new long[] {batch, shape.features()}
            : new long[] {batch, shape.steps(), shape.features()};
    return workspaces
        .createUninitialized(ArrayType.ACTIVATIONS, dataType, dimensions, 'c')
        .assign(Nd4j.createFromArray(values).reshape(dimensions));
  }

  @Override
  public boolean isPretrainLayer() {
    return false;
  }

  @Override
  public long numParams() {
    return paramsFlattened == null ? 0 : paramsFlattened.length();
  }

  @Override
  public void setMaskArray(@Nullable INDArray mask) {
    rejectMask(mask);
  }

  @Override
  public Pair<INDArray, MaskState> feedForwardMaskArray(
      @Nullable INDArray mask, @Nullable MaskState state, int batch) {
    rejectMask(mask);
    return new Pair<>(null, state);
  }

  private void rejectMask(@Nullable INDArray mask) {
    if (mask != null) {
      throw new UnsupportedOperationException(
          "Masks are not supported: use sequences of full length " + layerId());
    }
  }
}
