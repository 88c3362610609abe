package org.digitpad.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.digitpad.data.synth.PenDrawings;
import org.digitpad.ink.Drawing;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.recognize.ModelLibrary;
import org.digitpad.recognize.Recognizer;
import org.digitpad.recognize.live.FinishedDigit;

/**
 * Fits the regression of {@link FinishedDigit} on beginnings of synthetic digits, read by all
 * bundled models, with Adam. To be run again after the models were trained again. Takes about a
 * minute.
 *
 * <pre>
 * mvn -Pbench -DskipTests package exec:exec -Dbench.main=org.digitpad.bench.FinishedDigitFit \
 *   -Dbench.args=src/main/resources/org/digitpad/recognize/live/finished-digit.json
 * </pre>
 */
public final class FinishedDigitFit {
  private static final int CLASSES = 10;
  private static final int DRAWINGS = 8000;
  private static final int BEGINNINGS = 8;
  private static final int EPOCHS = 8;
  private static final int BATCH = 256;
  private static final double LEARNING_RATE = 2e-3;

  /** Another one than those of the trainings. */
  private static final long SEED = 77;

  private record Sample(double[] inputs, int label) {}

  private FinishedDigitFit() {}

  public static void main(String[] arguments) throws IOException {
    List<Sample> samples = samples();
    System.out.println(samples.size() + " beginnings");
    Files.writeString(Path.of(arguments[0]), fit(samples).toJson() + "\n");
  }

  private static List<Sample> samples() {
    List<Recognizer> readers = new ArrayList<>();
    for (LibraryModel model : ModelLibrary.bundled()) {
      readers.add(model.newRecognizer());
    }
    SplittableRandom random = new SplittableRandom(SEED);
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < DRAWINGS; i++) {
      List<Drawing> beginnings = Beginnings.of(PenDrawings.digit(i, SEED));
      for (int k = 0; k < BEGINNINGS; k++) {
        Drawing drawing = beginnings.get(random.nextInt(beginnings.size()));
        for (Recognizer reader : readers) {
          float[] probabilities = reader.recognize(drawing).probabilities();
          samples.add(
              new Sample(FinishedDigit.inputs(probabilities, drawing), PenDrawings.label(i)));
        }
      }
    }
    return samples;
  }

  /** Fits the standardized inputs, and returns the regression of the inputs as they are. */
  private static FinishedDigit fit(List<Sample> samples) {
    double[] mean = new double[FinishedDigit.INPUTS];
    double[] deviation = new double[FinishedDigit.INPUTS];
    standardize(samples, mean, deviation);
    int biases = FinishedDigit.INPUTS * CLASSES;
    double[] parameters = new double[biases + CLASSES];
    double[] first = new double[parameters.length];
    double[] second = new double[parameters.length];
    int steps = EPOCHS * (samples.size() / BATCH);
    SplittableRandom random = new SplittableRandom(SEED);
    for (int step = 1; step <= steps; step++) {
      double[] gradient = new double[parameters.length];
      for (int i = 0; i < BATCH; i++) {
        Sample sample = samples.get(random.nextInt(samples.size()));
        addGradient(sample, mean, deviation, parameters, gradient);
      }
      double rate = LEARNING_RATE * (1 + Math.cos(Math.PI * step / steps)) / 2;
      for (int i = 0; i < parameters.length; i++) {
        double g = gradient[i] / BATCH;
        first[i] = 0.9 * first[i] + 0.1 * g;
        second[i] = 0.999 * second[i] + 0.001 * g * g;
        double mean1 = first[i] / (1 - Math.pow(0.9, step));
        double mean2 = second[i] / (1 - Math.pow(0.999, step));
        parameters[i] -= rate * mean1 / (Math.sqrt(mean2) + 1e-8);
      }
    }
    double[] weights = new double[biases];
    double[] offsets = new double[CLASSES];
    for (int digit = 0; digit < CLASSES; digit++) {
      offsets[digit] = parameters[biases + digit];
      for (int input = 0; input < FinishedDigit.INPUTS; input++) {
        int at = input * CLASSES + digit;
        weights[at] = parameters[at] / deviation[input];
        offsets[digit] -= weights[at] * mean[input];
      }
    }
    return new FinishedDigit(rounded(weights), rounded(offsets));
  }

  private static void standardize(List<Sample> samples, double[] mean, double[] deviation) {
    for (int input = 0; input < mean.length; input++) {
      int at = input;
      double average = samples.stream().mapToDouble(s -> s.inputs[at]).average().orElseThrow();
      mean[input] = average;
      deviation[input] =
          Math.sqrt(
              samples.stream()
                  .mapToDouble(s -> (s.inputs[at] - average) * (s.inputs[at] - average))
                  .average()
                  .orElseThrow());
    }
  }

  /** Adds the gradient of the cross-entropy of one sample. */
  private static void addGradient(
      Sample sample, double[] mean, double[] deviation, double[] parameters, double[] gradient) {
    int biases = FinishedDigit.INPUTS * CLASSES;
    double[] inputs = new double[FinishedDigit.INPUTS];
    double[] probabilities = new double[CLASSES];
    System.arraycopy(parameters, biases, probabilities, 0, CLASSES);
    for (int input = 0; input < inputs.length; input++) {
      inputs[input] = (sample.inputs[input] - mean[input]) / deviation[input];
      for (int digit = 0; digit < CLASSES; digit++) {
        probabilities[digit] += inputs[input] * parameters[input * CLASSES + digit];
      }
    }
    double sum = 0;
    for (int digit = 0; digit < CLASSES; digit++) {
      probabilities[digit] = Math.exp(probabilities[digit]);
      sum += probabilities[digit];
    }
    for (int digit = 0; digit < CLASSES; digit++) {
      double error = probabilities[digit] / sum - (digit == sample.label ? 1 : 0);
      gradient[biases + digit] += error;
      for (int input = 0; input < inputs.length; input++) {
        gradient[input * CLASSES + digit] += error * inputs[input];
      }
    }
  }

  /** Five decimals, far more than the samples tell. */
  private static double[] rounded(double[] values) {
    double[] rounded = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      rounded[i] = Math.round(values[i] * 1e5) / 1e5;
    }
    return rounded;
  }
}
