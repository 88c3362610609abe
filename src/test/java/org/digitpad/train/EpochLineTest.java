package org.digitpad.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.digitpad.nn.model.EpochMetrics;
import org.junit.jupiter.api.Test;

final class EpochLineTest {
  @Test
  void hasTheFormatOfKeras() {
    EpochMetrics epoch = new EpochMetrics(3, 61.24, 0.12344, 0.95678, 0.2, 0.9);
    assertThat(EpochLine.of(epoch, 10))
        .isEqualTo(
            "Epoch 3/10 - 61.2s - loss: 0.1234 - acc: 0.9568 - val_loss: 0.2000 - val_acc: 0.9000");
  }
}
