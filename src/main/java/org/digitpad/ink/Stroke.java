package org.digitpad.ink;

import java.util.List;

/**
 * The path of the pen between touching the surface and leaving it.
 *
 * @param points the positions of the pen in the order of time; a single point is a dot
 */
public record Stroke(List<InkPoint> points) {
  public Stroke {
    points = AppendList.copyOf(points);
  }
}
