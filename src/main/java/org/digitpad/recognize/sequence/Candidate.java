package org.digitpad.recognize.sequence;

import java.util.List;
import org.digitpad.recognize.Prediction;

/**
 * Pieces that may be one digit.
 *
 * @param pieces in the order of time
 * @param box around all pieces
 * @param prediction what the network reads
 * @param score what speaks for one digit, as {@link Evidence} weighs it
 */
record Candidate(List<Piece> pieces, BoundingBox box, Prediction prediction, double score) {
  Candidate withScore(double other) {
    return new Candidate(pieces, box, prediction, other);
  }
}
