package org.digitpad.data.kaggle;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.mnist.MnistFixture;
import org.digitpad.ink.DigitImage;

/** Writes small files in the format of Kaggle's Digit Recognizer. */
public final class KaggleFixture {
  private KaggleFixture() {}

  /** Writes a {@code train.csv}: labels and images. */
  public static Path writeTrain(Path file, LabeledImages digits) {
    return MnistFixture.write(file, trainCsv(digits).getBytes(StandardCharsets.US_ASCII));
  }

  /** Writes a {@code test.csv}: images alone. */
  public static Path writeTest(Path file, LabeledImages digits) {
    return MnistFixture.write(file, testCsv(digits).getBytes(StandardCharsets.US_ASCII));
  }

  public static String trainCsv(LabeledImages digits) {
    StringBuilder csv = new StringBuilder("label,").append(pixelNames());
    for (int i = 0; i < digits.size(); i++) {
      csv.append(digits.label(i)).append(',').append(pixels(digits.image(i)));
    }
    return csv.toString();
  }

  public static String testCsv(LabeledImages digits) {
    StringBuilder csv = new StringBuilder(pixelNames());
    for (int i = 0; i < digits.size(); i++) {
      csv.append(pixels(digits.image(i)));
    }
    return csv.toString();
  }

  private static String pixelNames() {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < DigitImage.PIXELS; i++) {
      names.append("pixel").append(i).append(i == DigitImage.PIXELS - 1 ? '\n' : ',');
    }
    return names.toString();
  }

  private static String pixels(DigitImage image) {
    StringBuilder row = new StringBuilder();
    float[] pixels = image.toArray();
    for (int i = 0; i < pixels.length; i++) {
      row.append(Math.round(255 * pixels[i])).append(i == pixels.length - 1 ? '\n' : ',');
    }
    return row.toString();
  }
}
