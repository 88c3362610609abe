package org.digitpad.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.digitpad.data.DigitImages;
import org.digitpad.data.LabeledImages;
import org.digitpad.ink.DigitImage;
import org.digitpad.io.json.Json;

/**
 * How MNIST's 60,000 training images are distributed, and the mean image of each digit. DigitPad
 * brings them as a resource; {@code org.digitpad.bench.MnistStatisticsFile} makes it.
 */
public final class MnistStatistics {
  private static final String RESOURCE = "mnist-statistics.json";
  private static final String QUANTILES = "quantiles";
  private static final String MEANS = "means";
  private static final int CLASSES = 10;

  /** Parts that the quantiles cut the images into. */
  private static final int PARTS = 100;

  private static final double ROUNDING = 1e4;

  private final Map<ImageMeasure, double[]> quantiles;
  private final DigitImages means;

  private MnistStatistics(Map<ImageMeasure, double[]> quantiles, byte[] means) {
    this.quantiles = quantiles;
    this.means = new DigitImages(means);
  }

  /** Loaded on first use. */
  private static final class Bundled {
    static final MnistStatistics INSTANCE = load();
  }

  /** The statistics of MNIST's training images. */
  public static MnistStatistics bundled() {
    return Bundled.INSTANCE;
  }

  /** Measures images, each digit of which must occur. */
  public static MnistStatistics of(LabeledImages images) {
    Map<ImageMeasure, double[]> quantiles = new EnumMap<>(ImageMeasure.class);
    for (ImageMeasure measure : ImageMeasure.values()) {
      double[] sorted = new double[images.size()];
      for (int i = 0; i < sorted.length; i++) {
        sorted[i] = measure.of(images.image(i)).orElseThrow();
      }
      Arrays.sort(sorted);
      double[] cuts = new double[PARTS + 1];
      for (int i = 0; i <= PARTS; i++) {
        double cut = sorted[(int) Math.round((double) i * (sorted.length - 1) / PARTS)];
        cuts[i] = Math.round(cut * ROUNDING) / ROUNDING;
      }
      quantiles.put(measure, cuts);
    }
    return new MnistStatistics(quantiles, means(images));
  }

  private static byte[] means(LabeledImages images) {
    float[][] sums = new float[CLASSES][DigitImage.PIXELS];
    int[] counts = new int[CLASSES];
    float[] image = new float[DigitImage.PIXELS];
    for (int i = 0; i < images.size(); i++) {
      images.copyImage(i, image, 0);
      counts[images.label(i)]++;
      for (int pixel = 0; pixel < image.length; pixel++) {
        sums[images.label(i)][pixel] += image[pixel];
      }
    }
    byte[] pixels = new byte[CLASSES * DigitImage.PIXELS];
    for (int digit = 0; digit < CLASSES; digit++) {
      for (int pixel = 0; pixel < DigitImage.PIXELS; pixel++) {
        sums[digit][pixel] /= counts[digit];
      }
      DigitImages.write(sums[digit], pixels, digit);
    }
    return pixels;
  }

  /**
   * The share of MNIST's images whose value is lower, in percent, with half of those whose value is
   * the same. Between two quantiles it is interpolated.
   *
   * @return 0 to 100, never falling as the value rises
   */
  public double percentile(ImageMeasure measure, double value) {
    double[] cuts = Objects.requireNonNull(quantiles.get(measure));
    int lower = 0;
    while (lower < cuts.length && cuts[lower] < value) {
      lower++;
    }
    int upper = lower;
    while (upper < cuts.length && cuts[upper] <= value) {
      upper++;
    }
    if (upper > lower) {
      return (lower + upper - 1) / 2.0 * 100 / PARTS;
    }
    if (lower == 0 || lower == cuts.length) {
      return lower == 0 ? 0 : 100;
    }
    double between = (value - cuts[lower - 1]) / (cuts[lower] - cuts[lower - 1]);
    return (lower - 1 + between) * 100 / PARTS;
  }

  /** The mean of all images of a digit. */
  public DigitImage mean(int digit) {
    return means.image(digit);
  }

  /** The content of the resource. */
  public String toJson() {
    Map<String, Object> cuts = new LinkedHashMap<>();
    quantiles.forEach((measure, values) -> cuts.put(measure.name(), values));
    byte[] pixels = new byte[CLASSES * DigitImage.PIXELS];
    for (int digit = 0; digit < CLASSES; digit++) {
      DigitImages.write(mean(digit).toArray(), pixels, digit);
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(QUANTILES, cuts);
    fields.put(MEANS, Base64.getEncoder().encodeToString(pixels));
    return Json.write(fields);
  }

  private static MnistStatistics load() {
    try (InputStream in = MnistStatistics.class.getResourceAsStream(RESOURCE)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      Map<?, ?> fields = (Map<?, ?>) Objects.requireNonNull(Json.parse(text));
      Map<ImageMeasure, double[]> quantiles = new EnumMap<>(ImageMeasure.class);
      for (ImageMeasure measure : ImageMeasure.values()) {
        List<?> cuts = (List<?>) ((Map<?, ?>) fields.get(QUANTILES)).get(measure.name());
        quantiles.put(
            measure, cuts.stream().mapToDouble(cut -> ((Number) cut).doubleValue()).toArray());
      }
      return new MnistStatistics(quantiles, Base64.getDecoder().decode((String) fields.get(MEANS)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
