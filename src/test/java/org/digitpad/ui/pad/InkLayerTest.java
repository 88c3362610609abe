package org.digitpad.ui.pad;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Compares the pixels of drawings with {@link ReferenceInk}. */
@ExtendWith(ApplicationExtension.class)
class InkLayerTest {
  private static final int PIXELS = 560;

  /** Half a pixel of antialiasing, and half a one for the curve between close points. */
  private static final double EDGE = 1;

  private final InkLayer layer = new InkLayer();

  @Start
  void start(Stage stage) {
    Pane parent = new Pane(layer);
    Scene scene = new Scene(parent, PIXELS, PIXELS);
    layer.setManaged(false);
    layer.resize(PIXELS, PIXELS);
    stage.setScene(scene);
    stage.show();
  }

  private static Stroke stroke(double... coordinates) {
    List<InkPoint> points = new ArrayList<>();
    for (int i = 0; i < coordinates.length; i += 2) {
      points.add(new InkPoint(coordinates[i], coordinates[i + 1]));
    }
    return new Stroke(points);
  }

  /** Number of pixels that are wrong by more than the edge. */
  private int wrongPixels(FxRobot robot, Drawing drawing, double edge) {
    WritableImage[] image = new WritableImage[1];
    robot.interact(
        () -> {
          layer.show(drawing);
          layer.layout();
          SnapshotParameters white = new SnapshotParameters();
          white.setFill(Color.WHITE);
          image[0] = layer.snapshot(white, null);
        });
    return new ReferenceInk(drawing, PIXELS).wrongPixels(image[0].getPixelReader(), edge, 0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {8, 16, 28})
  void thePenTurnsBackWithoutFlatEndsAndCracks(double penWidth, FxRobot robot) {
    List<Stroke> strokes =
        List.of(
            stroke(40, 60, 140, 60, 40, 60),
            stroke(40, 120, 90, 121, 140, 120, 92, 122, 41, 121),
            stroke(180, 40, 190, 140, 200, 40, 204, 141, 208, 41, 209, 140),
            stroke(40, 200, 60, 200, 64, 200, 65, 200, 64, 200.5, 60, 201, 40, 201, 41, 240),
            stroke(160, 200, 200, 240, 200, 240, 160, 201, 220, 180, 161, 202));
    assertThat(wrongPixels(robot, new Drawing(strokes, penWidth), EDGE)).isZero();
  }

  @Test
  void aTurnByAnyAngleStaysNearThePoints(FxRobot robot) {
    for (int degrees = 0; degrees < 360; degrees += 15) {
      double x = 140 + 80 * Math.cos(Math.toRadians(degrees));
      double y = 140 + 80 * Math.sin(Math.toRadians(degrees));
      Drawing drawing = new Drawing(List.of(stroke(40, 140, 90, 140, 140, 140, x, y)));
      // half a pixel and the 2 units by which the curve may be off
      assertThat(wrongPixels(robot, drawing, 4.5)).as("%d degrees", degrees).isZero();
    }
  }

  @Test
  void eachStrokeHasItsOwnWidth(FxRobot robot) {
    List<Stroke> strokes =
        List.of(
            new Stroke(stroke(40, 60, 140, 60, 40, 60).points(), 8),
            new Stroke(stroke(60, 120, 180, 200, 100, 90).points(), 28),
            new Stroke(stroke(220, 40).points(), 20));
    assertThat(wrongPixels(robot, new Drawing(strokes), EDGE)).isZero();
    List<Stroke> many = new ArrayList<>(strokes);
    for (int i = 0; i < InkLayer.MAX_PATHS + 10; i++) {
      many.add(stroke(250, 250));
    }
    assertThat(wrongPixels(robot, new Drawing(many), EDGE)).isZero();
  }

  /** What a change in the middle leaves is the same as if it had been shown at once. */
  @Test
  void strokesThatAreTakenOutOrReplacedVanish(FxRobot robot) {
    Stroke line = stroke(40, 60, 140, 61);
    Stroke other = stroke(40, 120, 140, 121);
    Stroke third = stroke(40, 200, 140, 201);
    for (int dots : new int[] {0, InkLayer.MAX_PATHS + 10}) {
      List<Stroke> rest = new ArrayList<>();
      for (int i = 0; i < dots; i++) {
        rest.add(stroke(250, 250));
      }
      for (List<Stroke> shown :
          List.of(
              List.of(line, other, third),
              List.of(line, third),
              List.of(line, stroke(200, 40), stroke(220, 70), third),
              List.of(third))) {
        List<Stroke> all = new ArrayList<>(shown);
        all.addAll(rest);
        assertThat(wrongPixels(robot, new Drawing(all), EDGE)).isZero();
      }
    }
  }

  /** A stroke that is shown while it grows ends up as the same path. */
  @Test
  void aGrowingStrokeLooksLikeTheWholeOne(FxRobot robot) {
    Random random = new Random(1);
    List<InkPoint> points =
        IntStream.range(0, 60)
            .mapToObj(i -> new InkPoint(random.nextDouble() * 280, random.nextDouble() * 280))
            .toList();
    InkPath whole = new InkPath();
    InkPath growing = new InkPath();
    robot.interact(
        () -> {
          whole.show(new Stroke(points));
          for (int size = 1; size <= points.size(); size += 1 + size % 3) {
            growing.show(new Stroke(points.subList(0, size)));
          }
          growing.show(new Stroke(points));
        });
    assertThat(growing.getElements()).hasSameSizeAs(whole.getElements());
    assertThat(growing.getElements().toString()).isEqualTo(whole.getElements().toString());
  }

  @Test
  void manyStrokesArePaintedAsTheFewAre(FxRobot robot) {
    Stroke line = stroke(40, 60, 140, 61, 40, 62, 200, 220, 202, 100);
    List<Stroke> strokes = new ArrayList<>(List.of(line));
    for (int i = 0; i < InkLayer.MAX_PATHS + 10; i++) {
      strokes.add(stroke(250, 250));
    }
    assertThat(wrongPixels(robot, new Drawing(strokes), EDGE)).isZero();
  }
}
