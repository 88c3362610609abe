package org.digitpad.ui.learn;

import java.util.List;
import java.util.Optional;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.evaluate.Evaluation;
import org.digitpad.evaluate.Evaluation.Misclassified;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.Numbers;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.StrokeRenderer;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.train.adapt.AdaptationComparison;
import org.digitpad.ui.learn.Learner.Learned;

/**
 * A copy beside its parent, as the window shows them.
 *
 * @param parent title of the parent
 * @param refusal why the copy is not offered, in a sentence; empty if it is
 * @param rows what was measured
 * @param ownRight own drawings that only the copy reads right
 * @param ownWrong own drawings that only the parent reads right
 * @param testRight digits of the test set that only the copy reads right
 * @param testWrong digits of the test set that only the parent reads right
 */
public record LearnResult(
    String parent,
    Optional<String> refusal,
    List<Row> rows,
    List<Flip> ownRight,
    List<Flip> ownWrong,
    List<Flip> testRight,
    List<Flip> testWrong) {
  /** What two decimals of percent show. */
  private static final double VISIBLE = 0.00005;

  /**
   * One measurement.
   *
   * @param name what was measured
   * @param explanation for a tooltip
   * @param before of the parent
   * @param after of the copy
   * @param better whether the copy is better
   */
  public record Row(String name, String explanation, String before, String after, boolean better) {}

  /** What to show of a copy. Renders pictures, and so takes a moment. */
  static LearnResult of(LibraryModel parent, List<LabeledDrawing> drawings, Learned learned) {
    AdaptationComparison comparison = learned.comparison();
    List<Flip> own =
        comparison.changes().stream()
            .map(
                change ->
                    new Flip(
                        StrokeRenderer.render(drawings.get(change.index()).drawing()),
                        change.label(),
                        change.before(),
                        change.after()))
            .toList();
    return new LearnResult(
        parent.title(),
        comparison.findRefusal(),
        rows(comparison, learned.mnist()),
        own.stream().filter(Flip::isRight).toList(),
        own.stream().filter(flip -> flip.before() == flip.label()).toList(),
        comparison.testFixed().stream()
            .map(
                each ->
                    new Flip(picture(learned, each), each.label(), each.predicted(), each.label()))
            .toList(),
        comparison.testBroken().stream()
            .map(
                each ->
                    new Flip(picture(learned, each), each.label(), each.label(), each.predicted()))
            .toList());
  }

  private static DigitImage picture(Learned learned, Misclassified digit) {
    return learned.pictures().image(digit.index());
  }

  private static List<Row> rows(AdaptationComparison comparison, boolean mnist) {
    Evaluation ownBefore = comparison.ownBefore();
    Evaluation ownAfter = comparison.ownAfter();
    Evaluation testBefore = comparison.testBefore();
    Evaluation testAfter = comparison.testAfter();
    return List.of(
        new Row(
            Messages.plural("ui.learn.own", ownBefore.samples()),
            Messages.get("ui.learn.ownTip"),
            right(ownBefore),
            right(ownAfter),
            ownAfter.accuracy() > ownBefore.accuracy()),
        new Row(
            Messages.get(mnist ? "ui.learn.mnist" : "ui.learn.builtin", testBefore.samples()),
            Messages.get("ui.learn.testTip"),
            Numbers.percent(testBefore.accuracy(), 2),
            Numbers.percent(testAfter.accuracy(), 2),
            testAfter.accuracy() > testBefore.accuracy()),
        new Row(
            Messages.get("ui.learn.calibration"),
            Messages.get("ui.learn.calibrationTip"),
            Numbers.percent(testBefore.ece(), 2),
            Numbers.percent(testAfter.ece(), 2),
            testAfter.ece() < testBefore.ece() - VISIBLE));
  }

  private static String right(Evaluation evaluation) {
    return Messages.get(
        "ui.learn.right",
        evaluation.samples() - evaluation.misclassified().size(),
        evaluation.samples());
  }
}
