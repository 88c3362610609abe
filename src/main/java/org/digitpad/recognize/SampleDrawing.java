package org.digitpad.recognize;

import java.util.ArrayList;
import java.util.List;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;

/** A drawing to warm up on and to measure with: a three in two bows, as a hand might draw it. */
public final class SampleDrawing {
  private static final int POINTS_A_BOW = 30;

  private SampleDrawing() {}

  /** Sixty points on the 280×280 pad. */
  public static Drawing three() {
    List<InkPoint> points = new ArrayList<>();
    addBow(points, 98, 44, -150, 80);
    addBow(points, 184, 46, -80, 150);
    return new Drawing(List.of(new Stroke(points)));
  }

  /** Part of an ellipse; degrees run clockwise from the right. */
  private static void addBow(
      List<InkPoint> points, double y, double radius, double from, double to) {
    for (int i = 0; i < POINTS_A_BOW; i++) {
      double angle = Math.toRadians(from + (to - from) * i / (POINTS_A_BOW - 1));
      points.add(new InkPoint(134 + 1.15 * radius * Math.cos(angle), y + radius * Math.sin(angle)));
    }
  }
}
