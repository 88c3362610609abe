package org.digitpad.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.ui.answer.Answer;

/** Opens the window in a program of its own, and uses it there. */
final class WindowDriver {
  private static final long TIMEOUT_MINUTES = 60;

  final AppSession session;
  private final Stage stage;

  private WindowDriver(AppSession session, Stage stage) {
    this.session = session;
    this.stage = stage;
  }

  /** Starts JavaFX and opens the window. */
  static WindowDriver open(AppDependencies dependencies, double width, double height) {
    CompletableFuture<WindowDriver> opened = new CompletableFuture<>();
    Platform.startup(
        () -> {
          Stage stage = new Stage();
          stage.setWidth(width);
          stage.setHeight(height);
          AppSession session = new AppSession(dependencies);
          session.open(stage);
          opened.complete(new WindowDriver(session, stage));
        });
    return opened.join();
  }

  /** A seven as a mouse draws it, with a point every 8 units. */
  static Drawing seven() {
    List<InkPoint> corners =
        List.of(new InkPoint(82, 62), new InkPoint(198, 62), new InkPoint(124, 228));
    List<InkPoint> points = new ArrayList<>(corners.subList(0, 1));
    for (InkPoint to : corners.subList(1, corners.size())) {
      InkPoint from = points.get(points.size() - 1);
      long steps = Math.round(Math.hypot(to.x() - from.x(), to.y() - from.y()) / 8);
      for (int i = 1; i <= steps; i++) {
        double share = (double) i / steps;
        points.add(
            new InkPoint(
                from.x() + (to.x() - from.x()) * share, from.y() + (to.y() - from.y()) * share));
      }
    }
    return new Drawing(List.of(new Stroke(points)));
  }

  Stage stage() {
    return stage;
  }

  /** Waits until the drawing on the canvas is recognized. */
  void awaitPrediction() throws InterruptedException {
    await(
        "a prediction",
        session.answer().answerProperty(),
        answer -> answer.state() == Answer.State.PREDICTED);
  }

  /** Presses a toggle button. */
  void press(String id) {
    run(() -> ((ToggleButton) stage.getScene().lookup("#" + id)).fire());
  }

  /** Runs a task on the FX thread and waits for its end. */
  void run(Runnable task) {
    CompletableFuture.runAsync(task, Platform::runLater).join();
  }

  /** Waits until an observable value of the FX thread has a value that meets a condition. */
  <T> void await(String what, ObservableValue<T> value, Predicate<T> condition)
      throws InterruptedException {
    CountDownLatch met = new CountDownLatch(1);
    run(
        () -> {
          value.addListener(
              (property, before, now) -> {
                if (condition.test(now)) {
                  met.countDown();
                }
              });
          if (condition.test(value.getValue())) {
            met.countDown();
          }
        });
    if (!met.await(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
      throw new IllegalStateException("never came: " + what);
    }
  }
}
