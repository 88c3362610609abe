package org.digitpad.nn.kernel;

import java.util.List;
import org.digitpad.nn.kernel.LayerTrace.Part;

/**
 * All that a network computed for one image. The arrays are shared, not copied: they are only to be
 * read.
 *
 * @param input steps × features of the network's input
 * @param mask what was switched off
 * @param layers from input to output
 */
public record NetworkTrace(float[] input, UnitMask mask, List<LayerTrace> layers) {
  public NetworkTrace {
    layers = List.copyOf(layers);
  }

  /** The trace of the layer of this name. */
  public LayerTrace layer(String name) {
    return layers.stream()
        .filter(trace -> trace.layer().spec().name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no layer " + name));
  }

  /** One probability for each class. */
  public float[] probabilities() {
    return last().values();
  }

  /** One logit for each class. */
  public float[] logits() {
    return last().parts().get(Part.LOGITS);
  }

  private LayerTrace last() {
    return layers.get(layers.size() - 1);
  }
}
