package org.digitpad.nn.dl4j;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.LayerSpec;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Converts architectures to DL4J's network configurations. */
public final class NetworkConfigurations {
  private NetworkConfigurations() {}

  /**
   * Configures a network for [batch, rows, columns] images with softmax and cross-entropy. DL4J's
   * flat parameter vector then has the order of {@link Architecture}.
   *
   * @param seed seed of the initial parameters
   * @param dataType type of parameters and activations
   */
  public static MultiLayerConfiguration of(
      Architecture architecture, IUpdater updater, long seed, DataType dataType) {
    NeuralNetConfiguration.ListBuilder list =
        new NeuralNetConfiguration.Builder()
            .seed(seed)
            .dataType(dataType)
            .updater(updater)
            .weightInit(WeightInit.XAVIER_UNIFORM)
            .list();
    architecture.layers().forEach(spec -> list.layer(layer(spec)));
    return list.setInputType(
            InputType.recurrent(
                architecture.input().features(), architecture.input().steps(), RNNFormat.NWC))
        .build();
  }

  private static Layer layer(LayerSpec spec) {
    if (spec instanceof LayerSpec.Conv1D conv) {
      return new Conv1DLayer(conv);
    } else if (spec instanceof LayerSpec.MaxPool1D pool) {
      return new MaxPool1DLayer(pool);
    } else if (spec instanceof LayerSpec.Gru gru) {
      return new GruLayer(gru);
    } else if (spec instanceof LayerSpec.Lstm lstm) {
      return new LstmLayer(lstm);
    } else if (spec instanceof LayerSpec.Dense dense) {
      return new DenseReluLayer(dense);
    } else if (spec instanceof LayerSpec.Softmax softmax) {
      return new OutputLayer.Builder(LossFunction.MCXENT)
          .name(softmax.name())
          .nOut(softmax.units())
          .activation(Activation.SOFTMAX)
          .build();
    }
    throw new IllegalArgumentException("no DL4J layer for " + spec);
  }
}
