package org.digitpad.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.digitpad.ui.compare.CompareFixture.group;

import java.nio.file.Path;
import java.util.List;
import org.digitpad.evaluate.Disagreement;
import org.digitpad.ui.compare.DisagreementsViewModel.Order;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of 200 digits, two models are correct on the twenty threes, and one on the twenty fives. */
class DisagreementsViewModelTest {
  @TempDir private Path folder;
  private CompareFixture fixture;
  private DisagreementsViewModel disagreements;

  @BeforeEach
  void open() {
    fixture = CompareFixture.threeModelsCompared(folder);
    disagreements = fixture.model.disagreements();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void countsAndFiltersByNumberOfCorrectModels() {
    fixture.activateAndPredict();
    assertThat(disagreements.count(DisagreementsViewModel.ANY)).isEqualTo(40);
    assertThat(disagreements.count(1)).isEqualTo(20);
    assertThat(disagreements.count(2)).isEqualTo(20);
    assertThat(digits()).hasSize(40);

    disagreements.correctModelsProperty().set(1);
    assertThat(digits()).hasSize(20).extracting(Disagreement::label).containsOnly(5);
    disagreements.correctModelsProperty().set(2);
    assertThat(digits()).hasSize(20).extracting(Disagreement::label).containsOnly(3);
  }

  @Test
  void sortsByConfidenceOfTheWrongPredictions() {
    fixture.activateAndPredict();
    // A is wrong on the fives and the most confident; C, wrong on the threes, is less so
    assertThat(digits().subList(0, 20)).extracting(Disagreement::label).containsOnly(5);
    disagreements.orderProperty().set(Order.LEAST_CONFIDENT_FIRST);
    assertThat(digits().subList(0, 20)).extracting(Disagreement::label).containsOnly(3);
    disagreements.orderProperty().set(Order.BY_DIGIT);
    assertThat(digits()).isSortedAccordingTo((a, b) -> a.label() - b.label());
  }

  @Test
  void aDigitOnTheCanvasIsPredictedByAllModels() {
    fixture.activateAndPredict();
    Disagreement three =
        digits().stream().filter(digit -> digit.label() == 3).findFirst().orElseThrow();

    disagreements.putOnCanvas(three);

    assertThat(fixture.pad.backgroundProperty().get())
        .isEqualTo(CompareFixture.IMAGES.image(three.index()));
    assertThat(disagreements.onCanvasProperty().get()).isEqualTo(three);
    assertThat(disagreements.canvasNote()).contains(String.valueOf(three.index() + 1));
    fixture.untilGroups(group("3", "A", "B"), group("5", "C"));
    assertThat(fixture.column("A").answer().answerProperty().get().image())
        .isEqualTo(CompareFixture.IMAGES.image(three.index()));

    fixture.pad.clear();
    assertThat(disagreements.onCanvasProperty().get()).isNull();
    assertThat(disagreements.canvasNote()).isEmpty();
  }

  @Test
  void theFilterIsResetWhenItNeedsMoreModelsThanThereAre() {
    fixture.activateAndPredict();
    disagreements.correctModelsProperty().set(2);

    fixture.model.remove(fixture.column("B"));

    assertThat(disagreements.correctModelsProperty().get()).isEqualTo(DisagreementsViewModel.ANY);
    assertThat(digits()).hasSize(40);
    fixture.model.remove(fixture.column("A"));
    assertThat(digits()).isEmpty();
  }

  private List<Disagreement> digits() {
    return disagreements.shownProperty().get().digits();
  }
}
