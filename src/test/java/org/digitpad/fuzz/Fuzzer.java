package org.digitpad.fuzz;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.digitpad.fuzz.Oracle.Violation;

/**
 * Tries a format with files made by hand, and then with mutations of valid files. A case depends on
 * the seed and its number only, so each can be run again alone.
 */
final class Fuzzer {
  private final FuzzFormat format;
  private final long seed;
  private final Oracle oracle;
  private final List<Map.Entry<String, FuzzFormat.Content>> handmade;
  private final List<byte[]> files;
  private final List<byte[]> contents;
  private final Set<Object> results = new HashSet<>();

  private int read;
  private int refused;

  /**
   * @throws Violation if a valid file is not read
   */
  Fuzzer(FuzzFormat format, long seed, Oracle oracle) throws Violation, IOException {
    this.format = format;
    this.seed = seed;
    this.oracle = oracle;
    this.handmade = List.copyOf(format.handmade().entrySet());
    this.files = format.files();
    this.contents = files.stream().map(format::unpack).toList();
    for (byte[] file : files) {
      results.add(
          oracle
              .read(format, file)
              .orElseThrow(() -> new Violation("a valid file was refused", null)));
    }
  }

  /** How many cases there are at least: those made by hand. */
  int handmadeCount() {
    return handmade.size();
  }

  /** Describes a case for a report. */
  String describe(int number) {
    return format.name()
        + ", "
        + (number < handmade.size() ? handmade.get(number).getKey() : "case " + number);
  }

  /**
   * Runs a case.
   *
   * @param number from 0; the first ones are those made by hand
   */
  void run(int number) throws Violation, IOException {
    if (number < handmade.size()) {
      count(oracle.read(format, handmade.get(number).getValue()));
      return;
    }
    Random random = random(number);
    boolean inside = random.nextBoolean();
    byte[] mutated = mutation(random, inside);
    Optional<Object> result = oracle.read(format, mutated);
    count(result);
    if (!inside
        && result.isPresent()
        && format.isProtected(mutated)
        && !results.contains(result.get())) {
      throw new Violation("a damaged file was read as another one", null);
    }
  }

  /** Returns the bytes of a case that is not made by hand. */
  byte[] mutation(int number) {
    Random random = random(number);
    return mutation(random, random.nextBoolean());
  }

  private byte[] mutation(Random random, boolean inside) {
    List<byte[]> sources = inside ? contents : files;
    Mutator mutator = new Mutator(random, sources, format.words());
    byte[] mutated = mutator.mutate(sources.get(random.nextInt(sources.size())));
    return inside ? format.pack(mutated) : mutated;
  }

  private Random random(int number) {
    return new Random(31 * seed + 1_000_003L * number + format.name().hashCode());
  }

  private void count(Optional<Object> result) {
    if (result.isPresent()) {
      read++;
    } else {
      refused++;
    }
  }

  /** How many cases were read, and how many were refused. */
  String counts() {
    return read + " read, " + refused + " refused";
  }
}
