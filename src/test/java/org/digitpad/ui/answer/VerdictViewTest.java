package org.digitpad.ui.answer;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.digitpad.recognize.sequence.DigitSequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class VerdictViewTest {
  @Start
  void start(Stage stage) {}

  @ParameterizedTest
  @CsvSource({"false, 144, 56, 12", "false, 320, 56, 14", "true, 365, 72, 20"})
  void nothingMovesWhereASecondDigitBegins(
      boolean alwaysBeside, double width, double height, int fontSize, FxRobot robot) {
    robot.interact(
        () -> {
          VerdictView view = view(alwaysBeside, fontSize);
          lay(view, width, height, Answer.of(Predictions.of(7)));
          Bounds digit = bounds(view, "#predicted");
          Bounds sentence = bounds(view, "#sentence");

          DigitSequence row = Predictions.row(Predictions.of(7), Predictions.of(4));
          lay(view, width, height, Answer.of(row.digits(), 0));

          assertThat(bounds(view, "#predicted")).isEqualTo(digit);
          assertThat(bounds(view, "#sentence")).isEqualTo(sentence);
          assertThat(digit.getMaxX() <= sentence.getMinX() || digit.getMaxY() <= sentence.getMinY())
              .isTrue();
        });
  }

  @Test
  void theLongestSureSentenceHasOneLineInASmallWindow(FxRobot robot) {
    robot.interact(
        () -> {
          VerdictView view = view(true, 20);
          lay(view, 365, 72, Answer.of(Predictions.of(8)));
          Label sentence = (Label) view.lookup("#sentence");
          assertThat(sentence.getText()).isEqualTo("Almost certainly an 8");
          assertThat(sentence.prefHeight(sentence.getWidth()))
              .isEqualTo(sentence.prefHeight(Double.MAX_VALUE));
        });
  }

  @Test
  void typeIsLargeInTheFrameInWhichItsHeightIsSet(FxRobot robot) {
    robot.interact(
        () -> {
          VerdictView view = view(true, 20);
          view.getScene().getRoot().applyCss();
          view.setDigitHeight(76);
          assertThat(((Text) view.lookup("#predicted")).getFont().getSize()).isEqualTo(100);
        });
  }

  private static VerdictView view(boolean alwaysBeside, int fontSize) {
    VerdictView view = new VerdictView(alwaysBeside);
    view.setStyle("-fx-font-size: " + fontSize + "px;");
    view.setManaged(false);
    new Scene(new Group(view));
    return view;
  }

  private static void lay(VerdictView view, double width, double height, Answer answer) {
    view.setDigitHeight(height);
    view.show(answer);
    view.resize(width, height);
    view.applyCss();
    view.layout();
  }

  private static Bounds bounds(VerdictView view, String query) {
    Node node = view.lookup(query);
    return node.localToScene(node.getLayoutBounds());
  }
}
