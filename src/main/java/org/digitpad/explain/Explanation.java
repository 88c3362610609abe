package org.digitpad.explain;

import java.util.List;
import org.digitpad.nn.kernel.NetworkTrace;

/**
 * What a network did with one image.
 *
 * @param trace all that it computed
 * @param beliefs after each step of its last recurrent layer; none if there is no such layer, or
 *     they were not asked for
 * @param states hidden states of its recurrent layers
 * @param dense units of its dense layers
 * @param gradient the exact gradient of the logit of the most probable digit
 */
public record Explanation(
    NetworkTrace trace,
    List<Belief> beliefs,
    List<StateMap> states,
    List<DenseUnits> dense,
    Attribution gradient) {
  public Explanation {
    beliefs = List.copyOf(beliefs);
    states = List.copyOf(states);
    dense = List.copyOf(dense);
  }
}
