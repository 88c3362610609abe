package org.digitpad.explain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.LayerSpec.Recurrent;
import org.digitpad.nn.arch.StepRange;
import org.digitpad.nn.kernel.LayerTrace;
import org.digitpad.nn.kernel.LayerTrace.Part;
import org.digitpad.nn.kernel.NetworkTrace;

/**
 * The hidden states of a recurrent layer as rows of a heat map.
 *
 * @param layer name of the layer
 * @param rows the rows of the image (steps of the network's input) that each step reads
 * @param units the states of each unit: units × steps; shared, not copied
 * @param parts the layer's gates, candidates and cell states, likewise
 */
public record StateMap(
    String layer, List<StepRange> rows, float[][] units, Map<Part, float[][]> parts) {
  public StateMap {
    rows = List.copyOf(rows);
    parts = Map.copyOf(parts);
  }

  /** The maps of all recurrent layers, in the order of the layers. */
  public static List<StateMap> of(Architecture architecture, NetworkTrace trace) {
    List<StateMap> maps = new ArrayList<>();
    for (int i = 0; i < trace.layers().size(); i++) {
      LayerTrace layer = trace.layers().get(i);
      if (layer.layer().spec() instanceof Recurrent spec) {
        int number = i;
        List<StepRange> rows =
            IntStream.range(0, layer.steps())
                .mapToObj(step -> architecture.receptiveField(number, step))
                .toList();
        Map<Part, float[][]> parts = new EnumMap<>(Part.class);
        layer.parts().forEach((part, values) -> parts.put(part, byUnit(values, layer.features())));
        maps.add(new StateMap(spec.name(), rows, byUnit(layer.values(), layer.features()), parts));
      }
    }
    return List.copyOf(maps);
  }

  /**
   * The numbers of the units, similar ones beside each other, by this image's states alone. While a
   * drawing grows, the order of {@link UnitProfiles.Layer} does not jump.
   */
  public int[] order() {
    return Seriation.order(units);
  }

  /**
   * The values of a unit by row of the image. Steps overlap, so a step's value stands in the middle
   * of the rows that it reads; those between two middles are interpolated.
   *
   * @param steps a row of {@link #units} or of one of the {@link #parts}
   * @param count number of rows of the image
   */
  public float[] byRow(float[] steps, int count) {
    float[] values = new float[count];
    int next = 0;
    for (int row = 0; row < count; row++) {
      while (next < steps.length && middle(next) < row) {
        next++;
      }
      if (next == steps.length) {
        values[row] = steps[next - 1];
      } else if (next == 0 || middle(next) == row) {
        values[row] = steps[next];
      } else {
        float share = (row - middle(next - 1)) / (middle(next) - middle(next - 1));
        values[row] = steps[next - 1] + share * (steps[next] - steps[next - 1]);
      }
    }
    return values;
  }

  private float middle(int step) {
    return (rows.get(step).first() + rows.get(step).last()) / 2f;
  }

  private static float[][] byUnit(float[] values, int units) {
    float[][] rows = new float[units][values.length / units];
    for (int i = 0; i < values.length; i++) {
      rows[i % units][i / units] = values[i];
    }
    return rows;
  }
}
