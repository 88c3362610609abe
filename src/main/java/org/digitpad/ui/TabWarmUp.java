package org.digitpad.ui;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.CheckBoxSkin;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.control.skin.MenuButtonSkin;
import javafx.scene.control.skin.ProgressBarSkin;
import javafx.scene.control.skin.ScrollPaneSkin;
import javafx.scene.control.skin.TextFieldSkin;
import org.digitpad.recognize.ModelLibrary;
import org.digitpad.ui.compare.CompareDependencies;
import org.digitpad.ui.compare.CompareTab;
import org.digitpad.ui.compare.CompareViewModel;
import org.digitpad.ui.pad.PadActions;
import org.digitpad.ui.pad.PadViewModel;
import org.digitpad.ui.train.TrainActions;
import org.digitpad.ui.train.TrainDependencies;
import org.digitpad.ui.train.TrainTab;
import org.digitpad.ui.train.TrainViewModel;
import org.slf4j.LoggerFactory;

/**
 * Prepares the first visit to a tab. It needs more than a thousand classes and runs code that is
 * not compiled yet, which would keep strokes waiting, for seconds on a busy machine. So tabs that
 * are never shown are created and laid out before.
 */
final class TabWarmUp {
  private TabWarmUp() {}

  /**
   * Loads most classes. JavaFX allows this on any thread; it must not be the FX thread here.
   *
   * @param dependencies what the Train tab needs; no files are read and nothing is trained
   */
  static void loadClasses(TrainDependencies dependencies) {
    try {
      trainTab(dependencies);
      new CheckBoxSkin(new CheckBox());
      new ComboBoxListViewSkin<>(new ComboBox<String>());
      new MenuButtonSkin(new MenuButton());
      new ProgressBarSkin(new ProgressBar());
      new ScrollPaneSkin(new ScrollPane());
      new TextFieldSkin(new TextField());
    } catch (RuntimeException cause) {
      // the tab itself is not affected
      LoggerFactory.getLogger(TabWarmUp.class).warn("cannot load the Train tab's classes", cause);
    }
  }

  /** Returns what creates the tabs for {@link org.digitpad.ui.common.LayoutWarmUp}. */
  static List<Supplier<Node>> tabs(TrainDependencies dependencies) {
    return List.of(() -> trainTab(dependencies), TabWarmUp::compareTab);
  }

  private static TrainTab trainTab(TrainDependencies dependencies) {
    TrainViewModel model =
        new TrainViewModel(
            dependencies,
            chosen -> {},
            new SimpleObjectProperty<>(ModelLibrary.bundled().get(0)),
            TabWarmUp::skip,
            TabWarmUp::skip,
            Runnable::run);
    return new TrainTab(model, TrainActions.of(model));
  }

  /** Returns a tab without models, which would have to be loaded. */
  private static CompareTab compareTab() {
    PadViewModel pad = new PadViewModel(drawing -> {});
    CompareDependencies dependencies =
        new CompareDependencies(
            List.of(),
            List::of,
            () -> {
              throw new IllegalStateException();
            });
    CompareViewModel model =
        new CompareViewModel(dependencies, pad, TabWarmUp::skip, Runnable::run);
    return new CompareTab(model, pad, PadActions.of(pad), new SimpleBooleanProperty(true));
  }

  private static void skip(Runnable task) {}
}
