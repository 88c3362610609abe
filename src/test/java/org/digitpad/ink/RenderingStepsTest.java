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
}
