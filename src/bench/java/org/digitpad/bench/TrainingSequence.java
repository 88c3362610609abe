package org.digitpad.bench;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.stage.Window;
import org.digitpad.Launcher;

/**
 * Starts DigitPad as its jar does and trains in its window, one network after the other, for {@code
 * src/bench/memory.py}, which watches the memory of the process from outside.
 *
 * <p>Arguments: the number of epochs, the seconds to wait at the start and after each training, then
 * the trainings as {@code data/network/recipe}, such as {@code MNIST/LSTM/best}; {@code compare}
 * shows the Compare tab for that long. Data and models are in the folders that the environment
 * names. Prints a line at each begin and end, with the seconds of each epoch.
 */
public final class TrainingSequence {
  private static final long POLL_MILLIS = 20;

  private TrainingSequence() {}

  public static void main(String[] arguments) throws Exception {
    Thread steps = new Thread(() -> run(arguments), "steps");
    steps.setDaemon(true);
    steps.start();
    Launcher.main(new String[0]);
  }

  private static void run(String[] arguments) {
    try {
      await(() -> !Window.getWindows().isEmpty());
      long wait = Math.round(1e3 * Double.parseDouble(arguments[1]));
      idle("idle", wait);
      for (String step : List.of(arguments).subList(2, arguments.length)) {
        if (step.equals("compare")) {
          press("#tab-compare");
          idle("compare", wait);
        } else {
          train(step, arguments[0]);
          idle("after", wait);
        }
      }
      Platform.exit();
    } catch (Exception failure) {
      failure.printStackTrace();
      System.exit(1);
    }
  }

  private static void idle(String phase, long millis) throws InterruptedException {
    System.out.println(phase);
    Thread.sleep(millis);
  }

  private static void train(String step, String epochs) throws Exception {
    String[] names = step.split("/");
    press("#tab-train");
    choose("#data", names[0]);
    choose("#architecture", names[1]);
    choose("#recipe", names[2]);
    onFx(
        () -> {
          node("#epochs", TextField.class).setText(epochs);
          return null;
        });
    await(() -> !node("#train", Node.class).isDisabled());
    System.out.println("train " + step);
    press("#train");
    await(() -> node("#stop", Node.class).isVisible());
    await(() -> node("#train", Node.class).isVisible());
    System.out.printf(
        Locale.ROOT,
        "done %s | %s | %s%n",
        step,
        onFx(() -> node("#headline", Label.class).getText()),
        onFx(TrainingSequence::epochSeconds));
  }

  /** The seconds of each epoch, from the log below the charts. */
  private static String epochSeconds() {
    return node("#epoch-log", TextArea.class)
        .getText()
        .lines()
        .map(line -> line.split(" - ")[1].replace("s", ""))
        .collect(Collectors.joining(" "));
  }

  private static void choose(String query, String name) throws Exception {
    onFx(
        () -> {
          choose(node(query, ComboBox.class), text -> text.contains(name));
          return null;
        });
  }

  private static <T> void choose(ComboBox<T> list, Predicate<String> wanted) {
    list.setValue(
        list.getItems().stream()
            .filter(item -> wanted.test(list.getConverter().toString(item)))
            .findFirst()
            .orElseThrow());
  }

  private static void press(String query) throws Exception {
    onFx(
        () -> {
          node(query, ButtonBase.class).fire();
          return null;
        });
  }

  private static <T extends Node> T node(String query, Class<T> type) {
    Scene scene = Window.getWindows().get(0).getScene();
    return type.cast(scene.lookup(query));
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    while (!onFx(condition)) {
      Thread.sleep(POLL_MILLIS);
    }
  }

  private static <T> T onFx(Callable<T> task) throws Exception {
    CompletableFuture<T> result = new CompletableFuture<>();
    Runnable run =
        () -> {
          try {
            result.complete(task.call());
          } catch (Exception failure) {
            result.completeExceptionally(failure);
          }
        };
    while (true) {
      try {
        Platform.runLater(run);
        return result.get();
      } catch (IllegalStateException notStarted) {
        Thread.sleep(POLL_MILLIS);
      }
    }
  }
}
