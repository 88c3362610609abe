package org.digitpad.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.digitpad.evaluate.Disagreement;
import org.digitpad.ui.compare.DisagreementsViewModel.Order;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of 200 digits two models read the twenty threes right, and one the twenty fives. */
class DisagreementsViewModelTest {
  @TempDir private Path folder;
  private CompareFixture bench;
  private DisagreementsViewModel explorer;

  @BeforeEach
  void open() {
    bench = CompareFixture.three(folder);
    explorer = bench.model.explorer();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void countsAndFiltersByHowManyAreRight() {
    bench.enterAndRead();
    assertThat(explorer.count(DisagreementsViewModel.ANY)).isEqualTo(40);
    assertThat(explorer.count(1)).isEqualTo(20);
    assertThat(explorer.count(2)).isEqualTo(20);
    assertThat(digits()).hasSize(40);

    explorer.rightProperty().set(1);
    assertThat(digits()).hasSize(20).extracting(Disagreement::label).containsOnly(5);
    explorer.rightProperty().set(2);
    assertThat(digits()).hasSize(20).extracting(Disagreement::label).containsOnly(3);
  }

  @Test
  void sortsByHowSureTheWrongOnesAre() {
    bench.enterAndRead();
    // of the fives A is wrong and the surest of all; of the threes C, which is less sure
    assertThat(digits().subList(0, 20)).extracting(Disagreement::label).containsOnly(5);
    explorer.orderProperty().set(Order.LEAST_SURE_FIRST);
    assertThat(digits().subList(0, 20)).extracting(Disagreement::label).containsOnly(3);
    explorer.orderProperty().set(Order.BY_DIGIT);
    assertThat(digits()).isSortedAccordingTo((a, b) -> a.label() - b.label());
  }

  @Test
  void aDigitGoesToThePaperWhereAllModelsReadIt() {
    bench.enterAndRead();
    Disagreement three =
        digits().stream().filter(digit -> digit.label() == 3).findFirst().orElseThrow();

    explorer.send(three);

    assertThat(bench.pad.groundProperty().get())
        .isEqualTo(CompareFixture.IMAGES.image(three.index()));
    assertThat(explorer.onPaperProperty().get())
        .isEqualTo("Test digit " + (three.index() + 1) + ": a 3. Draw on it until they agree.");
    bench.until(() -> bench.consensus().equals("A and B read a 3, C a 5"));
    assertThat(bench.column("A").answer().answerProperty().get().image())
        .isEqualTo(CompareFixture.IMAGES.image(three.index()));

    bench.pad.clear();
    assertThat(explorer.onPaperProperty().get()).isEmpty();
  }

  @Test
  void theFilterGoesWithTheModelThatItNeeds() {
    bench.enterAndRead();
    explorer.rightProperty().set(2);

    bench.model.remove(bench.column("B"));

    assertThat(explorer.rightProperty().get()).isEqualTo(DisagreementsViewModel.ANY);
    assertThat(digits()).hasSize(40);
    bench.model.remove(bench.column("A"));
    assertThat(digits()).isEmpty();
  }

  private List<Disagreement> digits() {
    return explorer.shownProperty().get().digits();
  }
}
