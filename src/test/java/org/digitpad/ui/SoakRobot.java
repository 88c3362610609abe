package org.digitpad.ui;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.PickResult;
import javafx.scene.input.TouchEvent;
import javafx.scene.input.TouchPoint;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.ui.common.FileDialogs;
import org.digitpad.ui.train.run.RunState;
import org.jspecify.annotations.Nullable;

/**
 * Uses the window at random, as a curious and impatient person would: draws, clicks on whatever can
 * be clicked, types, drags, resizes, trains, compares and exports. The same seed makes the same
 * choices, though what they meet depends on the time that the program takes.
 */
public final class SoakRobot {
  /** A training stops only once its images are generated, and the machine may be busy. */
  private static final Duration TIMEOUT = Duration.ofMinutes(20);

  private static final int LOG_SIZE = 60;
  private static final int MAX_MODELS = 6;
  private static final int MAX_STROKES = 30;
  private static final long SHORT_MILLIS = 60;

  /** What a person types into a field: numbers in and out of range, words, and nonsense. */
  private static final List<String> TEXTS =
      List.of("1", "2", "20", "0", "-1", "0.01", "1e9", "abc", "", " ", "٣", "😀", "9".repeat(500));

  private static final List<KeyCode> KEYS =
      List.of(
          KeyCode.TAB,
          KeyCode.TAB,
          KeyCode.SPACE,
          KeyCode.ENTER,
          KeyCode.ESCAPE,
          KeyCode.DELETE,
          KeyCode.UP,
          KeyCode.DOWN,
          KeyCode.LEFT,
          KeyCode.RIGHT,
          KeyCode.HOME,
          KeyCode.END,
          KeyCode.PAGE_DOWN,
          KeyCode.BACK_SPACE,
          KeyCode.F10);

  private static final List<KeyCode> SHORTCUTS =
      List.of(
          KeyCode.DIGIT1,
          KeyCode.DIGIT2,
          KeyCode.DIGIT3,
          KeyCode.Z,
          KeyCode.Y,
          KeyCode.T,
          KeyCode.SLASH,
          KeyCode.ENTER,
          KeyCode.P,
          KeyCode.PERIOD,
          KeyCode.A,
          KeyCode.C,
          KeyCode.V);

  private final Random random;
  private final WindowRobot robot;
  private final Stage stage;
  private final AppSession session;
  private final Path folder;
  private final long start = System.nanoTime();
  private final Deque<String> log = new ArrayDeque<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private final Map<String, Integer> clicks = new HashMap<>();
  private final Map<Runnable, Integer> actions = new LinkedHashMap<>();
  private int steps;

  /**
   * @param folder for models, settings and exports; has the folder {@code images} with few images
   */
  SoakRobot(long seed, WindowRobot robot, Stage stage, AppSession session, Path folder) {
    this.random = new Random(seed);
    this.robot = robot;
    this.stage = stage;
    this.session = session;
    this.folder = folder;
    robot.run(() -> new RandomFiles().replaceIn(stage.getScene()));
    actions.put(this::clickAnything, 40);
    actions.put(this::draw, 14);
    actions.put(this::drawWithFinger, 4);
    actions.put(this::pressKey, 10);
    actions.put(this::pressShortcut, 6);
    actions.put(this::type, 5);
    actions.put(this::dragAnywhere, 3);
    actions.put(this::resize, 2);
    actions.put(this::switchTab, 6);
    actions.put(this::openMenu, 3);
    actions.put(this::train, 3);
    actions.put(this::pauseOrStop, 3);
    actions.put(this::compare, 3);
    actions.put(this::tryToClose, 1);
    actions.put(this::waitAMoment, 2);
  }

  /** Takes one action. */
  void step() {
    int choice = random.nextInt(actions.values().stream().mapToInt(Integer::intValue).sum());
    for (Map.Entry<Runnable, Integer> action : actions.entrySet()) {
      choice -= action.getValue();
      if (choice < 0) {
        steps++;
        action.getKey().run();
        return;
      }
    }
  }

  int steps() {
    return steps;
  }

  /** The last actions, oldest first. */
  synchronized String logTail() {
    return String.join("\n", log);
  }

  /** How often each action was taken, and how many controls were clicked. */
  String summary() {
    return steps + " actions " + counts + ", " + clicks.size() + " controls clicked";
  }

