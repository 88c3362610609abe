package org.digitpad.ui;

import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
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
import org.digitpad.ui.common.Appearance;
import org.digitpad.ui.common.Command;
import org.digitpad.ui.common.FirstFrame;
import org.digitpad.ui.common.ModalDialog;
import org.digitpad.ui.common.ThemeManager;
import org.kordamp.ikonli.feather.Feather;

/** The shell: the header, the rooms below it, and what holds for the whole window. */
final class MainWindow {
  static final double SMALLEST_WIDTH = 900;
  static final double SMALLEST_HEIGHT = 600;
  private static final double WIDTH = 1200;
  private static final double HEIGHT = 800;

  /** At most, so that title bar and borders fit too. */
  private static final double SHARE_OF_SCREEN = 0.94;

  private final AppInfo info;
  private final Executor background;
  private final Set<Command> commands = new LinkedHashSet<>();
  private final TabSelection rooms;
  private final BorderPane content = new BorderPane();
  private final StackPane root = new StackPane(content);
  private final Scene scene;

  /**
   * @param rooms what to show, the first one first
   * @param entries what the menu offers beside theme and help
   * @param appearance light or dark
   * @param info for the About sheet
   * @param background runs what may be slow
   */
  MainWindow(
      List<AppTab> rooms,
      List<DialogEntry> entries,
      Appearance appearance,
      AppInfo info,
      Executor background) {
    this.rooms = new TabSelection(rooms, content);
    this.info = info;
    this.background = background;
    Command theme = command("Light or dark", Feather.MOON, KeyCode.T, appearance::toggle);
    Command shortcuts = command("Shortcuts", Feather.COMMAND, KeyCode.SLASH, this::showShortcuts);
    commands.addAll(this.rooms.commands());
    rooms.forEach(room -> commands.addAll(room.commands()));
    commands.addAll(List.of(theme, shortcuts));
    content.setTop(
        new HeaderBar(
            new TabBar(this.rooms),
            appearance,
            theme,
            entries,
            entry -> ModalDialog.show(root, entry.title(), entry.content().get()),
            this::showShortcuts,
            this::showAbout));
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    scene =
        new Scene(
            root,
            Math.min(WIDTH, screen.getWidth() * SHARE_OF_SCREEN),
            Math.min(HEIGHT, screen.getHeight() * SHARE_OF_SCREEN));
    new ThemeManager(appearance).dress(scene, stylesheet());
    commands.forEach(command -> listen(command, this.rooms.whereAllowed(command)));
    this.rooms.enter(rooms.get(0));
  }

  /** Puts the window on a stage and shows it. */
  void show(Stage stage) {
    stage.setTitle("DigitPad");
    stage.setMinWidth(SMALLEST_WIDTH);
    stage.setMinHeight(SMALLEST_HEIGHT);
    stage.setScene(scene);
    rooms.focus();
    double width = scene.getWidth();
    double height = scene.getHeight();
    stage.show();
    FirstFrame.then(() -> regainSize(stage, width, height));
  }

  /** Under Openbox, JavaFX 21 opens every window in its smallest size. */
  private static void regainSize(Stage stage, double width, double height) {
    boolean lost = stage.getWidth() == SMALLEST_WIDTH && stage.getHeight() == SMALLEST_HEIGHT;
    if (lost && width > SMALLEST_WIDTH && height > SMALLEST_HEIGHT) {
      stage.setWidth(width);
      stage.setHeight(height);
      stage.centerOnScreen();
    }
  }

  /** Lays a sheet over the window; the task given back takes it away. */
  Runnable ask(String title, Node question) {
    return ModalDialog.show(root, title, question);
  }

  private void listen(Command command, BooleanSupplier allowed) {
    for (KeyCombination keys : command.keys()) {
      scene
          .getAccelerators()
          .put(
              keys,
              () -> {
                if (!content.isDisabled() && allowed.getAsBoolean()) {
                  command.run();
                }
              });
    }
  }

  private void showShortcuts() {
    ModalDialog.show(root, "Shortcuts", HelpDialogs.shortcuts(commands));
  }

  private void showAbout() {
    CompletableFuture.supplyAsync(info.dataFolder(), background)
        .exceptionally(cause -> "unknown")
        .thenAcceptAsync(
            folder -> ModalDialog.show(root, "DigitPad", HelpDialogs.about(info, folder)),
            Platform::runLater);
  }

  private static Command command(String name, Feather icon, KeyCode key, Runnable action) {
    return new Command(
        name,
        icon,
        List.of(new KeyCodeCombination(key, SHORTCUT_DOWN)),
        new SimpleBooleanProperty(true),
        action);
  }

  private static String stylesheet() {
    return String.valueOf(MainWindow.class.getResource("digitpad.css"));
  }
}
