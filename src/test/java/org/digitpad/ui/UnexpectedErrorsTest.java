package org.digitpad.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.util.Duration;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.ui.answer.Predictions;
import org.digitpad.ui.common.FrameTimer;
import org.digitpad.ui.common.Preferences;
import org.digitpad.ui.common.PreferencesStore;
import org.digitpad.ui.draw.DraftStore;
import org.digitpad.ui.pad.SavedCanvas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Exceptions that nothing catches, from any thread, reach the person, and the window goes on. */
class UnexpectedErrorsTest extends WindowTest {
  private final TestDependencies dependencies =
      new TestDependencies()
          .recognizer(() -> (drawing, growing) -> Predictions.row(Predictions.of(3)));

  private final Thread.UncaughtExceptionHandler handlerBefore =
      Thread.getDefaultUncaughtExceptionHandler();
  private final Set<String> passedOn = ConcurrentHashMap.newKeySet();

  @BeforeEach
  void expectErrors() {
    errorsExpected = true;
    // TestFX's would print them
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, cause) -> passedOn.add(cause.getClass().getSimpleName()));
  }

  @AfterEach
  void resetHandler() {
    Thread.setDefaultUncaughtExceptionHandler(handlerBefore);
  }

  @Test
  void tellsErrorsOfTasksEventsListenersAndAnimations() {
    open(dependencies);
    assertThat(window.sees("#error-bar")).isFalse();
    Platform.runLater(() -> raise(new IndexOutOfBoundsException()));
    awaitTold("IndexOutOfBoundsException");
    Button button = new Button();
    button.setOnAction(event -> raise(new UnsupportedOperationException()));
    Platform.runLater(button::fire);
    awaitTold("UnsupportedOperationException");
    SimpleIntegerProperty property = new SimpleIntegerProperty();
    property.addListener((observed, before, now) -> raise(new ClassCastException()));
    window.run(() -> property.set(1));
    awaitTold("ClassCastException");
    PauseTransition pause = new PauseTransition(Duration.millis(1));
    pause.setOnFinished(event -> raise(new ArithmeticException()));
    window.run(pause::play);
    awaitTold("ArithmeticException");
    AtomicInteger frames = new AtomicInteger();
    FrameTimer timer =
        new FrameTimer() {
          @Override
          protected void frame(long now) {
            frames.incrementAndGet();
            raise(new StackOverflowError());
          }
        };
    window.run(timer::start);
    awaitTold("StackOverflowError");
    Platform.runLater(() -> raise(new OutOfMemoryError("Java heap space")));
    window.await("the sentence", () -> window.label("#error").startsWith("DigitPad ran out of"));

    window.draw(MnistLikeDigits.drawing(4));

    window.awaitWinner("3");
    assertThat(frames).as("JavaFX draws nothing while a timer throws").hasValue(1);
  }

  @Test
  void aLayoutThatThrowsLeavesTheRestOfTheWindowAlive() {
    open(dependencies);
    AtomicInteger layouts = new AtomicInteger();
    Pane broken =
        new Pane() {
          @Override
          protected void layoutChildren() {
            layouts.incrementAndGet();
            throw new IllegalStateException("in layout");
          }
        };
    Pane tab = (Pane) window.node("#canvas").getParent().getParent();
    window.run(() -> tab.getChildren().add(broken));

    awaitTold("IllegalStateException");
    assertThat(layouts).hasValue(1);
    assertThat(window.node("#error").getLayoutBounds().getWidth()).isPositive();
    double before = window.node("#menu").localToScene(0, 0).getX();
    window.run(() -> stage.setWidth(1000));
    window.await("the layout", () -> window.node("#menu").localToScene(0, 0).getX() < before);
    window.click("#tab-train");
    window.await("the other tab", () -> window.sees("#train"));
    // the tab is created anew, without the part that broke
    window.click("#tab-draw");
    window.await("the tab", () -> window.sees("#canvas"));
    window.draw(MnistLikeDigits.drawing(4));
    window.awaitWinner("3");
  }

  @Test
  void aDialogThatBreaksIsToldBelowIt() {
    open(dependencies);
    window.click("#menu");
    window.click("About DigitPad");
    window.await("the dialog", () -> window.sees(".modal-dialog"));
    window.run(
        () ->
            ((Pane) window.node(".modal-dialog"))
                .getChildren()
                .add(
                    new Pane() {
                      @Override
                      protected double computePrefHeight(double width) {
                        throw new IllegalStateException("in layout");
                      }
                    }));

    awaitTold("IllegalStateException");
    window.press(KeyCode.ESCAPE);
    window.await("no dialog", () -> !window.sees(".modal-dialog"));
  }

  @Test
  void tellsErrorsOfAllThreadsAndUsesDefaults() {
    open(
        dependencies
            .drafts(
                new DraftStore() {
                  @Override
                  public Restored load() {
                    throw new StackOverflowError();
                  }

                  @Override
                  public void save(SavedCanvas content) {
                    throw new ExceptionInInitializerError("in save");
                  }
                })
            .preferences(
                new PreferencesStore() {
                  @Override
                  public Preferences load() {
                    throw new VerifyError();
                  }

                  @Override
                  public void update(UnaryOperator<Preferences> update) {}
                })
            .systemAppearance(
                () -> {
                  throw new NoClassDefFoundError("in the appearance");
                })
            .ownModels(
                () -> {
                  throw new IllegalStateException("among the models");
                }));
    for (String type : List.of("VerifyError", "NoClassDefFoundError")) {
      window.await(type, () -> session.errors().details().contains(type));
    }
    window.await(
        "the note", () -> session.pad().draftNoteProperty().get().contains("StackOverflowError"));
    window.draw(MnistLikeDigits.drawing(4));
    window.awaitWinner("3");
    awaitTold("ExceptionInInitializerError");

    window.click("#tab-compare");

    awaitTold("IllegalStateException");
    assertThat(session.errors().details())
        .contains("[digitpad-state]", "[digitpad-system]", "[digitpad-evaluation]");
  }

  @Test
  void theBarIsReachedAndUsedByKeyboard() {
    open(dependencies);
    Platform.runLater(() -> raise(new IllegalStateException("KeyboardError")));
    awaitTold("IllegalStateException");
    Node copy = window.node("#copy-error");
    assertThat(copy.getAccessibleHelp()).isEqualTo(window.label("#error"));

    for (int i = 0; i < 20 && !isFocused(copy); i++) {
      window.press(KeyCode.TAB);
    }
    window.press(KeyCode.SPACE);

    assertThat(((Button) copy).getText()).isEqualTo("Copied");
    String[] copied = new String[1];
    window.run(() -> copied[0] = Clipboard.getSystemClipboard().getString());
    assertThat(copied[0])
        .startsWith("DigitPad ")
        .contains("[JavaFX Application Thread] java.lang.IllegalStateException: KeyboardError");
    window.press(KeyCode.TAB);
    assertThat(isFocused(window.node("#close-error"))).isTrue();
    window.press(KeyCode.SPACE);
    assertThat(window.sees("#error-bar")).isFalse();
    window.run(() -> assertThat(stage.getScene().getFocusOwner()).isNotNull());
    window.press(KeyCode.DELETE);
    window.draw(MnistLikeDigits.drawing(4));
    window.awaitWinner("3");
    Platform.runLater(() -> raise(new OutOfMemoryError("Java heap space")));
    window.await("the bar", () -> window.sees("#error-bar"));
    assertNothingIsClippedInTheSmallestWindow();
  }

  private void assertNothingIsClippedInTheSmallestWindow() {
    window.run(
        () -> {
          stage.setWidth(900);
          stage.setHeight(600);
        });
    window.await("the layout", () -> stage.getScene().getWidth() <= 900);

    Label sentence = window.node("#error", Label.class);
    assertThat(sentence.getHeight())
        .isGreaterThanOrEqualTo(sentence.prefHeight(sentence.getWidth()));
    for (String part :
        new String[] {"#error", "#copy-error", "#close-error", "#canvas", "#brush"}) {
      Node node = window.node(part);
      assertThat(stage.getScene().getRoot().getLayoutBounds())
          .as(part)
          .matches(bounds -> bounds.contains(node.localToScene(node.getLayoutBounds())));
    }
    assertThat(window.node("#error-bar").localToScene(0, 0).getY())
        .isGreaterThan(window.node("#brush").localToScene(0, 0).getY());
  }

  private void awaitTold(String type) {
    window.await(
        "the sentence about " + type,
        () -> window.sees("#error-bar") && window.label("#error").contains("(" + type + ")"));
    assertThat(session.errors().details()).contains(type);
    assertThat(passedOn).as("for the log").contains(type);
  }

  private boolean isFocused(Node node) {
    boolean[] focused = new boolean[1];
    window.run(() -> focused[0] = node.isFocused());
    return focused[0];
  }

  private static void raise(RuntimeException thrown) {
    throw thrown;
  }

  private static void raise(Error thrown) {
    throw thrown;
  }
}
