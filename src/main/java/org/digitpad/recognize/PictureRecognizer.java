package org.digitpad.recognize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.scan.GrayImage;
import org.digitpad.ink.scan.InkBounds;
import org.digitpad.ink.scan.InkPart;
import org.digitpad.ink.scan.InkTracer;
import org.digitpad.ink.scan.PictureInk;
import org.digitpad.ink.scan.PictureScanner;
import org.digitpad.ink.scan.ScannedDigit;
import org.digitpad.recognize.image.Picture;

/**
 * Recognizes the digits in a picture with one model. A clean picture is read as it is. Where ink
 * reaches the border, or almost from side to side, is in a box, or is no stroke, the picture is
 * cleaned in several ways, and a {@linkplain CandidateVote vote} decides what its digit is. Not
 * thread-safe.
 */
public final class PictureRecognizer {
  /** Share of the longer side of a person's box by which it may be too tight. */
  private static final double TIGHT = 0.1;

  /** How many units of a logit a digit of twice the size is worth: parts of digits look like 1. */
  private static final double PER_DOUBLED_SIZE = 1.4;

  /** Share of a side of the picture from which on ink is more than a digit in a frame. */
  private static final double SPAN = 0.7;

  /** Share of its box that a sheet of paper covers, which the network takes for a digit. */
  private static final double SHEET = 0.8;

  /** Share of its box that no digit covers which is read. */
  private static final double PATCH = 0.65;

  /** Cleaned ink with more parts is no row of digits, but paper. */
  private static final int MAX_ROW_PARTS = 30;

  /** Enough, as cleaned inks hardly differ in their digits. */
  private static final int MAX_ROWS = 4;

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
   * Recognizes the digit in a part of a picture, or in a slightly larger one if that looks more
   * like a digit: ink that reaches the border of a tight box could be a line on the paper.
   *
   * @param box a part that a person chose, in pixels of the upright picture; what is beyond its
   *     border is ignored
   */
  public PictureReading recognize(Picture picture, InkBounds box) {
    InkBounds part = box.scaled(1.0 / picture.step());
    Reading exact = read(picture.image().crop(part));
    int more = (int) Math.ceil(TIGHT * part.longerSide());
    Reading larger = read(picture.image().crop(part.grown(more)));
    boolean better =
        larger.isRejected() == exact.isRejected() ? larger.score > exact.score : exact.isRejected();
    return new PictureReading(better ? larger.prediction : exact.prediction, box);
  }

  /**
   * Traces digits of a picture by strokes.
   *
   * @param readings what was read, none of it blank
   */
  public TracedPicture trace(List<PictureReading> readings) {
    boolean faithful =
        readings.stream()
            .allMatch(
                each -> {
                  Prediction traced =
                      recognizer.recognize(InkTracer.trace(each.prediction().image()));
                  return traced.label() == each.prediction().label()
                      && traced.rejected() == each.prediction().rejected();
                });
    return new TracedPicture(PictureTracer.trace(readings), faithful);
  }

  /**
   * Recognizes all digits in a picture: from left to right, and lines from top to bottom.
   *
   * @return at least one; a blank one if there is no ink
   */
  public List<PictureReading> recognizeAll(Picture picture) {
    GrayImage image = picture.image();
    return readAll(image).stream()
        .map(
            reading ->
                new PictureReading(reading.prediction, reading.digit.box().scaled(picture.step())))
        .toList();
  }

