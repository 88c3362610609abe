package org.digitpad.evaluate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.digitpad.data.DigitImages;
import org.digitpad.data.kaggle.KaggleCsv;
import org.digitpad.i18n.Messages;
import org.digitpad.io.AtomicFiles;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.model.Model;

/**
 * Writes submissions to Kaggle's Digit Recognizer: the predicted label of every image in its {@code
 * test.csv}.
 */
public final class KaggleSubmission {
  private static final String HEADER = "ImageId,Label\n";

  private KaggleSubmission() {}

  /**
   * Predicts the labels and writes them, one per row, numbered from 1. An older submission is
   * replaced atomically.
   *
   * @param test Kaggle's {@code test.csv}, gzipped or not
   * @param submission the file to write
   * @param threads number of threads that share the images; has no influence on the labels
   * @return number of images
   * @throws org.digitpad.io.BadInputException if {@code test} cannot be used, or is the same file
   *     as {@code submission}, or if the model reads no pictures
   * @throws IOException if the submission cannot be written; an older one then stays
   */
  public static int write(Model model, Path test, Path submission, int threads) throws IOException {
    if (model.architecture().readsMovement()) {
      throw new BadInputException(Messages.get("recognize.noMovement"));
    }
    AtomicFiles.requireDistinct(submission, test);
    DigitImages digits = KaggleCsv.readTest(test);
    int[] labels =
        Evaluator.predictLabels(model.architecture(), model.parameters(), digits, threads);
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 0; i < labels.length; i++) {
      text.append(i + 1).append(',').append(labels[i]).append('\n');
    }
    AtomicFiles.write(submission, text.toString().getBytes(StandardCharsets.US_ASCII));
    return labels.length;
  }
}
