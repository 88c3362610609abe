package org.digitpad.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architectures;
import org.digitpad.nn.model.EpochMetrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReferenceResultsTest {
  @ParameterizedTest
  @CsvSource({"conv-gru, 0.9872", "lstm, 0.9839", "mlp, 0.9368"})
  void hasTheTestAccuracyOfEveryArchitecture(String architecture, double accuracy) {
    assertThat(ReferenceResults.testAccuracy(architecture)).hasValue(accuracy);
  }

  @Test
  void namesTheArchitecturesAsDigitPadDoes() {
    assertThat(Architectures.ofImages())
        .map(Architecture::name)
        .allMatch(name -> ReferenceResults.testAccuracy(name).isPresent());
  }

  @Test
  void hasTheValidationAccuracyOfTheConvGruAlone() {
    assertThat(ReferenceResults.validationAccuracy("conv-gru")).hasValue(0.9874);
    assertThat(ReferenceResults.validationAccuracy("lstm")).isEmpty();
    assertThat(ReferenceResults.validationAccuracy("mlp")).isEmpty();
  }

  @Test
  void hasTheHistoryOfTheConvGruAlone() {
    List<EpochMetrics> history = ReferenceResults.history("conv-gru");

    assertThat(history)
        .map(EpochMetrics::epoch)
        .isEqualTo(IntStream.rangeClosed(1, 10).boxed().toList());
    assertThat(history.get(0)).isEqualTo(new EpochMetrics(1, 166, 0.7888, 0.7638, 0.3372, 0.9042));
    assertThat(history.get(9)).isEqualTo(new EpochMetrics(10, 167, 0.0339, 0.9899, 0.0436, 0.9874));
    assertThat(history.stream().mapToDouble(EpochMetrics::seconds).sum()).isEqualTo(1646);
    assertThat(ReferenceResults.history("lstm")).isEmpty();
  }

  @Test
  void hasNothingForOtherArchitectures() {
    assertThat(ReferenceResults.testAccuracy("other")).isEmpty();
    assertThat(ReferenceResults.validationAccuracy("other")).isEmpty();
    assertThat(ReferenceResults.history("other")).isEmpty();
  }
}
