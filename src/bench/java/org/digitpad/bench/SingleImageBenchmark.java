package org.digitpad.bench;

import java.util.Arrays;
import java.util.Locale;
import org.digitpad.data.synth.BuiltinDigits;
import org.digitpad.ink.DigitImage;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architectures;
import org.digitpad.nn.kernel.BatchClassifier;
import org.digitpad.nn.kernel.Blas;
import org.digitpad.nn.kernel.Classifier;
import org.digitpad.nn.model.Model;
import org.digitpad.recognize.ModelLibrary;

/** Compares the Java loops that classify a single image with BLAS: medians in microseconds. */
public final class SingleImageBenchmark {
  private static final int IMAGES = 64;
  private static final int RUNS = 30_000;
  private static final int MEASURED = 2_000;

  private SingleImageBenchmark() {}

  public static void main(String[] arguments) {
    float[][] images = new float[IMAGES][DigitImage.PIXELS];
    var digits = BuiltinDigits.images(IMAGES, 1);
    for (int i = 0; i < IMAGES; i++) {
      digits.copyImage(i, images[i], 0);
    }
    System.out.println("BLAS kernels: " + Blas.kernels());
    for (Architecture network : Architectures.ofImages()) {
      Model model = ModelLibrary.find(network.name()).model();
      Classifier java = new Classifier(network, model.parameters());
      double loops = median(images, java::classify);
      try (BatchClassifier batch = new BatchClassifier(network, model.parameters(), 1)) {
        double blas =
            median(
                images,
                image -> {
                  System.arraycopy(image, 0, batch.images(), 0, image.length);
                  return batch.classify(1);
                });
        System.out.printf(
            Locale.ROOT, "%s: Java %.1f, BLAS %.1f%n", network.name(), loops, blas);
      }
    }
  }

  private interface Classification {
    float[] of(float[] image);
  }

  private static double median(float[][] images, Classification classification) {
    long[] nanos = new long[MEASURED];
    for (int run = 0; run < RUNS; run++) {
      long start = System.nanoTime();
      classification.of(images[run % IMAGES]);
      nanos[run % MEASURED] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    return nanos[MEASURED / 2] / 1e3;
  }
}
