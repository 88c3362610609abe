package org.digitpad.bench;

import org.digitpad.i18n.Messages;
import org.digitpad.ui.DigitPadApp;


import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.stage.Window;

/** The real window, in this process; only what it shows is read. */
final class PadWindow {
  private static final long TIMEOUT_MILLIS = 600_000;
  private static final long POLL_MILLIS = 20;

  /** A digit that has not changed for so long is final. */
  private static final long STABLE_MILLIS = 1000;

  /** Opens the window as DigitPad does without arguments, and waits until the model is loaded. */
  void open() throws Exception {
    Thread app = new Thread(() -> DigitPadApp.open(() -> {}), "window");
    app.setDaemon(true);
    app.start();
    await(
        "the model",
        () ->
            !Window.getWindows().isEmpty()
                && ((Label) find("#sentence")).getText().equals(Messages.get("ui.answer.blank")));
  }

  /** Polls a condition on the FX thread until it holds. */
  void await(String what, Callable<Boolean> condition) throws Exception {
    long deadline = System.currentTimeMillis() + TIMEOUT_MILLIS;
    while (!started() || !ask(condition)) {
      if (System.currentTimeMillis() > deadline) {
        throw new IllegalStateException("timed out waiting for " + what);
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  /** Bounds of the canvas on the screen, in pixels. */
  Bounds canvas() throws Exception {
    return ask(
        () -> {
          Node canvas = find("#canvas");
          return canvas.localToScreen(canvas.getLayoutBounds());
        });
  }

  /** The shown digit, "?" for no digit or a dash for a blank canvas, once it no longer changes. */
  String digit() throws Exception {
    String digit = ask(PadWindow::shown);
    long since = System.currentTimeMillis();
    while (System.currentTimeMillis() < since + STABLE_MILLIS) {
      Thread.sleep(POLL_MILLIS);
      String now = ask(PadWindow::shown);
      if (!now.equals(digit)) {
        digit = now;
        since = System.currentTimeMillis();
      }
    }
    return digit;
  }

  private static boolean started() {
    try {
      Platform.runLater(() -> {});
      return true;
    } catch (IllegalStateException notYet) {
      return false;
    }
  }

  /** The digit in large type; must be called on the FX thread. */
  static String shown() {
    return ((Text) find("#predicted")).getText();
  }

  /** Whether a node is shown that a CSS selector describes; must be called on the FX thread. */
  static boolean shows(String selector) {
    Node node = find(selector);
    return node != null && node.isVisible();
  }

  private static Node find(String id) {
    return Window.getWindows().get(0).getScene().getRoot().lookup(id);
  }

  private static <T> T ask(Callable<T> query) throws Exception {
    CompletableFuture<T> result = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            result.complete(query.call());
          } catch (Exception failure) {
            result.completeExceptionally(failure);
          }
        });
    return result.get();
  }
}