  private List<Reading> readAll(GrayImage image) {
    if (needsNoCleaning(image)) {
      return List.of(read(image));
    }
    Reading plain = read(PictureScanner.plain(image));
    Optional<PictureInk> ink = PictureScanner.plainInk(image);
    Row row = ink.map(this::row).orElse(Row.EMPTY);
    if (row.digits.size() > 1 && row.isAccepted()) {
      return row.digits;
    }
    if (!needsCleaning(plain, ink, image)) {
      return row.digits.size() > 1 ? row.digits : List.of(plain);
    }
    List<PictureInk> inks = cleanInks(image, ink);
    Reading best = best(plain, ink, inks, image);
    Row bestRow = ink.map(PictureInk::bordersLikeDigit).orElse(false) ? row : Row.EMPTY;
    for (Row other : cleanRows(inks, best)) {
      bestRow = other.score > bestRow.score ? other : bestRow;
    }
    boolean several =
        bestRow.isMostlyAccepted() && (best.isRejected() || bestRow.hasDigitBeside(best));
    return several ? bestRow.digits : List.of(best);
  }

  /** Returns the rows that two ways of cleaning lead to, if {@code best} is not the only digit. */
  private List<Row> cleanRows(List<PictureInk> inks, Reading best) {
    Map<List<InkBounds>, Row> rows = new HashMap<>();
    Map<List<Integer>, List<Row>> sameDigits = new HashMap<>();
    for (PictureInk ink : inks) {
      List<InkBounds> boxes = ink.parts().stream().map(InkPart::box).toList();
      if (boxes.size() <= MAX_ROW_PARTS
          && (best.isRejected() || ink.hasAmongDigits(best.digit))
          && (rows.containsKey(boxes) || rows.size() < MAX_ROWS)) {
        Row row = rows.computeIfAbsent(boxes, any -> row(ink));
        sameDigits.computeIfAbsent(row.labels(), any -> new ArrayList<>()).add(row);
      }
    }
    return sameDigits.values().stream()
        .filter(same -> same.size() >= Math.min(2, inks.size()))
        .map(same -> same.get(0))
        .toList();
  }

  /** A row of digits in a picture. */
  private record Row(List<Reading> digits, double score) {
    static final Row EMPTY = new Row(List.of(), Double.NEGATIVE_INFINITY);

    /** Whether there are at least two digits, and less than half of all is rejected. */
    boolean isMostlyAccepted() {
      long accepted = digits.stream().filter(digit -> !digit.prediction.rejected()).count();
      return accepted >= 2 && 2 * accepted > digits.size();
    }

    /** Whether there is a digit that another reading does not include, even in part. */
    boolean hasDigitBeside(Reading reading) {
      InkBounds box = reading.digit.box();
      return digits.stream()
          .filter(digit -> !digit.prediction.rejected())
          .map(digit -> digit.digit.box())
          .anyMatch(
              other -> {
                int center = other.left() + other.width() / 2;
                return center < box.left() || center >= box.right();
              });
    }

    List<Integer> labels() {
      return digits.stream().map(digit -> digit.prediction.label()).toList();
    }

    boolean isAccepted() {
      return digits.stream().noneMatch(digit -> digit.prediction.rejected());
    }
  }

  private Row row(PictureInk ink) {
    List<InkPart> parts = ink.parts();
    if (parts.isEmpty() || parts.size() > InkPartitioner.MAX_PARTS) {
      return Row.EMPTY;
    }
    double height = parts.stream().mapToDouble(part -> part.box().height()).max().orElseThrow();
    InkPartitioner.Partition partition =
        new InkPartitioner(recognizer, ink, height).partition(parts);
    return new Row(
        partition.digits().stream()
            .map(digit -> new Reading(digit.scanned(), digit.prediction(), digit.score()))
            .toList(),
        partition.score());
  }

  /** So small an image is no photo, and cleaning would only blur it; or nothing is on it. */
  private static boolean needsNoCleaning(GrayImage image) {
    return Math.max(image.width(), image.height()) <= DigitImage.SIDE || image.isUniform();
  }

  private static boolean needsCleaning(Reading plain, Optional<PictureInk> ink, GrayImage image) {
    // clean paper leaves nothing to clean, and parts of a letter on it would look like digits
    return PictureScanner.touchesBorder(plain.digit, image)
        || spans(plain.digit.box(), image)
        || ink.map(
                found ->
                    found.hasFrames()
                        || found.isSolid(SHEET)
                        || plain.isRejected()
                            && (found.isSolid(PATCH) || found.isScattered(plain.digit)))
            .orElse(false);
  }

