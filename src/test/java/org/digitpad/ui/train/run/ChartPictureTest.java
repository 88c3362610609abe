package org.digitpad.ui.train.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.digitpad.evaluate.ReferenceResults;
import org.digitpad.i18n.Messages;
import org.digitpad.ui.chart.Curve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ChartPictureTest {
  private ChartPicture picture;

  @Start
  private void start(Stage stage) {
    stage.setScene(new Scene(new StackPane()));
    stage.show();
    picture =
        new ChartPicture(
            "A title",
            List.of(
                Curve.validation("Keras", "curve-reference", ReferenceResults.history("conv-gru"))),
            10,
            false);
    picture.layOutLike(stage.getScene());
  }

  @Test
  void hasATitleALegendAndNamesOfTheAxesButNoControls() {
    assertThat(picture.lookupAll("*")).noneMatch(ButtonBase.class::isInstance);
    assertThat(picture.lookupAll("*"))
        .filteredOn(Label.class::isInstance)
        .extracting(node -> ((Label) node).getText())
        .contains(
            "A title", "Keras", Messages.get("ui.chart.loss"), Messages.get("ui.chart.accuracy"));
    assertThat(picture.lookupAll(".tick"))
        .extracting(node -> ((Text) node).getText())
        .contains(Messages.get("ui.chart.epochAxis"), "10", "100%");
    assertThat(picture.getWidth()).isPositive();
  }
}
