package org.digitpad.recognize;

import java.util.List;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.scan.GrayImage;
import org.digitpad.ink.scan.InkBounds;
import org.digitpad.ink.scan.PictureScanner;
import org.digitpad.ink.scan.ScannedDigit;
import org.digitpad.recognize.image.Picture;

/**
 * Recognizes the digit in a picture with one model. A clean picture is read as it is. Where ink
 * reaches the border, or almost from side to side, the picture is cleaned in several ways, and the
 * network decides which of the results is most of a digit. Not thread-safe.
 */
public final class PictureRecognizer {
  /** How many units of a logit a digit of twice the size is worth: parts of digits look like 1. */
  private static final double PER_DOUBLED_SIZE = 1.4;

  /** Share of a side of the picture from which on ink is more than a digit in a frame. */
  private static final double SPAN = 0.7;

  private final Recognizer recognizer;

  public PictureRecognizer(Recognizer recognizer) {
    this.recognizer = recognizer;
  }

  /** Recognizes the digit in a picture, and tells where it is. */
  public PictureReading recognize(Picture picture) {
    Reading reading = read(picture.image());
    InkBounds box = reading.digit.box().scaled(picture.step());
    return new PictureReading(reading.prediction, box);
  }

  /**
   * Recognizes all digits in a picture.
   *
   * @return from left to right; none if there is no ink
   */
  public List<PictureReading> recognizeAll(Picture picture) {
    PictureReading reading = recognize(picture);
    return reading.prediction().image().isBlank() ? List.of() : List.of(reading);
  }

  /**
   * Recognizes the digit in a part of a picture.
   *
   * @param box a part that a person chose, in pixels of the upright picture; what is beyond its
   *     border is ignored
   */
  public PictureReading recognize(Picture picture, InkBounds box) {
    GrayImage part = picture.image().crop(box.scaled(1.0 / picture.step()));
    return new PictureReading(read(part).prediction, box);
  }

  private Reading read(GrayImage image) {
    // so small an image is no photo, and cleaning would only blur it
    boolean tiny = Math.max(image.width(), image.height()) <= DigitImage.SIDE;
    ScannedDigit plain = PictureScanner.plain(image);
    Reading best = read(plain);
    // clean paper leaves nothing to clean, and parts of a letter on it would look like digits
    if (!tiny && (PictureScanner.touchesBorder(plain, image) || spans(plain.box(), image))) {
      best = best(best, PictureScanner.candidates(image));
      if (best.rank() < Reading.WHOLE) {
        best = best(best, PictureScanner.oppositeCandidates(image));
      }
    }
    return best;
  }

  /** Whether ink reaches almost from side to side, as lines on paper and boxes do. */
  private static boolean spans(InkBounds box, GrayImage image) {
    return box.width() >= SPAN * image.width() || box.height() >= SPAN * image.height();
  }

  private Reading best(Reading plain, List<ScannedDigit> candidates) {
    Reading best = plain;
    for (ScannedDigit candidate : candidates) {
      Reading reading = read(candidate);
      if (reading.rank() > best.rank()
          || reading.rank() == best.rank() && reading.score > best.score) {
        best = reading;
      }
    }
    return best;
  }

  /**
   * A candidate that was read.
   *
   * @param score how much speaks for its label
   */
  private record Reading(ScannedDigit digit, Prediction prediction, double score) {
    static final int WHOLE = 2;

    /** Whole digits come before parts of digits, and these before what is not a digit. */
    int rank() {
      return prediction.rejected() ? 0 : digit.whole() ? WHOLE : 1;
    }
  }

  private Reading read(ScannedDigit digit) {
    Prediction prediction = recognizer.recognize(digit.image());
    if (digit.image().isBlank()) {
      return new Reading(digit, prediction, Double.NEGATIVE_INFINITY);
    }
    double logit = prediction.logSumExp() + Math.log(prediction.probability(prediction.label()));
    double size = PER_DOUBLED_SIZE * Math.log(digit.box().longerSide()) / Math.log(2);
    return new Reading(digit, prediction, logit + size);
  }
}
