package org.digitpad.ui.inside;

import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import org.digitpad.i18n.Messages;

/**
 * The sections of the panel, of which one is shown. Each has a view, or several for different kinds
 * of layers: the first that finds something in the network is shown.
 */
public enum Section {
  STEPS("ui.inside.steps.", true, StepsView::new),
  UNITS("ui.inside.units.", true, StatesView::new, DenseView::new),
  MAPS("ui.inside.maps.", true, MapsView::new),
  MATTERED("ui.inside.mattered.", true, MatteredView::new),
  CHANGE("ui.inside.change.", false, ChangeView::new),
  INPUT("ui.inside.input.", false, InputView::new);

  @FunctionalInterface
  private interface ViewFactory {
    SectionView create(InsideViewModel model, ObservableBooleanValue motionReduced);
  }

  private final String keys;
  private final boolean hasBars;
  private final List<ViewFactory> views;

  /**
   * @param keys beginning of the keys of its messages: name, tooltip and none
   * @param hasBars whether what is chosen in it changes the ten probabilities, or they tell what to
   *     choose
   * @param views makes its views, which are told whether animations are off
   */
  Section(String keys, boolean hasBars, ViewFactory... views) {
    this.keys = keys;
    this.hasBars = hasBars;
    this.views = List.of(views);
  }

  /** Number of its views. */
  int viewCount() {
    return views.size();
  }

  /** Makes one of its views. */
  SectionView view(int number, InsideViewModel model, ObservableBooleanValue motionReduced) {
    return views.get(number).create(model, motionReduced);
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
