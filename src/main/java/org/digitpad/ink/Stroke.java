package org.digitpad.ink;

import java.util.List;

/**
 * What the pen left between touching the paper and leaving it.
 *
 * @param points the pen's places in the order of time; one point is a dot
 */
public record Stroke(List<InkPoint> points) {
  public Stroke {
    points = List.copyOf(points);
  }
}
