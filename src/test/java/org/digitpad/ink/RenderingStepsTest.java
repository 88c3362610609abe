package org.digitpad.ink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RenderingStepsTest {
  @Test
  void endWithTheImage() {
    Drawing seven =
        new Drawing(
            List.of(
                new Stroke(
                    List.of(new InkPoint(60, 40), new InkPoint(180, 40), new InkPoint(90, 250)))));

    RenderingSteps steps = StrokeRenderer.renderInSteps(seven);

    assertThat(steps.drawing()).isSameAs(seven);
    assertThat(steps.image()).isEqualTo(StrokeRenderer.render(seven));
    assertThat(Math.max(steps.path().halfWidth(), steps.path().halfHeight()))
        .isCloseTo((FittedPath.BOX - PenRasterizer.PEN_WIDTH) / 2, within(1e-9));
    CenterOfMass before = CenterOfMass.of(steps.fitted().toArray());
    assertThat(steps.shift().y()).isCloseTo(CenterOfMass.TARGET - before.y(), within(1e-9));
    assertThat(CenterOfMass.of(steps.image().toArray()).y())
        .isCloseTo(CenterOfMass.TARGET, within(0.05));
    assertThatThrownBy(() -> StrokeRenderer.renderInSteps(Drawing.BLANK))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The second drawing has points so far apart that curves are laid through them. */
  @Test
  void placesOfTheImageArePlacesOfTheDrawing() {
    for (Drawing drawing :
        List.of(
            new Drawing(List.of(new Stroke(List.of(new InkPoint(60, 40), new InkPoint(180, 240))))),
            new Drawing(
                List.of(
                    new Stroke(
                        List.of(
                            new InkPoint(60, 40),
                            new InkPoint(180, 60),
                            new InkPoint(170, 160),
                            new InkPoint(90, 250))))))) {
      RenderingSteps steps = StrokeRenderer.renderInSteps(drawing);
      double[] path = steps.path().strokes().get(0);
      double middleY = DigitImage.SIDE / 2.0 + steps.shift().y();
      assertThat(steps.isPlaced()).isTrue();
      assertThat(steps.drawingY(path[1] + middleY)).isCloseTo(40, within(1e-9));
      InkPoint end =
          drawing.strokes().get(0).points().get(drawing.strokes().get(0).points().size() - 1);
      assertThat(steps.drawingY(path[path.length - 1] + middleY)).isCloseTo(end.y(), within(1e-9));
      assertThat(steps.imageY(end.y())).isCloseTo(path[path.length - 1] + middleY, within(1e-9));
    }
    Drawing dot = new Drawing(List.of(new Stroke(List.of(new InkPoint(60, 40)))));
    assertThat(StrokeRenderer.renderInSteps(dot).isPlaced()).isFalse();
  }
}
