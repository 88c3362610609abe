package org.digitpad.ink.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
   * @param thinnest ink that is thinner than this share of the picture's longer side is removed
   */
  private record Cleaning(double square, double inkShare, double lineLength, double thinnest) {}

  private static final List<Cleaning> CLEANINGS =
      List.of(
          new Cleaning(1 / 6.0, 0.3, 2, 0),
          new Cleaning(1 / 6.0, 0.3, 0.5, 0),
          new Cleaning(1 / 6.0, 0.3, 0.25, 0),
          new Cleaning(1 / 6.0, 0.3, 2, 1 / 150.0),
          new Cleaning(1 / 6.0, 0.3, 2, 1 / 70.0),
          new Cleaning(1 / 6.0, 0.6, 2, 0),
          new Cleaning(1 / 6.0, 0.6, 0.5, 0),
          new Cleaning(1 / 16.0, 0.3, 2, 0),
          new Cleaning(1 / 16.0, 0.3, 0.5, 0));

  /** If less than this share speaks against it, ink is taken as dark, or as light. */
  private static final double MIN_DOUBT = 0.2;

  /** Least ink of a pixel that is part of an even background's ink. */
  private static final double MIN_PLAIN_INK = 0.25;

  /** Full ink exceeds the contrast that is noise by this factor. */
  private static final double MIN_SIGNAL_TO_NOISE = 1.25;

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

  /** Returns what stands out from an even background, or nothing if nothing does. */
  public static Optional<PictureInk> plainInk(GrayImage image) {
    int step = step(image);
    GrayImage small = step == 1 ? image : image.shrink(step);
    return InkExtractor.of(small)
        .map(
            ink -> {
              float[] values = new float[small.width() * small.height()];
              for (int pixel = 0; pixel < values.length; pixel++) {
                values[pixel] = (float) ink.at(pixel % small.width(), pixel / small.width());
              }
              InkArray contrast = new InkArray(small.width(), small.height(), values);
              return new PictureInk(image, step, small, contrast, mask(contrast, MIN_PLAIN_INK), 0);
            });
  }

  /**
   * Returns what is ink in a picture that is not clean, told in several ways. Who reads digits can
   * tell which is right.
   */
  public static List<PictureInk> clean(GrayImage image) {
    return clean(image, false);
  }

  /**
   * Returns what is ink if {@link #clean} is wrong about whether ink is darker or lighter than the
   * paper; nothing if that is out of the question.
   */
  public static List<PictureInk> cleanOpposite(GrayImage image) {
    return clean(image, true);
  }

  private static List<PictureInk> clean(GrayImage image, boolean opposite) {
    int step = step(image);
    GrayImage small = step == 1 ? image : image.shrink(step);
    int side = Math.max(small.width(), small.height());
    List<PictureInk> inks = new ArrayList<>();
    double darkShare = LocalContrast.darkShare(small);
    if (opposite && Math.min(darkShare, 1 - darkShare) < MIN_DOUBT) {
      return inks;
    }
    boolean dark = darkShare >= 0.5 != opposite;
    double square = 0;
    double floor = 0;
    double full = 0;
    @Nullable InkArray contrast = null;
    for (Cleaning cleaning : CLEANINGS) {
      if (contrast == null || square != cleaning.square) {
        square = cleaning.square;
        int radius = Math.max(2, (int) Math.round(square * side / 2));
        contrast = LocalContrast.of(small, radius, dark);
        floor = InkLevels.noise(contrast);
        full = InkLevels.full(contrast.ink(), null, floor);
      }
      if (full > MIN_SIGNAL_TO_NOISE * floor) {
        boolean[] ink = mask(contrast, floor + cleaning.inkShare * (full - floor));
        if (cleaning.lineLength <= 1) {
          ink =
              LineRemover.remove(
                  ink, contrast.ink(), small.width(), small.height(), cleaning.lineLength);
        }
        if (cleaning.thinnest > 0) {
          int thinnest = (int) Math.round(cleaning.thinnest * side) / 2 * 2 + 1;
          ink = LocalContrast.opened(ink, small.width(), small.height(), Math.max(3, thinnest));
        }
        inks.add(new PictureInk(image, step, small, contrast, ink, floor));
      }
    }
    return inks;
  }

  private static int step(GrayImage image) {
    return (Math.max(image.width(), image.height()) + MAX_SIDE - 1) / MAX_SIDE;
  }

  private static boolean[] mask(InkArray contrast, double threshold) {
    boolean[] mask = new boolean[contrast.ink().length];
    for (int pixel = 0; pixel < mask.length; pixel++) {
      mask[pixel] = contrast.ink()[pixel] > threshold;
    }
    return mask;
  }
}
