package org.digitpad.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.digitpad.explain.Belief;
import org.digitpad.explain.ChangeSearch;
import org.digitpad.explain.Explainer;
import org.digitpad.explain.Explanation;
import org.digitpad.explain.NearestChange;
import org.digitpad.explain.StateMap;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Drawing;
import org.digitpad.nn.kernel.UnitMask;
import org.digitpad.nn.model.Model;
import org.digitpad.recognize.Prediction;
import org.jspecify.annotations.Nullable;

/** The JSON fields that {@code predict --explain} adds to a digit. */
final class ExplanationFields {
  private final Explainer explainer;
  private final ChangeSearch search;

  ExplanationFields(Model model) {
    this.explainer = new Explainer(model);
    this.search = new ChangeSearch(model);
  }

  /**
   * Explains a digit.
   *
   * @param drawing the digit's strokes; null for an image
   */
  Map<String, @Nullable Object> of(Prediction prediction, @Nullable Drawing drawing) {
    Explanation explanation = explainer.explain(prediction.image(), UnitMask.NONE);
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("steps", explanation.beliefs().stream().map(ExplanationFields::step).toList());
    fields.put("states", explanation.states().stream().map(ExplanationFields::states).toList());
    fields.put("gradient", rows(explanation.gradient().pixels()));
    if (drawing != null) {
      fields.put(
          "nearestChange", change(search.search(drawing, Long.MAX_VALUE, () -> false).nearest()));
    }
    return fields;
  }

  private static Map<String, Object> step(Belief belief) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("step", belief.step());
    fields.put("rows", List.of(belief.rows().first(), belief.rows().last()));
    fields.put("stateSoFar", belief.stateSoFar());
    fields.put("restBlank", belief.restBlank());
    return fields;
  }

  private static Map<String, Object> states(StateMap map) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("layer", map.layer());
    fields.put("values", map.units());
    fields.put("order", map.order());
    return fields;
  }

  private static float[][] rows(float[] pixels) {
    float[][] rows = new float[DigitImage.SIDE][DigitImage.SIDE];
    for (int i = 0; i < pixels.length; i++) {
      rows[i / DigitImage.SIDE][i % DigitImage.SIDE] = pixels[i];
    }
    return rows;
  }

  private static @Nullable Map<String, @Nullable Object> change(@Nullable NearestChange change) {
    if (change == null) {
      return null;
    }
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("kind", change.kind());
    fields.put("stroke", change.stroke() < 0 ? null : change.stroke());
    fields.put("label", change.digit());
    fields.put("probability", change.probability());
    fields.put("amount", change.amount());
    fields.put("sentence", change.sentence());
    fields.put(
        "strokes",
        change.drawing().strokes().stream()
            .map(
                stroke ->
                    stroke.points().stream().map(point -> List.of(point.x(), point.y())).toList())
            .toList());
    return fields;
  }
}
