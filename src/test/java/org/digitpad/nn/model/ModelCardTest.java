package org.digitpad.nn.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ModelCardTest {
  private static final int MAX_EPOCHS = 10_000;

  private static List<EpochMetrics> history(int epochs, double share) {
    return IntStream.rangeClosed(1, epochs)
        .mapToObj(epoch -> new EpochMetrics(epoch, 0, 0, share, 0, share))
        .toList();
  }

  @Test
  void theSmallestValuesArePossible() {
    ModelCard card =
        new ModelCard("", 0, 1, 1, 0.0, 0, 0, 0, history(1, 0), 0, 0.0, 0, 0, "", "", Map.of());
    assertThat(card.findImpossible()).isEmpty();
  }

  @Test
  void theLargestValuesArePossible() {
    int most = Integer.MAX_VALUE;
    ModelCard card =
        new ModelCard(
            "x".repeat(100),
            Long.MAX_VALUE,
            MAX_EPOCHS,
            most,
            Double.MAX_VALUE,
            most,
            most,
            3.2e8,
            history(MAX_EPOCHS, 1),
            1,
            1.0,
            most,
            6e7,
            "x".repeat(100),
            "x".repeat(20_000),
            Map.of());
    assertThat(card.findImpossible()).isEmpty();
  }

  @Test
  void anEpochMoreThanTheLargestNumberIsImpossible() {
    ModelCard card = Models.card();
    ModelCard longer =
        new ModelCard(
            card.recipe(),
            card.seed(),
            MAX_EPOCHS + 1,
            card.batchSize(),
            card.learningRate(),
            card.trainedOn(),
            card.validatedOn(),
            card.seconds(),
            List.of(),
            card.calibrationError(),
            null,
            null,
            card.latencyMicros(),
            card.kernels(),
            card.command(),
            card.dataSha256());
    assertThat(longer.findImpossible()).contains(Map.entry("epochs", "10001.0"));
  }
}
