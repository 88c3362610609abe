package org.digitpad.ui.inside;

import java.util.function.BiFunction;
import javafx.beans.value.ObservableBooleanValue;
import org.digitpad.i18n.Messages;

/** The views of the panel, of which one is shown. A new view is one more of these. */
public enum Section {
  STEPS("ui.inside.steps.", true, StepsView::new),
  STATES("ui.inside.states.", true, StatesView::new),
  MAPS("ui.inside.maps.", true, MapsView::new),
  MATTERED("ui.inside.mattered.", true, MatteredView::new),
  CHANGE("ui.inside.change.", false, ChangeView::new),
  INPUT("ui.inside.input.", false, InputView::new);

  private final String keys;
  private final boolean hasBars;
  private final BiFunction<InsideViewModel, ObservableBooleanValue, SectionView> create;

  /**
   * @param keys beginning of the keys of its messages: name, tooltip and none
   * @param hasBars whether what is chosen in it changes the ten probabilities, or they tell what to
   *     choose
   * @param create makes the view, which is told whether animations are off
   */
  Section(
      String keys,
      boolean hasBars,
      BiFunction<InsideViewModel, ObservableBooleanValue, SectionView> create) {
    this.keys = keys;
    this.hasBars = hasBars;
    this.create = create;
  }

  /** Makes the view. */
  SectionView view(InsideViewModel model, ObservableBooleanValue motionReduced) {
    return create.apply(model, motionReduced);
  }

  /** Name on its button. */
  String title() {
    return Messages.get(keys + "name");
  }

  /** What it shows. */
  String tooltip() {
    return Messages.get(keys + "tooltip");
  }

  /** Whether the ten bars are shown with it. */
  boolean hasBars() {
    return hasBars;
  }

  /** Why it shows nothing although there is a digit. */
  String none() {
    return Messages.get(keys + "none");
  }
}
