package org.digitpad.ink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.digitpad.ink.SampleDrawings.drawing;
import static org.digitpad.ink.SampleDrawings.line;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StrokeRendererTest {
  private static final DigitImage DOT = StrokeRenderer.render(drawing(line(3, 4)));

  @Test
  void aDrawingWithoutPointsIsBlank() {
    assertThat(StrokeRenderer.render(Drawing.BLANK)).isEqualTo(DigitImage.BLANK);
    assertThat(StrokeRenderer.render(drawing(line(), line()))).isEqualTo(DigitImage.BLANK);
  }

  @Test
  void aPointIsARoundDotInTheCenter() {
    Images.assertCentered(DOT, 1e-6);
    assertThat(DOT.at(14, 14)).isEqualTo(1);
    assertThat(Images.ink(DOT)).isCloseTo(Math.PI * 1.1 * 1.1, within(0.5));
    assertThat(DOT.at(13, 14)).isEqualTo(DOT.at(15, 14)).isEqualTo(DOT.at(14, 13));
  }

  @Test
  void repeatedPointsAndEmptyStrokesAddNothing() {
    assertThat(StrokeRenderer.render(drawing(line(5, 5, 5, 5, 5, 5), line(), line(5, 5))))
        .isEqualTo(DOT);
    assertThat(StrokeRenderer.render(drawing(line(), line(0, 0, 0, 0, 9, 9, 9, 9))))
        .isEqualTo(StrokeRenderer.render(drawing(line(0, 0, 9, 9))));
  }

  @Test
  void aDrawingMuchSmallerThanThePenIsADot() {
    List<Stroke> tiny = List.of(line(100, 100, 102, 99, 101, 102.5));
    assertThat(StrokeRenderer.render(new Drawing(tiny, 14))).isEqualTo(DOT);
    assertThat(StrokeRenderer.render(new Drawing(tiny, 13.9))).isNotEqualTo(DOT);
  }

  @Test
  void aVerticalLineIsTwentyTall() {
    DigitImage image = StrokeRenderer.render(drawing(line(50, 20, 50, 90)));
    double height = IntStream.range(0, DigitImage.SIDE).mapToDouble(row -> image.at(row, 14)).sum();
    assertThat(height).isCloseTo(20, within(1e-5));
    assertThat(Images.ink(image)).isCloseTo(20 * PenRasterizer.PEN_WIDTH, within(2.0));
    assertThat(image.at(14, 14)).isEqualTo(1);
    assertThat(image.at(14, 16)).isZero();
    Images.assertCentered(image, 1e-6);
  }

  @Test
  void aHorizontalLineHasTheSameWidth() {
    DigitImage image = StrokeRenderer.render(drawing(line(20, 50, 90, 50)));
    assertThat(image.at(13, 14)).isEqualTo(image.at(15, 14)).isCloseTo(0.6f, within(1e-6f));
    Images.assertCentered(image, 1e-6);
  }

  @Test
  void aDiagonalFillsTheBox() {
    DigitImage image = StrokeRenderer.render(drawing(line(0, 0, 1000, 1000)));
    assertThat(image.at(5, 5)).isEqualTo(image.at(23, 23)).isEqualTo(1);
    assertThat(image.at(5, 23)).isZero();
    Images.assertCentered(image, 1e-6);
  }

  @Test
  void theLargestAndSmallestCoordinatesWork() {
    Stroke seven = line(-1, -1, 1, -1, 0, 1);
    DigitImage expected = StrokeRenderer.render(new Drawing(List.of(seven), 0.1));
    for (double scale : new double[] {Double.MAX_VALUE, 1e300, 1e-300}) {
      Drawing drawing =
          SampleDrawings.map(
              new Drawing(List.of(seven), 1e-301),
              point -> new InkPoint(point.x() * scale, point.y() * scale));
      assertThat(Images.largestDifference(StrokeRenderer.render(drawing), expected))
          .isLessThan(1e-6);
    }
    assertThat(StrokeRenderer.render(new Drawing(List.of(seven), Double.MAX_VALUE))).isEqualTo(DOT);
  }

  @Test
  void nearlyEqualPointsAreHandled() {
    DigitImage image = StrokeRenderer.render(drawing(line(0, 0, 0, 1e-158, 0, 50, 0, 50 + 1e-12)));
    assertThat(Images.largestDifference(image, StrokeRenderer.render(drawing(line(0, 0, 0, 50)))))
        .isLessThan(1e-6);
  }

  @Test
  void anAsymmetricDrawingKeepsAllItsInk() {
    // many points, as few of them would be a fast pen's curve
    Drawing corner = SampleDrawings.resample(drawing(line(60, 50, 60, 230, 240, 230)), 20);
    DigitImage image = StrokeRenderer.render(corner);
    CenterOfMass center = CenterOfMass.of(image.toArray());
    assertThat(center.x()).isBetween(13.0, 13.5);
    assertThat(center.y()).isBetween(14.0, 14.1);
    double complete = Images.ink(Images.uncentered(FittedPath.of(corner)));
    assertThat(Images.ink(image)).isCloseTo(complete, within(0.01 * complete));
  }

  /** Two bars of a square have their center of mass so far off that only one axis is centered. */
  @Test
  void inkStaysInsideAlongBothAxes() {
    for (Drawing corner :
        List.of(
            drawing(line(0, 180, 0, 0, 180, 0)),
            drawing(line(0, 0, 0, 180, 180, 180)),
            drawing(line(0, 0, 180, 0, 180, 180)),
            drawing(line(0, 180, 180, 180, 180, 0)))) {
      double complete = Images.ink(Images.uncentered(FittedPath.of(corner)));
      assertThat(Images.ink(StrokeRenderer.render(corner)))
          .isCloseTo(complete, within(0.01 * complete));
    }
  }

  @Test
  void aRendererReplacesAllThatItsArrayHeld() {
    float[] pixels = new float[DigitImage.PIXELS];
    Arrays.fill(pixels, 0.5f);
    PixelRenderer renderer = new PixelRenderer();
    renderer.render(drawing(line(3, 4)), pixels);
    assertThat(new DigitImage(pixels)).isEqualTo(DOT);
    renderer.render(Drawing.BLANK, pixels);
    assertThat(new DigitImage(pixels)).isEqualTo(DigitImage.BLANK);
  }

  @Test
  void strokesWithoutABackgroundAreRenderedAsADrawing() {
    Drawing line = drawing(line(50, 20, 50, 90));
    assertThat(StrokeRenderer.render(new CanvasContent(line)))
        .isEqualTo(StrokeRenderer.render(line));
  }

  @Test
  void aBackgroundImageIsKeptPixelForPixel() {
    DigitImage image = StrokeRenderer.render(drawing(line(50, 20, 90, 90)));
    assertThat(StrokeRenderer.render(new CanvasContent(image, Drawing.BLANK))).isEqualTo(image);
  }

  @Test
  void strokesOverAnImageAreRenderedWhereTheyWereDrawn() {
    float[] pixels = new float[DigitImage.PIXELS];
    pixels[20 * DigitImage.SIDE + 5] = 0.3f;
    DigitImage background = new DigitImage(pixels);

    // from the center of pixel (3, 3) to that of (3, 9), since a pixel is ten units wide
    DigitImage image =
        StrokeRenderer.render(
            new CanvasContent(background, drawing(line(35, 35, 95, 35), line(55, 205))));

    assertThat(image.at(3, 2)).isGreaterThan(0);
    for (int column = 3; column <= 9; column++) {
      assertThat(image.at(3, column)).isEqualTo(1);
    }
    assertThat(image.at(3, 12)).isZero();
    assertThat(image.at(7, 5)).isZero();
    assertThat(image.at(20, 5)).isEqualTo(1);
  }

  @Test
  void anImageIsKeptBesideTheStrokes() {
    float[] pixels = new float[DigitImage.PIXELS];
    pixels[20 * DigitImage.SIDE + 5] = 0.3f;
    CanvasContent content =
        new CanvasContent(new DigitImage(pixels), drawing(line(35, 35, 95, 35)));

    assertThat(StrokeRenderer.render(content).at(20, 5)).isEqualTo(0.3f);
  }

  @Test
  void coordinatesMustBeFinite() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InkPoint(Double.NaN, 3))
        .withMessage("A point must have finite coordinates, got (NaN, 3.0)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InkPoint(0, Double.NEGATIVE_INFINITY));
  }

  @Test
  void penWidthMustBePositiveAndFinite() {
    for (double width : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Drawing(List.of(), width))
          .withMessage("A pen width must be positive and finite, got " + width);
    }
  }
}
