package org.digitpad.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.digitpad.ui.compare.CompareFixture.group;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.digitpad.i18n.Messages;
import org.digitpad.recognize.Prediction;
import org.digitpad.ui.answer.Answer;
import org.digitpad.ui.answer.Predictions;
import org.digitpad.ui.compare.Consensus.State;
import org.digitpad.ui.compare.Consensus.Vote;
import org.junit.jupiter.api.Test;

class ConsensusTest {
  @Test
  void modelsWithTheSamePredictionAreUnanimous() {
    Consensus consensus = of("7", "7", "7");
    assertThat(consensus.state()).isEqualTo(State.UNANIMOUS);
    assertThat(consensus.groups()).containsExactly(group("7", "A", "B", "C"));
    assertThat(consensus.differing()).isEmpty();
  }

  @Test
  void theLargestGroupIsFirst() {
    Consensus consensus = of("9", "4", "4");
    assertThat(consensus.state()).isEqualTo(State.SPLIT);
    assertThat(consensus.groups()).containsExactly(group("4", "B", "C"), group("9", "A"));
    assertThat(of("9", "?", "9").groups()).containsExactly(group("9", "A", "C"), group("?", "B"));
  }

  @Test
  void modelsOutsideTheLargestGroupDiffer() {
    assertThat(of("9", "4", "4").differing()).containsExactly(0);
    assertThat(of("4", "9").differing()).containsExactlyInAnyOrder(0, 1);
    assertThat(of("4", "9", "7").differing()).hasSize(3);
    assertThat(of("4", "–", "9", "4").differing()).containsExactly(2);
  }

  @Test
  void thereIsNoConsensusWithoutPredictions() {
    assertThat(of().state()).isEqualTo(State.NO_MODELS);
    assertThat(Consensus.of(List.of(new Vote("A", Answer.WARMING_UP))).state())
        .isEqualTo(State.WARMING_UP);
    assertThat(
            Consensus.of(List.of(new Vote("A", Answer.BLANK), new Vote("B", answer("–")))).state())
        .isEqualTo(State.BLANK);
    assertThat(of("–", "–").state()).isEqualTo(State.UNAVAILABLE);
  }

  @Test
  void textNamesModelsAndPredictions() {
    assertThat(of("?", "?", "?", "?").text())
        .isEqualTo(
            Messages.plural("ui.compare.consensus.all", 4, Messages.get("ui.compare.noDigit")));
    assertThat(of("8", "8").text())
        .isEqualTo(Messages.plural("ui.compare.consensus.all", 2, Consensus.digit(8)));
    assertThat(of("1984", "1984").text())
        .isEqualTo(Messages.plural("ui.compare.consensus.all", 2, "1984"));
    assertThat(of("7").text()).contains("A").contains(Consensus.digit(7));
    assertThat(of("9", "4", "4", "4").text())
        .matches(".*B.*C.*D.*" + Consensus.digit(4) + ".*A.*" + Consensus.digit(9));
    for (int models = 2; models <= CompareViewModel.MAX_COLUMNS; models++) {
      String[] same = Collections.nCopies(models, "1").toArray(String[]::new);
      assertThat(of(same).text()).endsWith(Consensus.digit(1));
    }
  }

  private static Consensus of(String... headlines) {
    List<Vote> votes = new ArrayList<>();
    for (String headline : headlines) {
      votes.add(new Vote(String.valueOf((char) ('A' + votes.size())), answer(headline)));
    }
    return Consensus.of(votes);
  }

  private static Answer answer(String headline) {
    return switch (headline) {
      case "?" -> Answer.of(Predictions.rejected());
      case "–" -> Answer.unavailable("");
      default ->
          Answer.of(
              Predictions.row(
                      headline
                          .chars()
                          .mapToObj(digit -> Predictions.of(Character.digit(digit, 10)))
                          .toArray(Prediction[]::new))
                  .digits(),
              0);
    };
  }
}
