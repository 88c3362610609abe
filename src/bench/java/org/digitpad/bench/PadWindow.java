package org.digitpad.bench;

import org.digitpad.ui.DigitPadApp;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.stage.Window;

/** The real window in this process, of which only what it shows is read. */
final class PadWindow {
  private static final long PATIENCE_MILLIS = 600_000;
  private static final long LOOK_MILLIS = 20;

  /** An answer that has stood so long is the last one. */
  private static final long STANDING_MILLIS = 1000;

  /** Opens the window as DigitPad does without arguments, and waits for its network. */
  void open() throws Exception {
    Thread app = new Thread(DigitPadApp::open, "window");
    app.setDaemon(true);
    app.start();
    await(
        "the network",
        () ->
            !Window.getWindows().isEmpty()
                && ((Label) find("#sentence")).getText().equals("Nothing drawn yet"));
  }

  /** Looks again and again, on the FX thread, until something has come about. */
  void await(String what, Callable<Boolean> condition) throws Exception {
    long patience = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (!started() || !ask(condition)) {
      if (System.currentTimeMillis() > patience) {
        throw new IllegalStateException("never came: " + what);
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  /** Where the canvas is on the screen, in pixels. */
  Bounds canvas() throws Exception {
    return ask(
        () -> {
          Node canvas = find("#canvas");
          return canvas.localToScreen(canvas.getLayoutBounds());
        });
  }

  /** The digit in large type, "?" for no digit, or a dash, once it does not change any more. */
  String winner() throws Exception {
    String winner = ask(PadWindow::shown);
    long since = System.currentTimeMillis();
    while (System.currentTimeMillis() < since + STANDING_MILLIS) {
      Thread.sleep(LOOK_MILLIS);
      String now = ask(PadWindow::shown);
      if (!now.equals(winner)) {
        winner = now;
        since = System.currentTimeMillis();
      }
    }
    return winner;
  }

  private static boolean started() {
    try {
      Platform.runLater(() -> {});
      return true;
    } catch (IllegalStateException notYet) {
      return false;
    }
  }

  /** What stands in large type; to be called on the FX thread. */
  static String shown() {
    return ((Text) find("#winner")).getText();
  }

  private static Node find(String id) {
    return Window.getWindows().get(0).getScene().getRoot().lookup(id);
  }

  private static <T> T ask(Callable<T> question) throws Exception {
    CompletableFuture<T> answer = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            answer.complete(question.call());
          } catch (Exception failure) {
            answer.completeExceptionally(failure);
          }
        });
    return answer.get();
  }
}
