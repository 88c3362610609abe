package org.digitpad.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class LayoutWarmUpTest {
  private final Pane parent = new StackPane(new Button("shown"));

  @Start
  void show(Stage stage) {
    stage.setScene(new Scene(parent, 300, 200));
    stage.show();
  }

  @Test
  void laysOutEveryControlAndLeavesNothingBehind() throws Exception {
    AtomicInteger created = new AtomicInteger();
    AtomicInteger skins = new AtomicInteger();
    CountDownLatch laidOut = new CountDownLatch(1);
    Supplier<Node> view =
        () -> {
          created.incrementAndGet();
          TextField field = new TextField();
          field.skinProperty().addListener(change -> skins.incrementAndGet());
          return new VBox(new ScrollPane(new VBox(field)));
        };
    Supplier<Node> last =
        () -> {
          Button button = new Button();
          button.skinProperty().addListener(change -> laidOut.countDown());
          return new VBox(button);
        };

    WaitForAsyncUtils.asyncFx(() -> LayoutWarmUp.start(parent, List.of(view, last))).get();

    assertThat(laidOut.await(2, TimeUnit.MINUTES)).isTrue();
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(created.get()).isGreaterThanOrEqualTo(2);
    assertThat(skins.get()).isEqualTo(created.get());
    assertThat(parent.getChildren()).hasSize(1);
  }

  @Test
  void aViewThatCannotBeCreatedIsNoError() throws Exception {
    CountDownLatch tried = new CountDownLatch(1);
    Supplier<Node> broken =
        () -> {
          tried.countDown();
          throw new IllegalStateException("broken on purpose");
        };

    WaitForAsyncUtils.asyncFx(() -> LayoutWarmUp.start(parent, List.of(broken))).get();

    assertThat(tried.await(2, TimeUnit.MINUTES)).isTrue();
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(parent.getChildren()).hasSize(1);
  }
}
