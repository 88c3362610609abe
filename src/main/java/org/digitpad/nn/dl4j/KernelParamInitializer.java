package org.digitpad.nn.dl4j;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.digitpad.nn.arch.TensorSpec;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Maps a kernel layer's tensors to DL4J's flat parameter vector: row-major, one after another. */
final class KernelParamInitializer implements ParamInitializer {
  static final KernelParamInitializer INSTANCE = new KernelParamInitializer();

  private static final String BIAS = "bias";

  private KernelParamInitializer() {}

  private static List<TensorSpec> tensors(Layer layer) {
    KernelLayerConf conf = (KernelLayerConf) layer;
    return conf.spec().tensors(conf.inputShape());
  }

  @Override
  public long numParams(NeuralNetConfiguration conf) {
    return numParams(conf.getLayer());
  }

  @Override
  public long numParams(Layer layer) {
    return tensors(layer).stream().mapToInt(TensorSpec::size).sum();
  }

  @Override
  public List<String> paramKeys(Layer layer) {
    return tensors(layer).stream().map(TensorSpec::name).toList();
  }

  @Override
  public List<String> weightKeys(Layer layer) {
    return paramKeys(layer).stream().filter(key -> isWeightParam(layer, key)).toList();
  }

  @Override
  public List<String> biasKeys(Layer layer) {
    return paramKeys(layer).stream().filter(key -> isBiasParam(layer, key)).toList();
  }

  @Override
  public boolean isWeightParam(Layer layer, String key) {
    return !isBiasParam(layer, key);
  }

  @Override
  public boolean isBiasParam(Layer layer, String key) {
    return BIAS.equals(key);
  }

  @Override
  public Map<String, INDArray> init(
      NeuralNetConfiguration conf, @Nullable INDArray parameters, boolean initialize) {
    Map<String, INDArray> views = views(conf.getLayer(), parameters);
    for (TensorSpec tensor : tensors(conf.getLayer())) {
      conf.addVariable(tensor.name());
      if (initialize) {
        ParameterInitializers.fill(tensor, views.get(tensor.name()));
      }
    }
    return views;
  }

  @Override
  public Map<String, INDArray> getGradientsFromFlattened(
      NeuralNetConfiguration conf, INDArray gradient) {
    return views(conf.getLayer(), gradient);
  }

  private static Map<String, INDArray> views(Layer layer, @Nullable INDArray vector) {
    Map<String, INDArray> views = new LinkedHashMap<>();
    if (vector == null) {
      return views;
    }
    INDArray flat = vector.reshape(vector.length());
    long offset = 0;
    for (TensorSpec tensor : tensors(layer)) {
      long[] shape = tensor.shape().stream().mapToLong(Integer::longValue).toArray();
      INDArray slice = flat.get(NDArrayIndex.interval(offset, offset + tensor.size()));
      views.put(tensor.name(), slice.reshape('c', shape));
      offset += tensor.size();
    }
    return views;
  }
}
