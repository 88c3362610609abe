package org.digitpad.ui.train.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.digitpad.i18n.Messages;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.ModelCard;
import org.digitpad.recognize.ModelLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunSummaryTest {
  @TempDir private Path noModels;

  @Test
  void comparesTheConvGruByTheReferencesValidationAccuracy() {
    assertComparedBy("ui.train.run.comparedByValidation", "conv-gru", "98.74%");
  }

  @ParameterizedTest
  @CsvSource({"lstm, 98.39%", "mlp, 93.68%"})
  void comparesOtherNetworksByTheReferencesTestAccuracy(String name, String reference) {
    assertComparedBy("ui.train.run.comparedByTest", name, reference);
  }

  private void assertComparedBy(String key, String name, String reference) {
    Model model = new ModelLibrary(noModels).load(name);
    ModelCard card = model.card();
    assertThat(RunSummary.detail(model, Optional.of(card)))
        .isEqualTo(
            Messages.get(
                key,
                RunSummary.duration(card.seconds()),
                String.format("%.2f%%", 100 * card.valAccuracy()),
                reference));
  }

  @Test
  void comparesNothingThatWasMeasuredOnOtherImages() {
    Model model = new ModelLibrary(noModels).load("conv-gru");
    assertThat(RunSummary.detail(model, Optional.empty()))
        .isEqualTo(
            Messages.get(
                "ui.train.run.trainedOnOther", RunSummary.duration(model.card().seconds())));
  }

  @ParameterizedTest
  @CsvSource({"0.2, 1 s", "99, 99 s", "100, 2 min", "5940, 99 min", "6000, 1 h 40 min"})
  void roundsDurations(double seconds, String duration) {
    assertThat(RunSummary.duration(seconds)).isEqualTo(duration);
  }
}
