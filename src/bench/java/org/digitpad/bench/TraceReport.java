package org.digitpad.bench;

import java.nio.file.Path;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.mnist.MnistFolder;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.scan.InkTracer;
import org.digitpad.recognize.ModelLibrary;
import org.digitpad.recognize.Prediction;
import org.digitpad.recognize.Recognizer;

/**
 * Traces every tenth test image of MNIST by strokes, and compares what these are read as with the
 * image.
 *
 * <pre>
 * mvn -Pbench -DskipTests package exec:exec -Dbench.main=org.digitpad.bench.TraceReport \
 *   -Dbench.args="$DIGITPAD_MNIST_DIR"
 * </pre>
 */
public final class TraceReport {
  private static final int STEP = 10;

  private TraceReport() {}

  public static void main(String[] arguments) {
    LabeledImages test = new MnistFolder(Path.of(arguments[0])).test();
    Recognizer recognizer = ModelLibrary.bundled().get(0).newRecognizer();
    int count = 0;
    int same = 0;
    int right = 0;
    int tracedRight = 0;
    int rejected = 0;
    int tracedRejected = 0;
    double strokes = 0;
    for (int i = 0; i < test.size(); i += STEP) {
      DigitImage image = test.image(i);
      Drawing traced = InkTracer.trace(image);
      Prediction before = recognizer.recognize(image);
      Prediction after = recognizer.recognize(traced);
      count++;
      strokes += traced.strokes().size();
      same += before.label() == after.label() ? 1 : 0;
      right += before.label() == test.label(i) ? 1 : 0;
      tracedRight += after.label() == test.label(i) ? 1 : 0;
      rejected += before.rejected() ? 1 : 0;
      tracedRejected += after.rejected() ? 1 : 0;
    }
    System.out.printf(
        "%d images: %d right, %d rejected; traced: %d right, %d rejected, %d read as the image;"
            + " %.1f strokes%n",
        count, right, rejected, tracedRight, tracedRejected, same, strokes / count);
  }
}
