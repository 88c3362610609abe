package org.digitpad.ui.chart;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.digitpad.recognize.LibraryModel;

/**
 * The color of each model, the same in every chart and column of the window. A model keeps its
 * color; once there are more models than colors, one that is shown nowhere gives its color up. Used
 * on the UI thread.
 */
public final class ModelColors {
  /** The number of colors that can be told apart. */
  static final int COUNT = 7;

  /** The colors of all models so far, those that were shown long ago first. */
  private final Map<LibraryModel, Integer> colors = new LinkedHashMap<>();

  /** How often each model is shown now. */
  private final Map<LibraryModel, Integer> shown = new HashMap<>();

  /**
   * @param bundled models that have the first colors, whatever is shown first
   */
  public ModelColors(List<LibraryModel> bundled) {
    bundled.stream().limit(COUNT).forEach(model -> colors.put(model, colors.size() + 1));
  }

  /**
   * Returns the color of a model that will be shown, from 1; {@link #release} is to follow.
   *
   * @param beside the models in the same chart, whose colors it does not get
   */
  public int acquire(LibraryModel model, Collection<LibraryModel> beside) {
    List<Integer> taken =
        beside.stream().filter(other -> !other.equals(model)).map(this::of).toList();
    Integer color = colors.remove(model);
    if (color == null || taken.contains(color) && !shown.containsKey(model)) {
      color = freeColor(taken);
    }
    colors.put(model, color);
    shown.merge(model, 1, Integer::sum);
    return color;
  }

  /** To be called once a model is no longer shown at one of its places. */
  public void release(LibraryModel model) {
    shown.computeIfPresent(model, (key, times) -> times == 1 ? null : times - 1);
  }

  /** Returns the color of a model, from 1; 0 if it has none. */
  public int of(LibraryModel model) {
    return colors.getOrDefault(model, 0);
  }

  /** The style class that gives a model's color to its curves and marks. */
  public String style(LibraryModel model) {
    return style(of(model));
  }

  /** The style class of a color. */
  public static String style(int color) {
    return "model-" + color;
  }

  private int freeColor(List<Integer> taken) {
    return IntStream.rangeClosed(1, COUNT)
        .filter(color -> !colors.containsValue(color))
        .boxed()
        .findFirst()
        .orElseGet(() -> givenUp(taken));
  }

  /** Takes the color of a model that is shown nowhere, or shares one with another chart's model. */
  private int givenUp(List<Integer> taken) {
    for (Map.Entry<LibraryModel, Integer> other : colors.entrySet()) {
      if (!shown.containsKey(other.getKey()) && !taken.contains(other.getValue())) {
        colors.remove(other.getKey());
        return other.getValue();
      }
    }
    return IntStream.rangeClosed(1, COUNT)
        .filter(color -> !taken.contains(color))
        .findFirst()
        .orElse(COUNT);
  }
}
