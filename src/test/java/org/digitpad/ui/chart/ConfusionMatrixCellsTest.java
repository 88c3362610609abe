package org.digitpad.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class ConfusionMatrixCellsTest {
  private ConfusionMatrixView matrix;

  @Start
  private void start(Stage stage) {
    matrix = new ConfusionMatrixView((label, predicted) -> {});
    matrix.showCounts(Collections.nCopies(10, Collections.nCopies(10, 1_129)));
    stage.setScene(new Scene(matrix));
    stage.show();
  }

  @Test
  void countsAboveAThousandHaveNoSeparator() {
    List<String> texts =
        matrix.lookupAll(".label").stream()
            .filter(Label.class::isInstance)
            .map(node -> ((Labeled) node).getText())
            .filter(text -> text.length() > 1)
            .toList();

    assertThat(texts).hasSize(100).containsOnly("1129");
  }

  @Test
  void aDifferenceOfNothingIsEmpty(FxRobot robot) {
    robot.interact(() -> matrix.showDifference(List.of(), List.of()));
    assertThat(matrix.lookupAll(".confusion-cell"))
        .allMatch(cell -> ((Labeled) cell).getText().isEmpty());
  }
}
