package org.digitpad.ui.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.digitpad.ui.answer.Answer;

/**
 * Whether the models read the same.
 *
 * @param sentence says it
 * @param odd places of those that read something else than most; all where no reading leads
 */
record Consensus(String sentence, Set<Integer> odd) {
  /** A model's name and what it makes of the drawing. */
  record Vote(String name, Answer answer) {}

  static Consensus of(List<Vote> votes) {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < votes.size(); i++) {
      Answer answer = votes.get(i).answer();
      if (answer.hasPrediction()) {
        groups.computeIfAbsent(answer.headline(), read -> new ArrayList<>()).add(i);
      }
    }
    if (groups.isEmpty()) {
      return new Consensus(waiting(votes), Set.of());
    }
    List<Map.Entry<String, List<Integer>>> sorted = new ArrayList<>(groups.entrySet());
    sorted.sort((one, other) -> other.getValue().size() - one.getValue().size());
    if (sorted.size() == 1) {
      return new Consensus(unanimous(sorted.get(0), votes), Set.of());
    }
    boolean leading = sorted.get(0).getValue().size() > sorted.get(1).getValue().size();
    Set<Integer> odd =
        sorted.stream()
            .skip(leading ? 1 : 0)
            .flatMap(group -> group.getValue().stream())
            .collect(Collectors.toSet());
    String sentence =
        IntStream.range(0, sorted.size())
            .mapToObj(i -> group(sorted.get(i), votes, i == 0))
            .collect(Collectors.joining(", "));
    return new Consensus(sentence, odd);
  }

  private static String waiting(List<Vote> votes) {
    if (votes.isEmpty()) {
      return "Add a model to read what you draw";
    }
    boolean blank = votes.stream().anyMatch(vote -> vote.answer().state() == Answer.State.BLANK);
    boolean warming =
        votes.stream().anyMatch(vote -> vote.answer().state() == Answer.State.WARMING_UP);
    return blank
        ? "Draw a digit, and every model reads it"
        : warming ? "Warming up…" : "No model reads this";
  }

  private static String unanimous(Map.Entry<String, List<Integer>> group, List<Vote> votes) {
    int size = group.getValue().size();
    String who =
        switch (size) {
          case 1 -> votes.get(group.getValue().get(0)).name();
          case 2 -> "Both";
          case 3 -> "All three";
          case 4 -> "All four";
          default -> "All " + size;
        };
    return who + (size == 1 ? " reads " : " read ") + named(group.getKey());
  }

  private static String group(
      Map.Entry<String, List<Integer>> group, List<Vote> votes, boolean first) {
    List<String> names = group.getValue().stream().map(i -> votes.get(i).name()).toList();
    String last = names.get(names.size() - 1);
    String who =
        names.size() == 1
            ? last
            : String.join(", ", names.subList(0, names.size() - 1)) + " and " + last;
    String verb = first ? names.size() == 1 ? " reads " : " read " : " ";
    return who + verb + named(group.getKey());
  }

  private static String named(String headline) {
    return switch (headline) {
      case "?" -> "no digit";
      case "8" -> "an 8";
      default -> "a " + headline;
    };
  }
}
