package org.digitpad.ui.pad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.junit.jupiter.api.Test;

class StrokeEraserTest {
  private static final double TOLERANCE = 1e-5;

  @Test
  void splitsALineAtTheEdgeOfTheEraser() {
    Stroke line = stroke(16, 10, 100, 200, 100);

    List<Stroke> pieces = at(100, 100, 12).erase(line);

    assertThat(pieces).extracting(Stroke::penWidth).containsExactly(16.0, 16.0);
    // the radius of the eraser and that of the pen
    assertPoints(pieces.get(0), 10, 100, 80, 100);
    assertPoints(pieces.get(1), 120, 100, 200, 100);
  }

  @Test
  void shortensALineAtItsEnds() {
    Stroke line = stroke(16, 10, 100, 50, 100, 200, 100);
    assertPoints(only(at(10, 100, 12).erase(line)), 30, 100, 50, 100, 200, 100);
    assertPoints(only(at(210, 110, 20).erase(line)), 10, 100, 50, 100, 210 - Math.sqrt(684), 100);
  }

  @Test
  void keepsStrokesThatItDoesNotTouch() {
    Stroke line = stroke(16, 10, 100, 200, 100);
    Stroke dot = stroke(16, 40, 40);
    assertThat(only(at(100, 121, 12).erase(line))).isSameAs(line);
    assertThat(only(at(40, 60, 12).erase(dot))).isSameAs(dot);
    Stroke empty = new Stroke(List.of());
    assertThat(only(at(40, 60, 12).erase(empty))).isSameAs(empty);
  }

  @Test
  void whatIsErasedOnceStaysAsItIs() {
    StrokeEraser eraser = new StrokeEraser(new InkPoint(90, 20), new InkPoint(130, 170), 12);
    for (Stroke piece : eraser.erase(stroke(16, 10, 100, 60, 103, 200, 97))) {
      assertThat(only(eraser.erase(piece))).isSameAs(piece);
    }
  }

  @Test
  void removesDotsAndShortStrokes() {
    assertThat(at(40, 59, 12).erase(stroke(16, 40, 40))).isEmpty();
    assertThat(at(40, 40, 12).erase(stroke(16, 40, 40, 45, 45, 38, 50))).isEmpty();
  }

  @Test
  void aFastEraserTouchesAllOnItsWay() {
    StrokeEraser way = new StrokeEraser(new InkPoint(0, 0), new InkPoint(280, 280), 5);
    assertThat(way.touches(stroke(8, 140, 150))).isTrue();
    assertThat(way.touches(stroke(8, 0, 280, 280, 0))).isTrue();
    assertThat(way.touches(stroke(8, 100, 140))).isFalse();
    assertThat(way.erase(stroke(8, 0, 280, 280, 0))).hasSize(2);
  }

  /** No ink stays under the eraser, and all that is not reached stays. */
  @Test
  void leavesWhatIsNotUnderIt() {
    Random random = new Random(1);
    for (int trial = 0; trial < 3_000; trial++) {
      List<InkPoint> points = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(8); i++) {
        points.add(new InkPoint(random.nextInt(281), random.nextInt(281)));
      }
      Stroke stroke = new Stroke(points, 8 + random.nextInt(21));
      InkPoint from = new InkPoint(random.nextInt(281), random.nextInt(281));
      InkPoint to = trial % 4 == 0 ? from : new InkPoint(random.nextInt(281), random.nextInt(281));
      double radius = 4 + random.nextInt(25);
      double reach = radius + stroke.penWidth() / 2;
      List<Stroke> pieces = new StrokeEraser(from, to, radius).erase(stroke);
      for (Stroke piece : pieces) {
        for (InkPoint place : samples(piece)) {
          assertThat(distance(place, from, to)).isGreaterThan(reach - TOLERANCE);
        }
      }
      for (InkPoint place : samples(stroke)) {
        if (distance(place, from, to) > reach + TOLERANCE) {
          assertThat(pieces)
              .as("trial %d", trial)
              .anyMatch(piece -> distance(piece, place) < TOLERANCE);
        }
      }
    }
  }

  private static StrokeEraser at(double x, double y, double radius) {
    return new StrokeEraser(new InkPoint(x, y), new InkPoint(x, y), radius);
  }

  private static Stroke only(List<Stroke> pieces) {
    assertThat(pieces).hasSize(1);
    return pieces.get(0);
  }

  private static Stroke stroke(double penWidth, double... places) {
    List<InkPoint> points = new ArrayList<>();
    for (int i = 0; i < places.length; i += 2) {
      points.add(new InkPoint(places[i], places[i + 1]));
    }
    return new Stroke(points, penWidth);
  }

  private static void assertPoints(Stroke stroke, double... places) {
    assertThat(stroke.points()).hasSize(places.length / 2);
    for (int i = 0; i < places.length; i += 2) {
      assertThat(stroke.points().get(i / 2).x()).isCloseTo(places[i], within(TOLERANCE));
      assertThat(stroke.points().get(i / 2).y()).isCloseTo(places[i + 1], within(TOLERANCE));
    }
  }

  private static List<InkPoint> samples(Stroke stroke) {
    List<InkPoint> samples = new ArrayList<>(stroke.points());
    for (int i = 1; i < stroke.points().size(); i++) {
      InkPoint a = stroke.points().get(i - 1);
      InkPoint b = stroke.points().get(i);
      for (int k = 1; k < 20; k++) {
        samples.add(
            new InkPoint(a.x() + k / 20.0 * (b.x() - a.x()), a.y() + k / 20.0 * (b.y() - a.y())));
      }
    }
    return samples;
  }

  private static double distance(Stroke stroke, InkPoint place) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < stroke.points().size(); i++) {
      InkPoint from = stroke.points().get(Math.max(0, i - 1));
      least = Math.min(least, distance(place, from, stroke.points().get(i)));
    }
    return least;
  }

  private static double distance(InkPoint place, InkPoint from, InkPoint to) {
    double dx = to.x() - from.x();
    double dy = to.y() - from.y();
    double px = place.x() - from.x();
    double py = place.y() - from.y();
    double square = dx * dx + dy * dy;
    double t = square == 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / square));
    return Math.hypot(px - t * dx, py - t * dy);
  }
}
