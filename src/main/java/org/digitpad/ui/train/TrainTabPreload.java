package org.digitpad.ui.train;

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
import org.slf4j.LoggerFactory;

/**
 * Loads the classes of the Train tab before it is opened. There are more than a thousand of them,
 * and loading them on the FX thread would keep strokes waiting, for seconds on a busy machine.
 */
public final class TrainTabPreload {
  private TrainTabPreload() {}

  /**
   * Creates a tab that is never shown, with the skins of its controls. JavaFX allows this on any
   * thread; it must not be the FX thread here.
   */
  public static void run(TrainDependencies dependencies) {
    try {
      TrainViewModel model =
          new TrainViewModel(
              dependencies,
              file -> {},
              TrainTabPreload::skip,
              TrainTabPreload::skip,
              Runnable::run);
      new TrainTab(model, TrainActions.of(model));
      new CheckBoxSkin(new CheckBox());
      new ComboBoxListViewSkin<>(new ComboBox<String>());
      new MenuButtonSkin(new MenuButton());
      new ProgressBarSkin(new ProgressBar());
      new ScrollPaneSkin(new ScrollPane());
      new TextFieldSkin(new TextField());
    } catch (RuntimeException cause) {
      // the tab itself is not affected
      LoggerFactory.getLogger(TrainTabPreload.class).warn("cannot preload the Train tab", cause);
    }
  }

  /** The tab that is never shown reads no files and trains nothing. */
  private static void skip(Runnable task) {}
}
