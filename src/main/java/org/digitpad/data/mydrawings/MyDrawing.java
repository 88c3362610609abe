package org.digitpad.data.mydrawings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.strokes.StrokesFile;
import org.digitpad.ink.Drawing;
import org.digitpad.io.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A drawing of which a person has said what it is.
 *
 * @param id the same for the same strokes
 * @param drawing the strokes of one digit, in units of a canvas of 280×280
 * @param label the digit that was meant, 0 to 9, or {@link #NO_DIGIT}
 * @param date when it was drawn or corrected, to the second
 * @param model name of the model that read it; empty if none did
 * @param answer what that model read, as {@code label}; null if unknown
 */
public record MyDrawing(
    String id, Drawing drawing, int label, Instant date, String model, @Nullable Integer answer) {
  /** Label and answer of what is no digit. */
  public static final int NO_DIGIT = 10;

  /** Number of different labels: ten digits and {@link #NO_DIGIT}. */
  public static final int LABELS = 11;

  /** The longest name of a model, in characters. */
  public static final int MAX_NAME = 200;

  private static final int ID_LENGTH = 16;

  /**
   * @throws IllegalArgumentException if the label or the answer is none of {@link #LABELS}, or the
   *     id or the name is too long
   */
  public MyDrawing {
    if (!isLabel(label) || answer != null && !isLabel(answer)) {
      throw new IllegalArgumentException("labels are 0 to 10, got %d, %s".formatted(label, answer));
    }
    if (id.isEmpty() || id.length() > MAX_NAME || model.length() > MAX_NAME) {
      throw new IllegalArgumentException("id or name of wrong length: " + id + ", " + model);
    }
    date = date.truncatedTo(ChronoUnit.SECONDS);
  }

  /** Returns a drawing whose id is made of its strokes. */
  public static MyDrawing of(
      Drawing drawing, int label, Instant date, String model, @Nullable Integer answer) {
    return new MyDrawing(idOf(drawing), drawing, label, date, model, answer);
  }

  /** Returns the id of strokes. */
  public static String idOf(Drawing drawing) {
    try {
      byte[] line = StrokesFile.toLine(new LabeledDrawing(null, null, drawing));
      return Sha256.of(line).substring(0, ID_LENGTH);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // not in memory
    }
  }

  /** Returns the same drawing with another label. */
  public MyDrawing withLabel(int newLabel) {
    return new MyDrawing(id, drawing, newLabel, date, model, answer);
  }

  /** Whether a model has read something else than was meant. */
  public boolean isMisread() {
    return answer != null && answer != label;
  }

  /** The drawing for training and evaluation; without a label if it is no digit. */
  public LabeledDrawing toLabeled() {
    return new LabeledDrawing(label == NO_DIGIT ? null : label, null, drawing);
  }

  private static boolean isLabel(int value) {
    return value >= 0 && value < LABELS;
  }
}
