package org.digitpad.ink.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.digitpad.ink.InkArray;
import org.jspecify.annotations.Nullable;

/**
 * Finds a digit in a picture of real paper: with shadows, rules or squares, a box around the digit,
 * specks, or a table around the paper.
 */
public final class PictureScanner {
  /** Pictures are searched at most at this size, in pixels of the longer side. */
  private static final int MAX_SIDE = 1000;

  /**
   * A way to tell the digit from what else is dark.
   *
   * @param square side of the square that is wider than strokes, as a share of the picture's longer
   *     side
   * @param inkShare what is lighter than this share of full ink is not ink
   * @param lineLength length of lines that are removed, as a share of a side; above 1, none are
   */
  private record Cleaning(double square, double inkShare, double lineLength) {}

  private static final List<Cleaning> CLEANINGS =
      List.of(
          new Cleaning(1 / 6.0, 0.3, 2),
          new Cleaning(1 / 6.0, 0.3, 0.5),
          new Cleaning(1 / 6.0, 0.3, 0.25),
          new Cleaning(1 / 6.0, 0.6, 2),
          new Cleaning(1 / 6.0, 0.6, 0.5),
          new Cleaning(1 / 16.0, 0.3, 2),
          new Cleaning(1 / 16.0, 0.3, 0.5));

  /** Contrast that is not noise, 0 to 1. */
  private static final double MIN_CONTRAST = 0.06;

  /** Deviations of noise above its median that are not ink. */
  private static final double NOISE_DEVIATIONS = 4;

  /** Ratio of standard deviation to median absolute deviation of a normal distribution. */
  private static final double DEVIATION_PER_MAD = 1.4826;

  /** Levels of contrast that are told apart. */
  private static final int LEVELS = 256;

  private PictureScanner() {}

  /**
   * Returns what stands out from an even background, as {@link ImageNormalizer#normalize} does: the
   * best reading of a clean picture.
   */
  public static ScannedDigit plain(GrayImage image) {
    return ImageNormalizer.scan(image);
  }

  /** Whether a digit may be cut off by the border of its picture, or include what is at it. */
  public static boolean touchesBorder(ScannedDigit digit, GrayImage image) {
    InkBounds box = digit.box();
    return box.left() == 0
        || box.top() == 0
        || box.left() + box.width() == image.width()
        || box.top() + box.height() == image.height();
  }

  /**
   * Returns what may be the digit in a picture that is not clean, some dozen candidates at most.
   * Who reads digits can tell which is one.
   */
  public static List<ScannedDigit> candidates(GrayImage image) {
    return candidates(image, false);
  }

  /**
   * Returns what may be the digit if {@link #candidates} is wrong about whether ink is darker or
   * lighter than the paper.
   */
  public static List<ScannedDigit> oppositeCandidates(GrayImage image) {
    return candidates(image, true);
  }

  private static List<ScannedDigit> candidates(GrayImage image, boolean opposite) {
    int step = (Math.max(image.width(), image.height()) + MAX_SIDE - 1) / MAX_SIDE;
    GrayImage small = step == 1 ? image : image.shrink(step);
    int side = Math.max(small.width(), small.height());
    List<ScannedDigit> candidates = new ArrayList<>();
    boolean dark = LocalContrast.isInkDark(small, Math.max(2, side / 12)) != opposite;
    double square = 0;
    double floor = 0;
    double full = 0;
    @Nullable InkArray contrast = null;
    for (Cleaning cleaning : CLEANINGS) {
      if (contrast == null || square != cleaning.square) {
        square = cleaning.square;
        int radius = Math.max(2, (int) Math.round(square * side / 2));
        contrast = LocalContrast.of(small, radius, dark);
        floor = noiseLevel(contrast);
        full = massQuantile(contrast.ink(), null, floor);
      }
      if (full > floor) {
        boolean[] ink = mask(contrast, floor + cleaning.inkShare * (full - floor));
        if (cleaning.lineLength <= 1) {
          ink =
              LineRemover.remove(
                  ink, contrast.ink(), small.width(), small.height(), cleaning.lineLength);
        }
        add(candidates, image, step, contrast, ink, floor);
      }
    }
    return candidates;
  }

