package org.digitpad.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.strokes.StrokesFile;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.Drawing;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.model.Model;
import org.digitpad.recognize.BundledModels;
import org.digitpad.recognize.Recognizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StrokesEvaluationTest {
  @TempDir private Path folder;

  @Test
  void evaluatesAndCountsRejectedDrawings() {
    Model model = BundledModels.convGru();
    List<LabeledDrawing> drawings = new ArrayList<>(MnistLikeDigits.drawings(100, 3));
    drawings.add(new LabeledDrawing(4, null, Drawing.BLANK));

    StrokesEvaluation result = StrokesEvaluation.of(model, drawings);

    assertThat(result.evaluation().samples()).isEqualTo(101);
    assertThat(result.evaluation().accuracy()).isGreaterThan(0.85);
    Recognizer recognizer = new Recognizer(model);
    long rejected =
        drawings.stream()
            .filter(drawing -> recognizer.recognize(drawing.drawing()).rejected())
            .count();
    assertThat(result.rejected()).isEqualTo((int) rejected).isPositive();
  }

  @Test
  void refusesADrawingWithoutALabel() throws IOException {
    List<LabeledDrawing> drawings = new ArrayList<>(MnistLikeDigits.drawings(3, 3));
    drawings.add(2, new LabeledDrawing(null, null, MnistLikeDigits.drawing(1)));
    Path file = folder.resolve("strokes.jsonl");
    StrokesFile.write(file, drawings);

    assertThatThrownBy(() -> StrokesEvaluation.readDrawings(file))
        .isInstanceOf(BadInputException.class)
        .hasMessage(Messages.get("data.strokes.noLabel", 3, file));
  }
}
