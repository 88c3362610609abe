package org.digitpad.evaluate;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.digitpad.nn.model.EpochMetrics;

/**
 * Published results of the reference implementation, which DigitPad's networks reproduce: Keras on
 * a CPU, Adam, ten epochs, MNIST's 60,000 training images, validated on its 10,000 test images.
 */
public final class ReferenceResults {
  /** Accuracy on test images by architecture, 0 to 1. The Conv-GRU's is on 5,000 images. */
  private static final Map<String, Double> TEST_ACCURACY =
      Map.of("conv-gru", 0.9872, "lstm", 0.9839, "mlp", 0.9368);

  /** The Conv-GRU, epoch by epoch. */
  private static final List<EpochMetrics> CONV_GRU_HISTORY =
      List.of(
          new EpochMetrics(1, 166, 0.7888, 0.7638, 0.3372, 0.9042),
          new EpochMetrics(2, 167, 0.2009, 0.9439, 0.1573, 0.9552),
          new EpochMetrics(3, 168, 0.1175, 0.9662, 0.1078, 0.9660),
          new EpochMetrics(4, 158, 0.0846, 0.9760, 0.0875, 0.9737),
          new EpochMetrics(5, 160, 0.0666, 0.9807, 0.0767, 0.9764),
          new EpochMetrics(6, 165, 0.0547, 0.9838, 0.0583, 0.9817),
          new EpochMetrics(7, 167, 0.0468, 0.9860, 0.0539, 0.9831),
          new EpochMetrics(8, 163, 0.0409, 0.9879, 0.0491, 0.9849),
          new EpochMetrics(9, 165, 0.0368, 0.9892, 0.0406, 0.9870),
          new EpochMetrics(10, 167, 0.0339, 0.9899, 0.0436, 0.9874));

  private ReferenceResults() {}

  /** Metrics of every epoch; empty for architectures whose history was not published. */
  public static List<EpochMetrics> history(String architecture) {
    return architecture.equals("conv-gru") ? CONV_GRU_HISTORY : List.of();
  }

  /** Validation accuracy after the last epoch, 0 to 1, where it was published. */
  public static OptionalDouble validationAccuracy(String architecture) {
    return history(architecture).stream()
        .mapToDouble(EpochMetrics::valAccuracy)
        .reduce((before, last) -> last);
  }

  /** Test accuracy, 0 to 1, where it was published. */
  public static OptionalDouble testAccuracy(String architecture) {
    Double accuracy = TEST_ACCURACY.get(architecture);
    return accuracy == null ? OptionalDouble.empty() : OptionalDouble.of(accuracy);
  }
}
