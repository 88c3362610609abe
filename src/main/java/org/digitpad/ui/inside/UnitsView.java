package org.digitpad.ui.inside;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.digitpad.explain.UnitProfiles;
import org.digitpad.i18n.Messages;

/** A view of a layer's units, with what is known of them on average. */
abstract class UnitsView extends SectionView {
  /** As many digits are told that a unit raises or lowers. */
  static final int TOLD_DIGITS = 3;

  UnitsView(String name, InsideViewModel model) {
    super(name, model);
  }

  /** The layer's stable order once it is known, until then that of the network. */
  final int[] order(String layer, int units) {
    return profile(layer)
        .map(UnitProfiles.Layer::order)
        .filter(order -> order.length == units)
        .orElseGet(() -> IntStream.range(0, units).toArray());
  }

  /**
   * Tells which digits a unit raises and lowers most on average, once that is known.
   *
   * @param key of the sentence, which gets both lists
   */
  final String usualEffect(String layer, int unit, String key) {
    return profile(layer)
        .map(
            profile -> {
              List<Integer> digits = profile.digitsByEffect(unit);
              List<Integer> lowest =
                  new ArrayList<>(digits.subList(digits.size() - TOLD_DIGITS, digits.size()));
              Collections.reverse(lowest);
              return Messages.get(key, list(digits.subList(0, TOLD_DIGITS)), list(lowest));
            })
        .orElseGet(() -> Messages.get("ui.inside.states.learning"));
  }

  private Optional<UnitProfiles.Layer> profile(String layer) {
    UnitProfiles profiles = model.profilesProperty().get();
    return profiles == null
        ? Optional.empty()
        : profiles.layers().stream().filter(each -> each.name().equals(layer)).findFirst();
  }

  static String list(List<Integer> digits) {
    return digits.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
