package org.digitpad.train.adapt;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.digitpad.evaluate.Evaluation;
import org.digitpad.evaluate.Evaluation.Misclassified;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.Numbers;

/**
 * An adapted copy beside its parent, and whether it may take the parent's place.
 *
 * @param ownBefore the parent on the person's drawings
 * @param ownAfter copies on the person's drawings, each on those that it has not learned from
 * @param testBefore the parent on the test set
 * @param testAfter the copy on the test set
 * @param changes the own drawings that are read as another digit than before
 */
public record AdaptationComparison(
    Evaluation ownBefore,
    Evaluation ownAfter,
    Evaluation testBefore,
    Evaluation testAfter,
    List<Change> changes) {
  /** The accuracy on the test set that a copy may lose: 0.1 points. */
  private static final double MAX_TEST_LOSS = 0.001;

  /** Accuracies are quotients, so differences of equal ones may be off by this. */
  private static final double ROUNDING = 1e-9;

  /**
   * A drawing that is read as another digit.
   *
   * @param index of the drawing
   * @param label the digit that was meant
   * @param before what the parent reads
   * @param after what the copy reads that has not learned from this drawing
   */
  public record Change(int index, int label, int before, int after) {}

  public AdaptationComparison {
    changes = List.copyOf(changes);
  }

  /** Returns why the copy is not to be kept, as a sentence; nothing if it is to be. */
  public Optional<String> findRefusal() {
    if (testAfter.accuracy() < testBefore.accuracy() - MAX_TEST_LOSS - ROUNDING) {
      return Optional.of(
          Messages.get(
              "train.adapt.forgets",
              Numbers.percent(testAfter.accuracy(), 2),
              Numbers.percent(testBefore.accuracy(), 2)));
    }
    if (ownBefore.misclassified().isEmpty()) {
      return Optional.of(Messages.plural("train.adapt.nothingToLearn", ownBefore.samples()));
    }
    boolean better = ownAfter.accuracy() > ownBefore.accuracy();
    // one more that is read right may be chance if the others are read with less certainty
    return better && ownAfter.loss() <= ownBefore.loss()
        ? Optional.empty()
        : Optional.of(
            Messages.get(
                better ? "train.adapt.lessSure" : "train.adapt.noBetter",
                right(ownAfter),
                right(ownBefore),
                Numbers.integer(ownBefore.samples())));
  }

  /** Test samples that the parent reads wrong, and the copy right. */
  public List<Misclassified> testFixed() {
    return without(testBefore.misclassified(), testAfter.misclassified());
  }

  /** Test samples that the parent reads right, and the copy wrong. */
  public List<Misclassified> testBroken() {
    return without(testAfter.misclassified(), testBefore.misclassified());
  }

  private static List<Misclassified> without(List<Misclassified> all, List<Misclassified> others) {
    Set<Integer> known =
        others.stream().map(Misclassified::index).collect(Collectors.toUnmodifiableSet());
    return all.stream().filter(each -> !known.contains(each.index())).toList();
  }

  private static String right(Evaluation evaluation) {
    return Numbers.integer(evaluation.samples() - (long) evaluation.misclassified().size());
  }
}