  /**
   * Brings the window into the same state each time, so that it can be measured: no training, no
   * dialog, few models, a blank canvas on the Draw tab, the first size.
   */
  void reset() {
    note("reset", "");
    if (!robot.get(stage::isShowing)) {
      throw new AssertionError("the window is gone");
    }
    do {
      for (int i = 0; i < 3; i++) {
        robot.press(KeyCode.ESCAPE);
      }
      robot.run(session.train().run()::stop);
      await("the end of the training", () -> !session.train().run().runningProperty().get());
      deleteModels();
      robot.run(
          () -> {
            while (session.compare().columns().size() > 3) {
              session.compare().remove(session.compare().columns().get(3));
            }
            session.pad().clear();
            stage.setWidth(1200);
            stage.setHeight(800);
          });
      robot.pressControl(KeyCode.DIGIT2);
      robot.pressControl(KeyCode.DIGIT1);
      await(
          "predictions", () -> session.compare().predictions().activityProperty().get().isEmpty());
      // keys may arrive late, and begin another training
    } while (robot.get(() -> session.train().run().runningProperty().get()));
  }

  private void await(String what, Callable<Boolean> condition) {
    robot.await(what, condition, TIMEOUT);
  }

  /** Deletes most models, oldest first, behind the program's back, as a file manager does. */
  private void deleteModels() {
    try (Stream<Path> files = Files.list(folder.resolve("models"))) {
      List<Path> oldest =
          files.sorted(Comparator.comparingLong(file -> file.toFile().lastModified())).toList();
      for (Path file : oldest.subList(0, Math.max(0, oldest.size() - MAX_MODELS))) {
        Files.deleteIfExists(file);
      }
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  /** The last action. */
  synchronized String lastAction() {
    return log.isEmpty() ? "" : log.getLast();
  }

  private synchronized void note(String action, String detail) {
    counts.merge(action, 1, Integer::sum);
    if (log.size() == LOG_SIZE) {
      log.removeFirst();
    }
    log.add(
        String.format(
            Locale.ROOT, "%.2f s: %s %s", (System.nanoTime() - start) / 1e9, action, detail));
  }

  // ---- actions ----

  private void clickAnything() {
    List<Target> targets = robot.get(SoakRobot::targets);
    if (targets.isEmpty()) {
      return;
    }
    // the one of three that was clicked least, so that rare controls get their turn
    Target target =
        Stream.generate(() -> targets.get(random.nextInt(targets.size())))
            .limit(3)
            .min(Comparator.comparingInt(each -> clicks.getOrDefault(each.name, 0)))
            .orElseThrow();
    clicks.merge(target.name, 1, Integer::sum);
    note("click", target.name);
    click(target.node);
  }

  private void click(Node node) {
    robot.run(() -> scrollTo(node));
    robot.clickAt(robot.get(() -> pointIn(node)));
  }

  private void clickIfSeen(String query) {
    if (robot.sees(query)) {
      click(robot.node(query));
    }
  }

  private void draw() {
    if (!robot.sees("#canvas")) {
      return;
    }
    if (robot.strokesSeen() > MAX_STROKES) {
      note("clear", "");
      robot.press(KeyCode.DELETE);
    }
    Stroke stroke = stroke();
    note("draw", stroke.points().size() + " points");
    robot.draw(stroke);
  }

  private Stroke stroke() {
    if (random.nextInt(4) > 0) {
      List<Stroke> strokes = MnistLikeDigits.drawing(random.nextInt(10), random).strokes();
      return inside(strokes.get(random.nextInt(strokes.size())));
    }
    List<InkPoint> points = new ArrayList<>();
    for (int i = 1 + random.nextInt(40); i > 0; i--) {
      points.add(new InkPoint(280 * random.nextDouble(), 280 * random.nextDouble()));
    }
    return new Stroke(points);
  }

  private static Stroke inside(Stroke stroke) {
    return new Stroke(
        stroke.points().stream()
            .map(
                p ->
                    new InkPoint(
                        Math.min(279, Math.max(1, p.x())), Math.min(279, Math.max(1, p.y()))))
            .toList());
  }

  private void drawWithFinger() {
    if (!robot.sees("#canvas")) {
      return;
    }
    Stroke stroke = inside(stroke());
    note("finger", stroke.points().size() + " points");
    boolean lifts = random.nextInt(8) > 0; // systems lose releases
    robot.run(
        () -> {
          Node canvas = robot.node("#canvas");
          touch(canvas, TouchEvent.TOUCH_PRESSED, TouchPoint.State.PRESSED, stroke.points().get(0));
          stroke
              .points()
              .forEach(p -> touch(canvas, TouchEvent.TOUCH_MOVED, TouchPoint.State.MOVED, p));
          if (lifts) {
            touch(
                canvas,
                TouchEvent.TOUCH_RELEASED,
                TouchPoint.State.RELEASED,
                stroke.points().get(stroke.points().size() - 1));
          }
        });
  }

  private static void touch(
      Node canvas, EventType<TouchEvent> type, TouchPoint.State state, InkPoint at) {
    Bounds bounds = canvas.getLayoutBounds();
    double x = at.x() / 280 * bounds.getWidth();
    double y = at.y() / 280 * bounds.getHeight();
    Point2D scene = canvas.localToScene(x, y);
    Point2D screen = canvas.localToScreen(x, y);
    TouchPoint point =
        new TouchPoint(
            1,
            state,
            scene.getX(),
            scene.getY(),
            screen.getX(),
            screen.getY(),
            canvas,
            new PickResult(canvas, scene.getX(), scene.getY()));
    Event.fireEvent(
        canvas, new TouchEvent(type, point, List.of(point), 1, false, false, false, false));
  }

  private void pressKey() {
    KeyCode key = KEYS.get(random.nextInt(KEYS.size()));
    note("key", key.getName());
    if (random.nextInt(5) == 0) {
      robot.press(KeyCode.SHIFT, key);
    } else {
      robot.press(key);
    }
  }

  private void pressShortcut() {
    KeyCode key = SHORTCUTS.get(random.nextInt(SHORTCUTS.size()));
    note("shortcut", key.getName());
    robot.pressControl(key);
  }

  private void type() {
    List<TextField> fields =
        robot.get(
            () ->
                nodes(stage.getScene().getRoot())
                    .filter(TextField.class::isInstance)
                    .map(TextField.class::cast)
                    .filter(SoakRobot::isUsable)
                    .toList());
    if (fields.isEmpty()) {
      return;
    }
    TextField field = fields.get(random.nextInt(fields.size()));
    String text = TEXTS.get(random.nextInt(TEXTS.size()));
    note("type", field.getId() + " " + text.substring(0, Math.min(10, text.length())));
    robot.run(() -> field.setText(text));
  }

  private void dragAnywhere() {
    note("drag", "");
    robot.drag(anywhere(), anywhere());
  }

  private Point2D anywhere() {
    return robot.get(
        () ->
            new Point2D(
                Math.rint(stage.getX() + stage.getWidth() * random.nextDouble()),
                Math.rint(stage.getY() + stage.getHeight() * random.nextDouble())));
  }

  private void resize() {
    Rectangle2D screen = robot.get(() -> Screen.getPrimary().getVisualBounds());
    double width = 900 + Math.rint(Math.max(0, screen.getWidth() - 900) * random.nextDouble());
    double height = 600 + Math.rint(Math.max(0, screen.getHeight() - 600) * random.nextDouble());
    note("resize", width + "×" + height);
    robot.run(
        () -> {
          stage.setWidth(width);
          stage.setHeight(height);
        });
  }

  private void switchTab() {
    String tab = List.of("#tab-draw", "#tab-train", "#tab-compare").get(random.nextInt(3));
    note("tab", tab);
    clickIfSeen(tab);
  }

  private void openMenu() {
    note("menu", "");
    clickIfSeen("#menu");
    clickAnything();
  }

  /** Begins a short training of any network. */
  private void train() {
    note("train", "");
    robot.press(KeyCode.ESCAPE);
    robot.pressControl(KeyCode.DIGIT2);
    robot.run(
        () -> {
          if (!session.train().run().runningProperty().get()) {
            var settings = session.train().settings();
            var networks = settings.architectures();
            settings.architectureProperty().set(networks.get(random.nextInt(networks.size())));
            settings.epochs().textProperty().set(String.valueOf(1 + random.nextInt(8)));
            settings.batchSize().textProperty().set(String.valueOf(16 << random.nextInt(3)));
            settings.seed().textProperty().set(String.valueOf(random.nextInt(100)));
            settings.learningRate().textProperty().set("0.002");
            settings.threads().textProperty().set("2");
            var datasets = session.train().dataset().choices();
            // the others take longer, and may be missing
            int dataset = random.nextInt(5) == 0 ? random.nextInt(datasets.size()) : 0;
            session.train().dataset().chosenProperty().set(datasets.get(dataset));
          }
        });
    robot.pressControl(KeyCode.ENTER);
  }

  private void pauseOrStop() {
    KeyCode key = random.nextInt(3) == 0 ? KeyCode.PERIOD : KeyCode.P;
    note("control", key.getName());
    robot.pressControl(KeyCode.DIGIT2);
    robot.pressControl(key);
    if (robot.get(() -> session.train().run().stateProperty().get()) == RunState.PAUSED) {
      pause(SHORT_MILLIS);
      robot.pressControl(KeyCode.P);
    }
  }

  /** Adds a model to the Compare tab, or removes one while any of its views shows. */
  private void compare() {
    note("compare", "");
    robot.pressControl(KeyCode.DIGIT3);
    if (random.nextBoolean()) {
      clickIfSeen("#add-model");
      clickAnything();
      return;
    }
    List<Node> removes =
        robot.get(
            () ->
                nodes(stage.getScene().getRoot())
                    .filter(node -> node.getStyleClass().contains("remove") && isUsable(node))
                    .toList());
    if (!removes.isEmpty()) {
      click(removes.get(random.nextInt(removes.size())));
    }
  }

  /** Closes the window during a training, and then decides against it. */
  private void tryToClose() {
    note("close", "");
    robot.run(
        () -> {
          if (session.train().run().runningProperty().get()) {
            stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
          }
        });
    robot.press(KeyCode.ESCAPE);
  }

  private void waitAMoment() {
    note("wait", "");
    pause(random.nextInt(5) * SHORT_MILLIS);
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(Duration.ofMillis(millis).toMillis());
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  // ---- what can be clicked ----

  /**
   * A control.
   *
   * @param name the same for the same control, to count its clicks
   */
  private record Target(Node node, String name) {}

  private static List<Target> targets() {
    return List.copyOf(Window.getWindows()).stream()
        .filter(window -> window.isShowing() && window.getScene() != null)
        .flatMap(window -> nodes(window.getScene().getRoot()))
        .filter(SoakRobot::isControl)
        .filter(SoakRobot::isUsable)
        .map(node -> new Target(node, name(node)))
        .toList();
  }

  private static Stream<Node> nodes(Node node) {
    if (!node.isVisible() || node.isDisable()) {
      return Stream.empty();
    }
    return node instanceof Parent parent
        ? Stream.concat(
            Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(SoakRobot::nodes))
        : Stream.of(node);
  }

  private static boolean isControl(Node node) {
    return node instanceof ButtonBase
        || node instanceof ComboBoxBase
        || node instanceof TextInputControl
        || node instanceof Slider
        || (node instanceof IndexedCell<?> cell && !cell.isEmpty())
        || node.getOnMouseClicked() != null
        || node.getStyleClass().stream()
            .anyMatch(style -> style.equals("menu-item") || style.equals("curve-chart"));
  }

  /** Whether it can be used, and leads neither out of the window nor into the network. */
  private static boolean isUsable(Node node) {
    return !node.isDisabled()
        && node.getLayoutBounds().getWidth() >= 1
        && !"stop-and-close".equals(node.getId())
        && !"download".equals(node.getId());
  }

  private static String name(Node node) {
    String text = node instanceof Labeled labeled ? labeled.getText() : null;
    if (node.getStyleClass().contains("confusion-cell")) {
      return "a cell of a confusion matrix"; // one of hundreds
    }
    return node.getClass().getSimpleName()
        + " "
        + (node.getId() == null ? "" : "#" + node.getId())
        + " "
        + (text == null || text.isEmpty() ? String.valueOf(node.getAccessibleText()) : text);
  }

  private static void scrollTo(Node node) {
    for (Parent parent = node.getParent(); parent != null; parent = parent.getParent()) {
      if (parent instanceof ScrollPane scroll && scroll.getContent() != null) {
        Bounds view = scroll.localToScene(scroll.getLayoutBounds());
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        double hidden =
            scroll.getContent().getLayoutBounds().getHeight()
                - scroll.getViewportBounds().getHeight();
        if (hidden > 0
            && (bounds.getMaxY() > view.getMaxY() || bounds.getMinY() < view.getMinY())) {
          Bounds content = scroll.getContent().localToScene(scroll.getContent().getLayoutBounds());
          double wanted = bounds.getMinY() - content.getMinY() - view.getHeight() / 2;
          scroll.setVvalue(Math.max(0, Math.min(1, wanted / hidden)));
        }
        return;
      }
    }
  }

  /** A point on a node, in whole pixels of the screen; null if it has left its window. */
  private @Nullable Point2D pointIn(Node node) {
    Bounds bounds = node.localToScreen(node.getLayoutBounds());
    return bounds == null
        ? null
        : new Point2D(
            Math.rint(bounds.getMinX() + bounds.getWidth() * (0.1 + 0.8 * random.nextDouble())),
            Math.rint(bounds.getMinY() + bounds.getHeight() * (0.1 + 0.8 * random.nextDouble())));
  }

  /** Answers the dialogs for files at random: cancels, or chooses files that are good or bad. */
  private final class RandomFiles implements FileDialogs {
    @Override
    public @Nullable File open(FileChooser chooser, Window owner) {
      return any("test.csv", "train.csv", "broken.safetensors", "model.safetensors", "missing");
    }

    @Override
    public @Nullable File save(FileChooser chooser, Window owner) {
      return any("exports/" + chooser.getInitialFileName(), "exports/other", "none/there/file");
    }

    @Override
    public @Nullable File folder(DirectoryChooser chooser, Window owner) {
      return any("images", "exports");
    }

    private @Nullable File any(String... names) {
      return random.nextInt(4) == 0
          ? null
          : folder.resolve(names[random.nextInt(names.length)]).toFile();
    }
  }
}
