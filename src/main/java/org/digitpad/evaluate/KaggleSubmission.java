package org.digitpad.evaluate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.digitpad.data.DigitImages;
import org.digitpad.data.kaggle.KaggleCsv;
import org.digitpad.io.AtomicFiles;
import org.digitpad.nn.model.Model;

/** What Kaggle's Digit Recognizer takes: the label of every digit in its {@code test.csv}. */
public final class KaggleSubmission {
  private static final String HEADER = "ImageId,Label\n";

  private KaggleSubmission() {}

  /**
   * Reads the digits and writes their labels, one a row, numbered from 1. An older submission is
   * replaced in one step.
   *
   * @param test Kaggle's {@code test.csv}, gzipped or not
   * @param submission what to write
   * @param threads that share the digits; has no influence on the labels
   * @return number of digits
   * @throws org.digitpad.io.BadInputException if {@code test} cannot be used, or is what to write
   * @throws IOException if the submission cannot be written; an older one then stays
   */
  public static int write(Model model, Path test, Path submission, int threads) throws IOException {
    AtomicFiles.requireDistinct(submission, test);
    DigitImages digits = KaggleCsv.readTest(test);
    int[] labels = Evaluator.labels(model.architecture(), model.parameters(), digits, threads);
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 0; i < labels.length; i++) {
      text.append(i + 1).append(',').append(labels[i]).append('\n');
    }
    AtomicFiles.write(submission, text.toString().getBytes(StandardCharsets.US_ASCII));
    return labels.length;
  }
}
