package org.digitpad.recognize;

import java.util.ArrayList;
import java.util.List;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;

/** A drawing for warming up and for benchmarks: a three of two arcs. */
public final class SampleDrawing {
  private static final int POINTS_PER_ARC = 30;

  private SampleDrawing() {}

  /** A three of sixty points on the canvas of 280×280. */
  public static Drawing three() {
    List<InkPoint> points = new ArrayList<>();
    addArc(points, 98, 44, -150, 80);
    addArc(points, 184, 46, -80, 150);
    return new Drawing(List.of(new Stroke(points)));
  }

  /** Part of an ellipse; degrees run clockwise from the right. */
  private static void addArc(
      List<InkPoint> points, double y, double radius, double from, double to) {
    for (int i = 0; i < POINTS_PER_ARC; i++) {
      double angle = Math.toRadians(from + (to - from) * i / (POINTS_PER_ARC - 1));
      points.add(new InkPoint(134 + 1.15 * radius * Math.cos(angle), y + radius * Math.sin(angle)));
    }
  }
}
