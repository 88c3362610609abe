package org.digitpad.ui;

import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.digitpad.i18n.Messages;
import org.digitpad.io.DataFolders;
import org.digitpad.ui.common.Action;
import org.digitpad.ui.common.AfterFirstFrame;
import org.digitpad.ui.common.Appearance;
import org.digitpad.ui.common.LayoutBarrier;
import org.digitpad.ui.common.LayoutWarmUp;
import org.digitpad.ui.common.ModalDialog;
import org.digitpad.ui.common.ThemeManager;
import org.digitpad.ui.common.WindowPlacement;
import org.digitpad.ui.error.ErrorBar;
import org.digitpad.ui.error.UnexpectedErrorsViewModel;
import org.digitpad.ui.picture.PictureInput;
import org.digitpad.ui.train.run.RunState;
import org.kordamp.ikonli.feather.Feather;

/** The content of the window: header, tabs, dialogs, keyboard shortcuts and theme. */
final class MainWindow {
  private static final String TITLE = "DigitPad";

  static final double MIN_WIDTH = 900;
  static final double MIN_HEIGHT = 600;
  private static final double WIDTH = 1200;
  private static final double HEIGHT = 800;

  /** Largest share of the screen, so that title bar and borders fit too. */
  private static final double MAX_SCREEN_SHARE = 0.94;

  private final AppInfo info;
  private final ObservableStringValue modelName;
  private final Executor background;
  private final Set<Action> actions = new LinkedHashSet<>();
  private final List<ShortcutGroup> moreShortcuts;
  private final TabNavigator navigator;
  private final BorderPane content = new BorderPane();
  private final HeaderBar header;

  /** The window's content, and a dialog over it. */
  private final StackPane root = new LayoutBarrier(() -> {}, content);

  /** Everything, and below it the bar of errors, which a dialog does not cover. */
  private final BorderPane frame = new BorderPane(root);

  private final Scene scene;

  /**
   * @param tabs the tabs, of which the first is selected
   * @param entries dialogs that the menu offers
   * @param appearance the theme
   * @param info for the About dialog
   * @param modelName name of the model on the pad, for the About dialog too
   * @param moreShortcuts keys that are no actions of the window or a tab, for the list of shortcuts
   * @param trainTab the tab of the training, which the header leads to
   * @param training the state of the training
   * @param errors unexpected errors
   * @param background runs slow tasks
   */
  MainWindow(
      List<AppTab> tabs,
      List<DialogMenuItem> entries,
      Appearance appearance,
      AppInfo info,
      ObservableStringValue modelName,
      List<ShortcutGroup> moreShortcuts,
      AppTab trainTab,
      ObservableValue<RunState> training,
      UnexpectedErrorsViewModel errors,
      Executor background) {
    navigator = new TabNavigator(tabs, content);
    this.info = info;
    this.modelName = modelName;
    this.moreShortcuts = moreShortcuts;
    this.background = background;
    Action theme = action("ui.action.toggleTheme", Feather.MOON, KeyCode.T, appearance::toggle);
    Action shortcuts =
        action("ui.action.shortcuts", Feather.COMMAND, KeyCode.SLASH, this::showShortcuts);
    actions.addAll(navigator.actions());
    tabs.forEach(tab -> actions.addAll(tab.actions()));
    actions.addAll(List.of(theme, shortcuts));
    content.getStyleClass().add("window-content");
    header =
        new HeaderBar(
            new TabBar(navigator),
            appearance,
            theme,
            entries,
            entry -> showDialog(entry.title(), entry.content().get()),
            this::showShortcuts,
            this::showAbout,
            training,
            () -> navigator.select(trainTab));
    content.setTop(header);
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    scene =
        new Scene(
            frame,
            Math.min(WIDTH, screen.getWidth() * MAX_SCREEN_SHARE),
            Math.min(HEIGHT, screen.getHeight() * MAX_SCREEN_SHARE));
    new ThemeManager(appearance).applyTo(scene, stylesheet());
    actions.forEach(action -> addShortcuts(action, navigator.availability(action)));
    navigator.select(tabs.get(0));
    errors.messageProperty().addListener((property, before, now) -> show(errors));
    show(errors);
  }

  /** Creates the bar for the first error, as most windows never need it. */
  private void show(UnexpectedErrorsViewModel errors) {
    if (frame.getBottom() == null && !errors.messageProperty().get().isEmpty()) {
      frame.setBottom(new ErrorBar(errors, navigator::focus));
    }
  }

