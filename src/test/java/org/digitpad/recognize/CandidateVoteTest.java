package org.digitpad.recognize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.scan.InkBounds;
import org.digitpad.ink.scan.ScannedDigit;
import org.digitpad.recognize.CandidateVote.Candidate;
import org.junit.jupiter.api.Test;

final class CandidateVoteTest {
  private static final InkBounds WHOLE = new InkBounds(10, 10, 50, 80);
  private static final InkBounds PART = new InkBounds(30, 40, 20, 30);
  private static final int WAYS = 6;

  private final List<Candidate> candidates = new ArrayList<>();

  @Test
  void aDigitThatOneWayAloneFindsIsNone() {
    add(WHOLE, 4, 9, 0);
    assertThat(vote().winner()).isEmpty();

    add(WHOLE, 4, 8, 1);
    assertThat(vote().winner())
        .hasValueSatisfying(winner -> assertThat(winner.prediction().label()).isEqualTo(4));
  }

  @Test
  void oneWayIsEnoughIfThereIsNoOther() {
    add(WHOLE, 4, 9, 0);
    assertThat(new CandidateVote(candidates, 1).winner()).isPresent();
  }

  @Test
  void whatMostWaysRejectIsNoDigit() {
    add(WHOLE, 4, 9, 0);
    add(WHOLE, 4, 9, 1);
    for (int way = 2; way < WAYS; way++) {
      reject(new InkBounds(9, 10, 51, 81), way);
    }
    assertThat(vote().winner()).isEmpty();
    assertThat(vote().mostSupported()).isPresent();
  }

  @Test
  void aPartOfWhatIsNoDigitIsNone() {
    add(PART, 1, 9, 0);
    add(PART, 1, 9, 1);
    reject(WHOLE, 0);
    reject(WHOLE, 1);
    assertThat(vote().winner()).as("as often as the whole").isPresent();

    for (int way = 2; way < WAYS; way++) {
      reject(WHOLE, way);
    }
    assertThat(vote().winner()).isEmpty();
  }

  @Test
  void agreementOutweighsAHigherScore() {
    for (int way = 0; way < WAYS; way++) {
      add(WHOLE, 8, 5, way);
    }
    add(new InkBounds(100, 0, 8, 90), 1, 6, 0);
    add(new InkBounds(100, 0, 8, 90), 1, 6, 1);

    assertThat(vote().winner())
        .hasValueSatisfying(winner -> assertThat(winner.prediction().label()).isEqualTo(8));
  }

  @Test
  void whatDiffersFromWayToWayIsNothing() {
    reject(WHOLE, 0);
    reject(PART, 1);
    assertThat(vote().mostSupported()).isEmpty();
  }

  private CandidateVote vote() {
    return new CandidateVote(candidates, WAYS);
  }

  private void add(InkBounds box, int label, double score, int way) {
    add(box, label, score, way, false);
  }

  private void reject(InkBounds box, int way) {
    add(box, 0, 0, way, true);
  }

  private void add(InkBounds box, int label, double score, int way, boolean rejected) {
    float[] probabilities = new float[10];
    probabilities[label] = 1;
    candidates.add(
        new Candidate(
            new ScannedDigit(DigitImage.BLANK, box, true),
            new Prediction(DigitImage.BLANK, probabilities, 0, rejected, 0),
            score,
            way));
  }
}