  private static void add(
      List<ScannedDigit> candidates,
      GrayImage image,
      int step,
      InkArray contrast,
      boolean[] ink,
      double floor) {
    InkComponents components = new InkComponents(ink, contrast.width(), contrast.height());
    for (InkComponents.Group group : components.groups()) {
      InkArray digit = digit(contrast, ink, components, group, floor);
      ScannedDigit scanned = ImageNormalizer.fit(digit);
      InkBounds box = scanned.box();
      InkBounds moved =
          new InkBounds(
              Math.max(0, group.box().left() - 1) + box.left(),
              Math.max(0, group.box().top() - 1) + box.top(),
              box.width(),
              box.height());
      InkBounds inImage = moved.scaled(step).clamped(image.width(), image.height());
      candidates.add(new ScannedDigit(scanned.image(), inImage, group.whole()));
    }
  }

  /** The ink of a group, with the soft edges around it that belong to no other ink. */
  private static InkArray digit(
      InkArray contrast,
      boolean[] ink,
      InkComponents components,
      InkComponents.Group group,
      double floor) {
    int left = Math.max(0, group.box().left() - 1);
    int top = Math.max(0, group.box().top() - 1);
    int right = Math.min(contrast.width(), group.box().left() + group.box().width() + 1);
    int bottom = Math.min(contrast.height(), group.box().top() + group.box().height() + 1);
    int width = right - left;
    float[] values = new float[width * (bottom - top)];
    boolean[] mask = new boolean[values.length];
    for (int pixel = 0; pixel < values.length; pixel++) {
      int at = (top + pixel / width) * contrast.width() + left + pixel % width;
      values[pixel] = contrast.ink()[at];
      mask[pixel] = components.isIn(group, at);
    }
    double full = Math.max(massQuantile(values, mask, floor), floor + 1.0 / LEVELS);
    for (int pixel = 0; pixel < values.length; pixel++) {
      int x = left + pixel % width;
      int y = top + pixel / width;
      boolean edge = mask[pixel];
      if (!edge && !ink[y * contrast.width() + x]) {
        for (int row = Math.max(top, y - 1); row <= Math.min(bottom - 1, y + 1); row++) {
          for (int column = Math.max(left, x - 1); column <= Math.min(right - 1, x + 1); column++) {
            edge |= mask[(row - top) * width + column - left];
          }
        }
      }
      double value = edge ? (values[pixel] - floor) / (full - floor) : 0;
      values[pixel] = (float) Math.max(0, Math.min(1, value));
    }
    return new InkArray(width, bottom - top, values);
  }

  private static boolean[] mask(InkArray contrast, double threshold) {
    boolean[] mask = new boolean[contrast.ink().length];
    for (int pixel = 0; pixel < mask.length; pixel++) {
      mask[pixel] = contrast.ink()[pixel] > threshold;
    }
    return mask;
  }

  private static double noiseLevel(InkArray contrast) {
    double median = median(histogram(contrast.ink(), 0));
    double deviation = DEVIATION_PER_MAD * median(histogram(contrast.ink(), median));
    return Math.max(MIN_CONTRAST, median + NOISE_DEVIATIONS * deviation);
  }

  private static int[] histogram(float[] values, double origin) {
    int[] counts = new int[LEVELS];
    for (float value : values) {
      counts[(int) (Math.abs(value - origin) * (LEVELS - 1))]++;
    }
    return counts;
  }

  private static double median(int[] counts) {
    long left = Arrays.stream(counts).sum() / 2;
    int level = 0;
    while (left >= counts[level]) {
      left -= counts[level++];
    }
    return (level + 0.5) / LEVELS;
  }

  /** The contrast above which a share of the ink's mass lies, or 0 if there is no ink. */
  private static double massQuantile(float[] contrast, boolean @Nullable [] mask, double floor) {
    double[] masses = new double[LEVELS];
    double total = 0;
    for (int pixel = 0; pixel < contrast.length; pixel++) {
      if (contrast[pixel] > floor && (mask == null || mask[pixel])) {
        masses[(int) (contrast[pixel] * (LEVELS - 1))] += contrast[pixel];
        total += contrast[pixel];
      }
    }
    double above = total * (1 - InkExtractor.FULL_INK_QUANTILE);
    for (int level = LEVELS - 1; level > 0; level--) {
      above -= masses[level];
      if (above < 0) {
        return (double) level / (LEVELS - 1);
      }
    }
    return 0;
  }
}
