package org.digitpad.ui;

import java.util.ArrayList;
import java.util.List;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;

/** How a careful hand writes the ten digits, on paper of 280×280. */
final class DigitStrokes {
  private DigitStrokes() {}

  static Drawing of(int digit) {
    return new Drawing(
        switch (digit) {
          case 0 -> List.of(new Pen().arc(140, 140, 55, 85, -90, -450).stroke());
          case 1 -> List.of(new Pen().to(108, 88).to(148, 54).to(148, 226).stroke());
          case 2 ->
              List.of(new Pen().arc(138, 105, 54, 50, -170, 30).to(90, 222).to(196, 222).stroke());
          case 3 ->
              List.of(
                  new Pen()
                      .arc(134, 98, 50, 44, -150, 80)
                      .arc(134, 184, 58, 44, -80, 150)
                      .stroke());
          case 4 ->
              List.of(
                  new Pen().to(152, 54).to(80, 168).to(206, 168).stroke(),
                  new Pen().to(168, 108).to(168, 230).stroke());
          case 5 ->
              List.of(
                  new Pen()
                      .to(192, 58)
                      .to(108, 58)
                      .to(100, 132)
                      .arc(136, 174, 56, 52, -120, 140)
                      .stroke());
          case 6 ->
              List.of(
                  new Pen().to(170, 54).to(112, 128).arc(140, 178, 50, 48, -180, -520).stroke());
          case 7 -> List.of(new Pen().to(82, 62).to(198, 62).to(124, 228).stroke());
          case 8 ->
              List.of(
                  new Pen()
                      .arc(140, 96, 44, 40, 80, -270)
                      .arc(140, 182, 54, 46, -90, 270)
                      .stroke());
          case 9 ->
              List.of(
                  new Pen().arc(138, 104, 48, 46, -20, -380).to(188, 120).to(160, 230).stroke());
          default -> throw new IllegalArgumentException("no digit: " + digit);
        });
  }

  /** Notes places a few units apart, as a mouse does. */
  private static final class Pen {
    private static final double STEP = 8;

    private final List<InkPoint> points = new ArrayList<>();

    Pen to(double x, double y) {
      if (points.isEmpty()) {
        points.add(new InkPoint(x, y));
        return this;
      }
      InkPoint from = points.get(points.size() - 1);
      int steps = (int) Math.max(1, Math.round(Math.hypot(x - from.x(), y - from.y()) / STEP));
      for (int i = 1; i <= steps; i++) {
        double share = (double) i / steps;
        points.add(
            new InkPoint(from.x() + (x - from.x()) * share, from.y() + (y - from.y()) * share));
      }
      return this;
    }

    /** Part of an ellipse; degrees run clockwise from the right. */
    Pen arc(double x, double y, double radiusX, double radiusY, double from, double to) {
      int steps = (int) Math.ceil(Math.abs(to - from) / 9);
      for (int i = 0; i <= steps; i++) {
        double angle = Math.toRadians(from + (to - from) * i / steps);
        points.add(new InkPoint(x + radiusX * Math.cos(angle), y + radiusY * Math.sin(angle)));
      }
      return this;
    }

    Stroke stroke() {
      return new Stroke(points);
    }
  }
}
