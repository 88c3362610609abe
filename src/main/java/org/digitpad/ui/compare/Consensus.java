package org.digitpad.ui.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.digitpad.i18n.Messages;
import org.digitpad.ui.answer.Answer;

/**
 * Which models agree on the drawing.
 *
 * @param state whether they agree, or why there is no prediction
 * @param groups models with the same prediction, the largest group first; empty without predictions
 * @param differing indices of the models that are not in the largest group; of all models where
 *     several groups are the largest, and of none where all agree
 */
record Consensus(State state, List<Group> groups, Set<Integer> differing) {
  /** Whether the models agree, or why there is no prediction. */
  enum State {
    /** There is no model. */
    NO_MODELS,
    /** The models are being loaded. */
    WARMING_UP,
    /** Nothing is drawn. */
    BLANK,
    /** No model can predict this drawing. */
    UNAVAILABLE,
    UNANIMOUS,
    SPLIT
  }

  /** A model's title and its answer for the drawing. */
  record Vote(String title, Answer answer) {}

  /**
   * Models with the same prediction.
   *
   * @param prediction the digits, each a question mark where there is none
   * @param titles titles of the models
   */
  record Group(String prediction, List<String> titles) {}

  static Consensus of(List<Vote> votes) {
    Map<String, List<Integer>> votesByPrediction = new LinkedHashMap<>();
    for (int i = 0; i < votes.size(); i++) {
      Answer answer = votes.get(i).answer();
      if (answer.hasPrediction()) {
        votesByPrediction.computeIfAbsent(answer.headline(), read -> new ArrayList<>()).add(i);
      }
    }
    if (votesByPrediction.isEmpty()) {
      return new Consensus(stateWithoutPredictions(votes), List.of(), Set.of());
    }
    List<Map.Entry<String, List<Integer>>> sorted = new ArrayList<>(votesByPrediction.entrySet());
    sorted.sort((one, other) -> other.getValue().size() - one.getValue().size());
    List<Group> groups =
        sorted.stream()
            .map(
                entry ->
                    new Group(
                        entry.getKey(),
                        entry.getValue().stream().map(i -> votes.get(i).title()).toList()))
            .toList();
    if (groups.size() == 1) {
      return new Consensus(State.UNANIMOUS, groups, Set.of());
    }
    boolean hasMajority = sorted.get(0).getValue().size() > sorted.get(1).getValue().size();
    Set<Integer> differing =
        sorted.stream()
            .skip(hasMajority ? 1 : 0)
            .flatMap(entry -> entry.getValue().stream())
            .collect(Collectors.toSet());
    return new Consensus(State.SPLIT, groups, differing);
  }

  private static State stateWithoutPredictions(List<Vote> votes) {
    if (votes.isEmpty()) {
      return State.NO_MODELS;
    }
    Set<Answer.State> states =
        votes.stream().map(vote -> vote.answer().state()).collect(Collectors.toSet());
    if (states.contains(Answer.State.BLANK)) {
      return State.BLANK;
    }
    return states.contains(Answer.State.WARMING_UP) ? State.WARMING_UP : State.UNAVAILABLE;
  }

  /** Returns the consensus as a sentence. */
  String text() {
    return switch (state) {
      case NO_MODELS -> Messages.get("ui.compare.consensus.noModels");
      case WARMING_UP -> Messages.get("ui.compare.consensus.warmingUp");
      case BLANK -> Messages.get("ui.compare.consensus.blank");
      case UNAVAILABLE -> Messages.get("ui.compare.consensus.unavailable");
      case UNANIMOUS -> unanimous(groups.get(0));
      case SPLIT -> split();
    };
  }

  private static String unanimous(Group group) {
    List<String> titles = group.titles();
    return Messages.plural(
        "ui.compare.consensus.all", titles.size(), predicted(group), titles.get(0));
  }

  private String split() {
    return groups.stream()
        .map(
            group ->
                Messages.plural(
                    "ui.compare.consensus.group",
                    group.titles().size(),
                    Messages.part(conjunction(group.titles())),
                    predicted(group)))
        .reduce(
            (before, next) ->
                Messages.get(
                    "ui.compare.consensus.groups", Messages.part(before), Messages.part(next)))
        .orElseThrow();
  }

  private static String predicted(Group group) {
    String read = group.prediction();
    if (read.length() > 1) {
      return read;
    }
    return read.equals("?") ? Messages.get("ui.compare.noDigit") : digit(Integer.parseInt(read));
  }

  /** Returns a digit with its article, such as "an 8". */
  static String digit(int digit) {
    return Messages.get("ui.compare.digit", digit);
  }

  /** Returns items as a list, such as "A, B, C"; there must be one at least. */
  static String enumerate(List<String> items) {
    return items.stream()
        .reduce(
            (before, next) ->
                Messages.get("ui.compare.list.middle", Messages.part(before), Messages.part(next)))
        .orElseThrow();
  }

  /** Returns items as a list within a sentence, such as "A, B and C"; one at least. */
  private static String conjunction(List<String> items) {
    int last = items.size() - 1;
    return last == 0
        ? items.get(0)
        : Messages.get(
            "ui.compare.list.end",
            Messages.part(enumerate(items.subList(0, last))),
            Messages.part(items.get(last)));
  }
}