  private Reading read(GrayImage image) {
    Reading plain = read(PictureScanner.plain(image));
    if (needsNoCleaning(image)) {
      return plain;
    }
    Optional<PictureInk> ink = PictureScanner.plainInk(image);
    return needsCleaning(plain, ink, image)
        ? best(plain, ink, cleanInks(image, ink), image)
        : plain;
  }

  /** Whether ink reaches almost from side to side, as lines on paper and boxes do. */
  private static boolean spans(InkBounds box, GrayImage image) {
    return box.width() >= SPAN * image.width() || box.height() >= SPAN * image.height();
  }

  /** Returns the ink, told in several ways, without the boxes that are around digits. */
  private static List<PictureInk> cleanInks(GrayImage image, Optional<PictureInk> plain) {
    List<PictureInk> inks = new ArrayList<>(PictureScanner.clean(image));
    plain.ifPresent(inks::add);
    for (PictureInk framed : inks.stream().filter(PictureInk::hasFrames).toList()) {
      inks.replaceAll(ink -> ink.withoutFramesOf(framed));
    }
    return inks;
  }

  /** Returns the digit in a picture that needs to be cleaned, or what is most like one. */
  private Reading best(
      Reading plain, Optional<PictureInk> plainInk, List<PictureInk> inks, GrayImage image) {
    List<CandidateVote.Candidate> candidates = candidates(inks);
    CandidateVote vote = new CandidateVote(candidates, inks.size());
    Optional<Reading> winner = vote.winner().map(Reading::new);
    boolean plainIsDigit =
        !plain.isRejected()
            && plainInk
                .map(ink -> ink.bordersLikeDigit() && !ink.hasFrames() && !ink.isSolid(SHEET))
                .orElse(false);
    if (plainIsDigit && winner.map(other -> other.score < plain.score).orElse(true)) {
      return plain;
    }
    return winner
        .or(
            () -> {
              List<PictureInk> opposite = PictureScanner.cleanOpposite(image);
              return new CandidateVote(candidates(opposite), opposite.size())
                  .winner()
                  .map(Reading::new);
            })
        .or(() -> vote.mostSupported().map(digit -> new Reading(digit).rejected()))
        .orElseGet(
            () -> {
              long ways = candidates.stream().mapToInt(digit -> digit.way()).distinct().count();
              return 2 * ways <= inks.size() ? blank(image) : plain.rejected();
            });
  }

  private Reading blank(GrayImage image) {
    InkBounds whole = new InkBounds(0, 0, image.width(), image.height());
    return read(new ScannedDigit(DigitImage.BLANK, whole, true));
  }

  private List<CandidateVote.Candidate> candidates(List<PictureInk> inks) {
    List<CandidateVote.Candidate> candidates = new ArrayList<>();
    for (int way = 0; way < inks.size(); way++) {
      for (ScannedDigit digit : inks.get(way).candidates()) {
        if (digit.whole()) {
          Reading reading = read(digit);
          candidates.add(
              new CandidateVote.Candidate(digit, reading.prediction, reading.score, way));
        }
      }
    }
    return candidates;
  }

  /**
   * A candidate that was read.
   *
   * @param score how much speaks for its label
   */
  private record Reading(ScannedDigit digit, Prediction prediction, double score) {
    Reading(CandidateVote.Candidate candidate) {
      this(candidate.digit(), candidate.prediction(), candidate.score());
    }

    boolean isRejected() {
      return prediction.rejected();
    }

    Reading rejected() {
      Prediction no =
          new Prediction(
              prediction.image(),
              prediction.probabilities(),
              prediction.logSumExp(),
              true,
              prediction.nanos());
      return isRejected() ? this : new Reading(digit, no, score);
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
