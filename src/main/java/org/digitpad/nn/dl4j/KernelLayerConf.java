package org.digitpad.nn.dl4j;

import java.util.Collection;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeRecurrent;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.digitpad.nn.arch.LayerSpec;
import org.digitpad.nn.arch.Shape;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * DL4J's configuration of a layer that runs on DigitPad's kernels. Sequences are [batch, steps,
 * features] ({@link RNNFormat#NWC}).
 */
public abstract class KernelLayerConf extends FeedForwardLayer {
  private static final long serialVersionUID = 1L;

  private int steps;

  /** For deserialization. */
  KernelLayerConf() {}

  /**
   * Configures a layer by its name and size.
   *
   * @param features features of its output
   */
  KernelLayerConf(String name, int features) {
    setLayerName(name);
    setNOut(features);
  }

  /** The layer that the kernel computes. */
  abstract LayerSpec spec();

  /** Steps of the layer's input. */
  public int getSteps() {
    return steps;
  }

  public void setSteps(int steps) {
    this.steps = steps;
  }

  /** Shape of the layer's input for one sample. */
  Shape inputShape() {
    return new Shape(steps, (int) nIn);
  }

  @Override
  public Layer instantiate(
      NeuralNetConfiguration conf,
      @Nullable Collection<TrainingListener> listeners,
      int index,
      @Nullable INDArray parameters,
      boolean initialize,
      DataType dataType) {
    KernelLayer layer = new KernelLayer(conf, dataType);
    layer.setListeners(listeners);
    layer.setIndex(index);
    layer.setParamsViewArray(parameters);
    Map<String, INDArray> table = initializer().init(conf, parameters, initialize);
    layer.setParamTable(table);
    layer.setConf(conf);
    return layer;
  }

  @Override
  public ParamInitializer initializer() {
    return KernelParamInitializer.INSTANCE;
  }

  @Override
  public InputType getOutputType(int index, InputType input) {
    Shape output = spec().output(shapeOf(input));
    return output.steps() == 1
        ? InputType.feedForward(output.features())
        : InputType.recurrent(output.features(), output.steps(), RNNFormat.NWC);
  }

  @Override
  public void setNIn(InputType input, boolean override) {
    if (nIn <= 0 || override) {
      Shape shape = shapeOf(input);
      nIn = shape.features();
      steps = shape.steps();
    }
  }

  /**
   * Shape of a sample of the given type.
   *
   * @throws IllegalStateException if this layer does not accept such samples
   */
  Shape shapeOf(InputType input) {
    if (input instanceof InputTypeRecurrent recurrent
        && recurrent.getFormat() == RNNFormat.NWC
        && recurrent.getTimeSeriesLength() > 0) {
      return new Shape((int) recurrent.getTimeSeriesLength(), (int) recurrent.getSize());
    }
    throw new IllegalStateException(
        "Layer \""
            + getLayerName()
            + "\" takes sequences of a known length in NWC format, but got "
            + input);
  }

  @Override
  public @Nullable InputPreProcessor getPreProcessorForInputType(InputType input) {
    shapeOf(input);
    return null;
  }

  @Override
  public LayerMemoryReport getMemoryReport(InputType input) {
    InputType output = getOutputType(-1, input);
    long count = initializer().numParams(this);
    long updater = count == 0 ? 0 : getIUpdater().stateSize(count);
    return new LayerMemoryReport.Builder(layerName, getClass(), input, output)
        .standardMemory(count, updater)
        .workingMemory(0, 0, 0, output.arrayElementsPerExample())
        .cacheMemory(MemoryReport.CACHE_MODE_ALL_ZEROS, MemoryReport.CACHE_MODE_ALL_ZEROS)
        .build();
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other)
        && other instanceof KernelLayerConf that
        && spec().equals(that.spec());
  }

  @Override
  public int hashCode() {
    return 31 * super.hashCode() + spec().hashCode();
  }
}
