package org.digitpad.ui.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelReader;
import javafx.stage.Stage;
import org.digitpad.ink.DigitImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class AnswerControlsTest {
  @Start
  void start(Stage stage) {}

  @Test
  void theNetworkImageIsInWholePixelsWhiteOnBlack(FxRobot robot) {
    float[] values = new float[DigitImage.PIXELS];
    values[3 * DigitImage.SIDE + 5] = 1;
    values[27 * DigitImage.SIDE + 27] = 0.4f;
    NetworkInputView view = new NetworkInputView();
    robot.interact(() -> view.show(new DigitImage(values), false));

    ImageView shown = (ImageView) view.getChildrenUnmodifiable().get(0);
    Image image = shown.getImage();
    PixelReader pixels = image.getPixelReader();
    int cell = (int) image.getWidth() / DigitImage.SIDE;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        boolean white = y / cell == 3 && x / cell == 5;
        boolean grey = y / cell == 27 && x / cell == 27;
        assertThat(pixels.getArgb(x, y))
            .isEqualTo(white ? 0xffffffff : grey ? 0xff666666 : 0xff000000);
      }
    }
    assertThat(shown.isVisible()).isTrue();
  }

  @Test
  void barsAreAnimated(FxRobot robot) throws Exception {
    ProbabilityBars bars = new ProbabilityBars(new SimpleBooleanProperty(false));
    robot.interact(() -> bars.show(Answer.of(Predictions.of(7))));
    WaitForAsyncUtils.waitFor(2, TimeUnit.MINUTES, () -> bar(bars, 7).length() == 1);
    assertThat(bar(bars, 0).length()).isZero();
  }

  @Test
  void barsAreNotAnimatedWhereMotionIsReduced(FxRobot robot) {
    ProbabilityBars bars = new ProbabilityBars(new SimpleBooleanProperty(true));
    robot.interact(
        () -> {
          bars.show(Answer.of(Predictions.of(7)));
          assertThat(bar(bars, 7).length()).isEqualTo(1);
          bars.show(Answer.BLANK);
          assertThat(bar(bars, 7).length()).isZero();
        });
  }

  @Test
  void barsAreReadOutByScreenReaders(FxRobot robot) {
    ProbabilityBars bars = new ProbabilityBars(new SimpleBooleanProperty(true));
    robot.interact(() -> bars.show(Answer.of(Predictions.of(7, 0.972, 1, 0.02))));
    assertThat(bar(bars, 7).getAccessibleText()).isEqualTo("7: 97.2%");
  }

  private static ProbabilityBar bar(ProbabilityBars bars, int digit) {
    return (ProbabilityBar) bars.getChildrenUnmodifiable().get(digit);
  }
}