  /**
   * Shows this content on a stage.
   *
   * @param placement where the window was the last time
   * @param closing receives where it is when it closes
   */
  void show(Stage stage, Optional<WindowPlacement> placement, Consumer<WindowPlacement> closing) {
    stage.setTitle(TITLE);
    stage.setMinWidth(MIN_WIDTH);
    stage.setMinHeight(MIN_HEIGHT);
    stage.setScene(scene);
    navigator.focus();
    double width = scene.getWidth();
    double height = scene.getHeight();
    WindowPlacements.track(stage, closing);
    Optional<WindowPlacement> visible = placement.filter(WindowPlacements::isVisible);
    visible.ifPresent(found -> WindowPlacements.apply(found, stage));
    stage.show();
    AfterFirstFrame.then(
        () -> {
          restoreSize(stage, visible, width, height);
          // the borders are known only now
          stage.setMinWidth(MIN_WIDTH + stage.getWidth() - scene.getWidth());
          stage.setMinHeight(MIN_HEIGHT + stage.getHeight() - scene.getHeight());
        });
  }

  /** Works around JavaFX 21, which opens every window at its minimum size under Openbox. */
  private static void restoreSize(
      Stage stage, Optional<WindowPlacement> placement, double width, double height) {
    boolean lost = stage.getWidth() == MIN_WIDTH && stage.getHeight() == MIN_HEIGHT;
    if (lost && placement.isPresent()) {
      WindowPlacements.apply(placement.get(), stage);
    } else if (lost && width > MIN_WIDTH && height > MIN_HEIGHT) {
      stage.setWidth(width);
      stage.setHeight(height);
      stage.centerOnScreen();
    }
  }

  /** Shows a tab. */
  void select(AppTab tab) {
    navigator.select(tab);
  }

  /** Prepares the window for views that will be shown later. */
  void warmUp(List<Supplier<Node>> views) {
    LayoutWarmUp.start(content, views);
  }

  /**
   * Shows in the header whose drawings and model are in use, or hides that.
   *
   * @param menu creates the menu of people when it is first shown
   */
  void showPerson(boolean shown, Supplier<Node> menu) {
    header.showPerson(shown, menu);
  }

  /** Opens a dialog over the window and returns a task that closes it. */
  Runnable showDialog(String title, Node dialog) {
    return ModalDialog.show(root, title, dialog);
  }

  /**
   * Accepts pictures that are dropped anywhere.
   *
   * @param drawTab shows them
   * @param hidden actions of the tab whose shortcuts do nothing while a picture is shown
   */
  void accept(PictureInput input, AppTab drawTab, List<Action> hidden) {
    input.attach(
        root,
        () -> navigator.select(drawTab),
        () -> navigator.selectedTabProperty().get() == drawTab && !content.isDisabled(),
        hidden);
  }

  private void addShortcuts(Action action, BooleanSupplier available) {
    for (KeyCombination keys : action.keys()) {
      scene
          .getAccelerators()
          .put(
              keys,
              () -> {
                if (!content.isDisabled() && available.getAsBoolean()) {
                  action.run();
                }
              });
    }
  }

  private void showShortcuts() {
    showDialog(Messages.get("ui.shortcuts.title"), HelpDialogs.shortcuts(shortcutGroups()));
  }

  /** Returns the actions of the window and of each tab, and what was added to them. */
  private List<ShortcutGroup> shortcutGroups() {
    List<ShortcutGroup> groups = new ArrayList<>();
    Set<Action> rest = new LinkedHashSet<>(actions);
    navigator.tabs().forEach(tab -> tab.actions().forEach(rest::remove));
    groups.add(ShortcutGroup.of(TITLE, rest));
    Set<Action> ofTabs = new LinkedHashSet<>(actions);
    for (AppTab tab : navigator.tabs()) {
      List<Action> own = tab.actions().stream().filter(ofTabs::remove).toList();
      if (!own.isEmpty()) {
        groups.add(ShortcutGroup.of(tab.name(), own));
      }
    }
    groups.addAll(moreShortcuts);
    return groups;
  }

  private void showAbout() {
    background.execute(
        () -> {
          DataFolders folders = info.folders().get();
          Platform.runLater(
              () -> showDialog(TITLE, HelpDialogs.about(info, modelName.get(), folders)));
        });
  }

  private static Action action(String nameKey, Feather icon, KeyCode key, Runnable action) {
    return new Action(
        Messages.get(nameKey),
        icon,
        List.of(new KeyCodeCombination(key, SHORTCUT_DOWN)),
        new SimpleBooleanProperty(true),
        action);
  }

  private static String stylesheet() {
    return String.valueOf(MainWindow.class.getResource("digitpad.css"));
  }
}
