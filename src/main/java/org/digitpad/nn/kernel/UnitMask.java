package org.digitpad.nn.kernel;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.digitpad.nn.arch.Architecture.PlacedLayer;

/**
 * Which units of a network are switched off: their output is 0 at every step, also where a
 * recurrent layer itself reads it at the next one. A unit of a convolution or of pooling is a
 * channel. The units of the last layer are the classes, which cannot be switched off.
 *
 * @param off units by the name of their layer, without empty sets
 */
public record UnitMask(Map<String, Set<Integer>> off) {
  /** Nothing is switched off. */
  public static final UnitMask NONE = new UnitMask(Map.of());

  public UnitMask {
    off =
        off.entrySet().stream()
            .filter(entry -> !entry.getValue().isEmpty())
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
  }

  /** Whether a unit is switched off. */
  public boolean isOff(String layer, int unit) {
    return off.getOrDefault(layer, Set.of()).contains(unit);
  }

  /** The mask with a unit switched off. */
  public UnitMask without(String layer, int unit) {
    Set<Integer> units = new TreeSet<>(off.getOrDefault(layer, Set.of()));
    units.add(unit);
    return with(layer, units);
  }

  /** The mask with all units of a layer switched off. */
  public UnitMask without(PlacedLayer layer) {
    Set<Integer> units =
        IntStream.range(0, layer.output().features()).boxed().collect(Collectors.toSet());
    return with(layer.spec().name(), units);
  }

  /** The mask with a unit switched on again. */
  public UnitMask restored(String layer, int unit) {
    Set<Integer> units = new TreeSet<>(off.getOrDefault(layer, Set.of()));
    units.remove(unit);
    return with(layer, units);
  }

  /** The mask with a whole layer switched on again. */
  public UnitMask restored(String layer) {
    return with(layer, Set.of());
  }

  private UnitMask with(String layer, Set<Integer> units) {
    Map<String, Set<Integer>> all = new TreeMap<>(off);
    all.put(layer, units);
    return new UnitMask(all);
  }
}
