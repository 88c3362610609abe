package org.digitpad.explain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.digitpad.nn.arch.LayerSpec.Recurrent;
import org.digitpad.nn.kernel.LayerTrace;
import org.digitpad.nn.kernel.LayerTrace.Part;
import org.digitpad.nn.kernel.NetworkTrace;

/**
 * The hidden states of a recurrent layer as rows of a heat map.
 *
 * @param layer name of the layer
 * @param units the states of each unit: units × steps; shared, not copied
 * @param parts the layer's gates, candidates and cell states, likewise
 */
public record StateMap(String layer, float[][] units, Map<Part, float[][]> parts) {
  public StateMap {
    parts = Map.copyOf(parts);
  }

  /** The maps of all recurrent layers, in the order of the layers. */
  public static List<StateMap> of(NetworkTrace trace) {
    List<StateMap> maps = new ArrayList<>();
    for (LayerTrace layer : trace.layers()) {
      if (layer.layer().spec() instanceof Recurrent spec) {
        Map<Part, float[][]> parts = new EnumMap<>(Part.class);
        layer.parts().forEach((part, values) -> parts.put(part, byUnit(values, layer.features())));
        maps.add(new StateMap(spec.name(), byUnit(layer.values(), layer.features()), parts));
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

  private static float[][] byUnit(float[] values, int units) {
    float[][] rows = new float[units][values.length / units];
    for (int i = 0; i < values.length; i++) {
      rows[i % units][i / units] = values[i];
    }
    return rows;
  }
}
