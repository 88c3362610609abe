package org.digitpad.recognize;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.StrokeRenderer;
import org.digitpad.ink.scan.GrayImage;
import org.digitpad.ink.scan.ImageNormalizer;
import org.digitpad.ink.scan.InkBounds;
import org.digitpad.recognize.image.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PictureRecognizerTest {
  private static final int SIDE = 300;

  /** Side of the square that the digit is in, with MNIST's margins, and its left and top. */
  private static final int DIGIT = 196;

  private static final int LEFT = 52;

  private final Recognizer recognizer = new Recognizer(BundledModels.convGru());
  private final PictureRecognizer pictures = new PictureRecognizer(recognizer);

  /** The light that paper without ink reflects, 0 to 1, by column and row. */
  private enum Paper {
    PLAIN((x, y) -> 0.95),
    RULED((x, y) -> y % 40 < 2 ? 0.55 : 0.95),
    SQUARED((x, y) -> x % 25 < 1 || y % 25 < 1 ? 0.55 : 0.95),
    HARD_SHADOW((x, y) -> x + y < 300 ? 0.45 : 0.95),
    BOX((x, y) -> edge(x, y, 40) <= 4 ? 0.2 : 0.95),
    DESK((x, y) -> distance(x, y) > 134 ? 0.25 : 0.95),
    GRAY_PAPER_ON_WHITE((x, y) -> distance(x, y) > 134 ? 1 : 0.7),
    EDGE((x, y) -> x > 293 ? 0.2 : 0.95),
    RULED_WITH_MARGIN((x, y) -> x % 300 > 20 && x % 300 < 24 ? 0.5 : y % 40 < 2 ? 0.55 : 0.95),
    // as dark as ink, and too many and too short between crossings to be followed
    DARK_SQUARES((x, y) -> (x + y / 20) % 17 < 1 || (y + x / 20) % 17 < 1 ? 0.2 : 0.95),
    // the right side of the box is beyond the border
    CUT_OFF_BOX(
        (x, y) ->
            Math.abs(x - 36) < 3 || x > 36 && Math.abs(Math.abs(y - 150) - 114) < 3 ? 0.2 : 0.95),
    // the corner of the box is missing, as where a line was removed in part
    OPEN_BOX((x, y) -> edge(x, y, 36) <= 3 && x + y > 100 ? 0.2 : 0.95);

    private final DoubleBinaryOperator light;

    Paper(DoubleBinaryOperator light) {
      this.light = light;
    }

    private static double distance(double x, double y) {
      return Math.max(Math.abs(x - SIDE / 2.0), Math.abs(y - SIDE / 2.0));
    }

    private static double edge(double x, double y, double margin) {
      double inside = distance(x, y) - (SIDE / 2.0 - margin);
      return inside < 0 ? Double.POSITIVE_INFINITY : inside;
    }
  }

  @ParameterizedTest
  @EnumSource(Paper.class)
  void readsDigitsOnAllPaper(Paper paper) {
    List<Prediction> misread = new ArrayList<>();
    for (int digit = 0; digit < 10; digit++) {
      Prediction prediction = pictures.recognize(picture(digit, paper, 0, 0.2)).prediction();
      if (prediction.rejected() || prediction.label() != digit) {
        misread.add(prediction);
      }
    }
    assertThat(misread).as(paper.toString()).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void readsLightInkInAShadow() {
    Picture picture = picture(2, Paper.HARD_SHADOW, 0, 0.2);
    byte[] inverse = picture.image().luminance().clone();
    for (int pixel = 0; pixel < inverse.length; pixel++) {
      inverse[pixel] = (byte) (255 - (inverse[pixel] & 0xff));
    }

    Picture light = new Picture(new GrayImage(SIDE, SIDE, inverse), 1);
    assertThat(pictures.recognize(light).prediction().label()).isEqualTo(2);
  }

  @Test
  void tellsWhereTheDigitIsInPixelsOfThePicture() {
    for (Paper paper : new Paper[] {Paper.PLAIN, Paper.BOX, Paper.DESK}) {
      Picture picture = new Picture(picture(3, paper, 0, 0.2).image(), 3);
      InkBounds box = pictures.recognize(picture).box();

      assertThat(box.left()).isBetween(3 * LEFT, 3 * (LEFT + DIGIT / 2));
      assertThat(box.left() + box.width()).isBetween(3 * (LEFT + DIGIT / 2), 3 * (LEFT + DIGIT));
      assertThat(box.height()).isBetween(3 * 130, 3 * 150);
    }
  }

  @Test
  void readsWhatIsInTheBoxOfAPerson() {
    Picture picture = new Picture(row(Paper.PLAIN, 7, 4), 2);

    for (int half = 0; half < 2; half++) {
      InkBounds box = new InkBounds(half * 2 * SIDE, 0, 2 * SIDE, 2 * SIDE);
      PictureReading reading = pictures.recognize(picture, box);
      assertThat(reading.prediction().label()).isEqualTo(half == 0 ? 7 : 4);
      assertThat(reading.box()).isEqualTo(box);
    }
    InkBounds outside = new InkBounds(9000, -50, 10, 20);
    assertThat(pictures.recognize(picture, outside).prediction().rejected()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 7})
  void imagesOfTheSizeOfMnistAreNotCleaned(int digit) {
    DigitImage image = StrokeRenderer.render(MnistLikeDigits.drawing(digit));
    byte[] bytes = new byte[DigitImage.PIXELS];
    for (int pixel = 0; pixel < bytes.length; pixel++) {
      bytes[pixel] = (byte) Math.round(255 * image.at(pixel / 28, pixel % 28));
    }

    GrayImage small = new GrayImage(28, 28, bytes);

    assertThat(pictures.recognize(new Picture(small, 1)).prediction())
        .isEqualTo(recognizer.recognize(ImageNormalizer.normalize(small)));
  }

  @Test
  void anythingHasADefinedResult() {
    Random random = new Random(5);
    for (int round = 0; round < 200; round++) {
      int width = 1 + random.nextInt(60);
      int height = 1 + random.nextInt(60);
      byte[] luminance = new byte[width * height];
      random.nextBytes(luminance);
      InkBounds box =
          pictures.recognize(new Picture(new GrayImage(width, height, luminance), 1)).box();

      assertThat(box.left() + box.width()).isLessThanOrEqualTo(width);
      assertThat(box.top() + box.height()).isLessThanOrEqualTo(height);
    }
  }

  /** Drawings that are no digits, as lines in the unit square: x, y, x, y. */
  private enum Shape {
    CROSS(new double[] {0, 0, 1, 1}, new double[] {0, 1, 1, 0}),
    COMB(
        new double[] {0, 0, 0, 1},
        new double[] {0, 0, 1, 0},
        new double[] {0, 0.5, 1, 0.5},
        new double[] {0, 1, 1, 1}),
    STAR(
        new double[] {0.5, 0, 0.5, 1},
        new double[] {0, 0.5, 1, 0.5},
        new double[] {0, 0, 1, 1},
        new double[] {0, 1, 1, 0});

    private final double[][] lines;

    Shape(double[]... lines) {
      this.lines = lines;
    }

    /** Distance from the next line. */
    double distance(double x, double y) {
      double least = Double.POSITIVE_INFINITY;
      for (double[] line : lines) {
        least = Math.min(least, Line2D.ptSegDist(line[0], line[1], line[2], line[3], x, y));
      }
      return least;
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Paper.class,
      names = {"RULED", "SQUARED", "HARD_SHADOW", "BOX", "DESK", "GRAY_PAPER_ON_WHITE", "EDGE"})
  void whatIsNoDigitOnPlainPaperIsNoneOnOther(Paper paper) {
    int rejected = 0;
    List<Shape> read = new ArrayList<>();
    for (Shape shape : Shape.values()) {
      if (pictures.recognize(picture(shape, Paper.PLAIN)).prediction().rejected()) {
        rejected++;
        if (!pictures.recognize(picture(shape, paper)).prediction().rejected()) {
          read.add(shape);
        }
      }
    }
    assertThat(rejected).isGreaterThan(1);
    assertThat(read).hasSizeLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Paper.class,
      names = {"BOX", "DESK", "CUT_OFF_BOX", "OPEN_BOX"},
      mode = EnumSource.Mode.EXCLUDE)
  void paperWithoutInkIsBlank(Paper paper) {
    Picture picture = picture((x, y) -> 0, paper, 0, 0.2);
    assertThat(pictures.recognize(picture).prediction().image().isBlank()).isTrue();
    assertThat(pictures.recognizeAll(picture))
        .singleElement()
        .matches(reading -> reading.prediction().image().isBlank());
  }

  @Test
  void aSmallDigitIsReadThoughThereIsNoiseElsewhere() {
    GrayImage digit = picture(7, Paper.PLAIN, 0, 0.2).image();
    int side = 5 * SIDE;
    byte[] luminance = new byte[side * side];
    Random random = new Random(1);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        boolean here = x >= 4 * SIDE && y >= 4 * SIDE && x % 2 == 0 && y % 2 == 0;
        int level = here ? digit.at((x - 4 * SIDE), (y - 4 * SIDE)) : 240;
        // grain far from the digit and from the border
        boolean grain = Math.hypot(x - SIDE, y - SIDE) < SIDE / 4.0 && random.nextInt(40) == 0;
        luminance[y * side + x] = (byte) (grain ? 190 : level);
      }
    }
    byte[] halved = new byte[side * side / 4];
    for (int pixel = 0; pixel < halved.length; pixel++) {
      int y = 2 * (pixel / (side / 2));
      halved[pixel] = luminance[y * side + 2 * (pixel % (side / 2))];
    }

    Prediction prediction =
        pictures.recognize(new Picture(new GrayImage(side / 2, side / 2, halved), 1)).prediction();

    assertThat(prediction.rejected()).isFalse();
    assertThat(prediction.label()).isEqualTo(7);
  }

  @Test
  void blankPaperIsRejected() {
    GrayImage blank = new GrayImage(SIDE, SIDE, new byte[SIDE * SIDE]);
    assertThat(pictures.recognize(new Picture(blank, 1)).prediction().rejected()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = Paper.class,
      names = {"PLAIN", "HARD_SHADOW"})
  void readsSeveralDigitsFromLeftToRight(Paper paper) {
    List<PictureReading> readings = pictures.recognizeAll(new Picture(row(paper, 1, 9, 8, 4), 2));

    assertThat(readings)
        .extracting(reading -> reading.prediction().label())
        .containsExactly(1, 9, 8, 4);
    for (int part = 0; part < 4; part++) {
      InkBounds box = readings.get(part).box();
      assertThat(box.left()).isGreaterThan(2 * (part * SIDE + LEFT));
      assertThat(box.right()).isLessThan(2 * (part * SIDE + LEFT + DIGIT));
    }
  }

  @ParameterizedTest
  @EnumSource(Paper.class)
  void oneDigitIsNotSplit(Paper paper) {
    for (int digit = 0; digit < 10; digit++) {
      Picture picture = picture(digit, paper, 0, 0.2);
      assertThat(pictures.recognizeAll(picture)).as("digit %d", digit).hasSize(1);
    }
  }

  @Test
  void digitsThatTouchAreCut() {
    byte[] luminance = row(Paper.PLAIN, 3, 7).luminance();
    for (int y = 140; y < 147; y++) {
      for (int x = LEFT + 98; x < SIDE + LEFT + 110; x++) {
        luminance[y * 2 * SIDE + x] = 30;
      }
    }

    assertThat(pictures.recognizeAll(new Picture(new GrayImage(2 * SIDE, SIDE, luminance), 1)))
        .hasSizeGreaterThan(1);
  }

  /** Digits side by side, each on paper of its own. */
  private static GrayImage row(Paper paper, int... digits) {
    byte[] row = new byte[digits.length * SIDE * SIDE];
    for (int part = 0; part < digits.length; part++) {
      byte[] one = picture(digits[part], paper, 0, 0.2).image().luminance();
      for (int y = 0; y < SIDE; y++) {
        System.arraycopy(one, y * SIDE, row, (digits.length * y + part) * SIDE, SIDE);
      }
    }
    return new GrayImage(digits.length * SIDE, SIDE, row);
  }

  private static Picture picture(Shape shape, Paper paper) {
    return picture(
        (x, y) -> {
          double distance = 120 * shape.distance((x - 90) / 120.0, (y - 90) / 120.0);
          return Math.max(0, Math.min(1, 8 - distance));
        },
        paper,
        0,
        0.2);
  }

  /** A digit with soft edges and a little noise. */
  private static Picture picture(int digit, Paper paper, long seed, double ink) {
    DigitImage image = StrokeRenderer.render(MnistLikeDigits.drawing(digit));
    return picture((x, y) -> coverage(image, (x - LEFT) / 7.0, (y - LEFT) / 7.0), paper, seed, ink);
  }

  private static Picture picture(
      DoubleBinaryOperator coverages, Paper paper, long seed, double ink) {
    Random random = new Random(seed);
    byte[] luminance = new byte[SIDE * SIDE];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        double coverage = coverages.applyAsDouble(x, y);
        double light = paper.light.applyAsDouble(x, y) * (1 - coverage * (1 - ink));
        double level = 255 * light + 2 * random.nextGaussian();
        luminance[y * SIDE + x] = (byte) Math.round(Math.max(0, Math.min(255, level)));
      }
    }
    return new Picture(new GrayImage(SIDE, SIDE, luminance), 1);
  }

  /** Interpolates bilinearly, and sharpens the edge. */
  private static double coverage(DigitImage image, double x, double y) {
    int column = (int) Math.floor(x - 0.5);
    int row = (int) Math.floor(y - 0.5);
    if (column < 0 || row < 0 || column > 26 || row > 26) {
      return 0;
    }
    double right = x - 0.5 - column;
    double lower = y - 0.5 - row;
    double value =
        (1 - lower) * ((1 - right) * image.at(row, column) + right * image.at(row, column + 1))
            + lower
                * ((1 - right) * image.at(row + 1, column) + right * image.at(row + 1, column + 1));
    return Math.max(0, Math.min(1, (value - 0.5) * 3 + 0.5));
  }
}
