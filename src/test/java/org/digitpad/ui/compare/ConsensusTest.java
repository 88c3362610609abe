package org.digitpad.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.digitpad.ui.answer.Answer;
import org.digitpad.ui.answer.Predictions;
import org.junit.jupiter.api.Test;

class ConsensusTest {
  @Test
  void saysWhenAllReadTheSame() {
    assertThat(of("7", "7", "7")).isEqualTo("All three read a 7");
    assertThat(of("8", "8")).isEqualTo("Both read an 8");
    assertThat(of("7")).isEqualTo("A reads a 7");
    assertThat(of("?", "?", "?", "?")).isEqualTo("All four read no digit");
  }

  @Test
  void namesTheReadingThatLeadsFirst() {
    assertThat(of("9", "4", "4")).isEqualTo("B and C read a 4, A a 9");
    assertThat(of("9", "4", "4", "4")).isEqualTo("B, C and D read a 4, A a 9");
    assertThat(of("9", "?", "9")).isEqualTo("A and C read a 9, B no digit");
  }

  @Test
  void thoseThatDoNotLeadAreOdd() {
    assertThat(Consensus.of(votes("9", "4", "4")).odd()).containsExactly(0);
    assertThat(Consensus.of(votes("4", "4", "4")).odd()).isEmpty();
    assertThat(Consensus.of(votes("4", "9")).odd()).containsExactlyInAnyOrder(0, 1);
    assertThat(Consensus.of(votes("4", "9", "7")).odd()).hasSize(3);
    assertThat(Consensus.of(votes("4", "–", "9", "4")).odd()).containsExactly(2);
  }

  @Test
  void waitsForSomethingToRead() {
    assertThat(of()).isEqualTo("Add a model to read what you draw");
    assertThat(Consensus.of(List.of(new Consensus.Vote("A", Answer.WARMING_UP))).sentence())
        .isEqualTo("Warming up…");
    assertThat(
            Consensus.of(
                    List.of(
                        new Consensus.Vote("A", Answer.BLANK),
                        new Consensus.Vote("B", answer("–"))))
                .sentence())
        .startsWith("Draw a digit");
    assertThat(of("–", "–")).isEqualTo("No model reads this");
  }

  private static String of(String... headlines) {
    return Consensus.of(votes(headlines)).sentence();
  }

  private static List<Consensus.Vote> votes(String... headlines) {
    List<Consensus.Vote> votes = new ArrayList<>();
    for (String headline : headlines) {
      votes.add(new Consensus.Vote(String.valueOf((char) ('A' + votes.size())), answer(headline)));
    }
    return votes;
  }

  private static Answer answer(String headline) {
    return switch (headline) {
      case "?" -> Answer.of(Predictions.rejected());
      case "–" -> Answer.unavailable("");
      default -> Answer.of(Predictions.of(Integer.parseInt(headline)));
    };
  }
}
