package org.digitpad.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.digitpad.ink.Drawing;
import org.digitpad.nn.model.Model;
import org.digitpad.recognize.Prediction;
import org.digitpad.recognize.Recognizer;
import org.jspecify.annotations.Nullable;

/**
 * Searches for the smallest changes of a drawing that make the network read another digit. Changes
 * are tried from small to large, by {@link NearestChange#amount}; where one works, its strength is
 * halved in on. Only what the network has really read is returned. Only one thread may use it.
 */
public final class ChangeSearch {
  /** Time for a search on the pad, where the answer is to come while one still looks at it. */
  public static final long PAD_NANOS = 450_000_000;

  /** Bounds the time for drawings of many strokes, on every computer at the same place. */
  private static final int MAX_TRIES = 3000;

  /** Families of changes that work, after which the search ends. */
  private static final int MAX_HITS = 8;

  /** Past this multiple of the first change that works, others are not tried. */
  private static final double MAX_EXCESS = 2;

  private static final int BISECTIONS = 5;

  private final Recognizer recognizer;

  /**
   * The result of a search.
   *
   * @param changes the smallest first; at most one for each pair of a kind and a digit
   * @param tries how many drawings were recognized
   * @param nanos time in nanoseconds
   * @param complete whether it was neither cancelled nor ended by a limit
   */
  public record Result(List<NearestChange> changes, int tries, long nanos, boolean complete) {
    public Result {
      changes = List.copyOf(changes);
    }

    /** The smallest change; null if none was found. */
    public @Nullable NearestChange nearest() {
      return changes.isEmpty() ? null : changes.get(0);
    }
  }

  private record Candidate(ChangeFamily family, int level, double amount) {}

  public ChangeSearch(Model model) {
    this(new Recognizer(model));
  }

  /**
   * @param recognizer only used while a search runs
   */
  public ChangeSearch(Recognizer recognizer) {
    this.recognizer = recognizer;
  }

  /**
   * Searches for changes of a drawing of one digit.
   *
   * @param maxNanos ends the search, whose result then depends on the speed of the computer
   * @param cancelled asked before each try; an interruption of the thread counts, too
   * @return also what was found before the search was cancelled or ended by a limit
   */
  public Result search(Drawing drawing, long maxNanos, BooleanSupplier cancelled) {
    return new Run(drawing, maxNanos, cancelled).search();
  }

  private final class Run {
    private final Drawing drawing;
    private final long maxNanos;
    private final BooleanSupplier cancelled;
    private final long start = System.nanoTime();
    private int tries;
    private int digit;
    private boolean stopped;

    Run(Drawing drawing, long maxNanos, BooleanSupplier cancelled) {
      this.drawing = drawing;
      this.maxNanos = maxNanos;
      this.cancelled = cancelled;
    }

    Result search() {
      List<Candidate> candidates = candidates(drawing);
      List<NearestChange> found = new ArrayList<>();
      if (!candidates.isEmpty()) {
        digit = recognizer.recognize(drawing).label();
        Set<ChangeFamily> done = new HashSet<>();
        double most = Double.POSITIVE_INFINITY;
        for (Candidate candidate : candidates) {
          if (candidate.amount > most || found.size() == MAX_HITS || mustStop()) {
            break;
          }
          if (done.contains(candidate.family)) {
            continue;
          }
          NearestChange change = attempt(candidate.family, level(candidate));
          if (change != null) {
            done.add(candidate.family);
            most = Math.min(most, MAX_EXCESS * candidate.amount);
            found.add(refine(candidate, change));
          }
        }
      }
      found.sort(Comparator.comparingDouble(NearestChange::amount));
      Set<List<Object>> told = new HashSet<>();
      found.removeIf(change -> !told.add(List.of(change.kind(), change.digit())));
      return new Result(found, tries, System.nanoTime() - start, !stopped);
    }

    private boolean mustStop() {
      stopped |=
          System.nanoTime() - start > maxNanos
              || tries >= MAX_TRIES
              || Thread.currentThread().isInterrupted()
              || cancelled.getAsBoolean();
      return stopped;
    }

    /** The change, if the network then surely reads another digit. */
    private @Nullable NearestChange attempt(ChangeFamily family, double level) {
      tries++;
      Drawing changed = family.changed().apply(level);
      Prediction prediction = recognizer.recognize(changed);
      int label = prediction.label();
      return label == digit || prediction.rejected()
          ? null
          : new NearestChange(
              family.kind(),
              family.stroke(),
              changed,
              label,
              prediction.probability(label),
              family.amountPerLevel() * level);
    }

    /** Looks for a weaker change that works, between the last that did not and this one. */
    private NearestChange refine(Candidate candidate, NearestChange change) {
      ChangeFamily family = candidate.family;
      if (family.levels().length == 1) {
        return change;
      }
      NearestChange best = change;
      double low = candidate.level == 0 ? 0 : family.levels()[candidate.level - 1];
      double high = level(candidate);
      for (int i = 0; i < BISECTIONS && !mustStop(); i++) {
        double middle = (low + high) / 2;
        NearestChange weaker = attempt(family, middle);
        if (weaker == null) {
          low = middle;
        } else {
          high = middle;
          best = weaker;
        }
      }
      return best;
    }
  }

  private static double level(Candidate candidate) {
    return candidate.family.levels()[candidate.level];
  }

  private static List<Candidate> candidates(Drawing drawing) {
    List<Candidate> candidates = new ArrayList<>();
    for (ChangeFamily family : ChangeFamilies.of(drawing)) {
      for (int level = 0; level < family.levels().length; level++) {
        candidates.add(
            new Candidate(family, level, family.amountPerLevel() * family.levels()[level]));
      }
    }
    candidates.sort(Comparator.comparingDouble(Candidate::amount));
    return candidates;
  }
}
