package org.digitpad.data.mnist;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.ink.StrokeRenderer;

/**
 * The ten digits as a person would write them, and sets of them in the shape of MNIST, each digit a
 * little different. The same arguments give the same digits.
 */
public final class MnistLikeDigits {
  private MnistLikeDigits() {}

  /** A digit in its plainest form on a pad of 280×280. */
  public static Drawing drawing(int digit) {
    return new Drawing(
        switch (digit) {
          case 0 -> List.of(arc(140, 140, 55, 85, 270, -90));
          case 1 -> List.of(line(110, 90, 145, 55, 145, 225));
          case 2 -> List.of(join(arc(140, 105, 52, 50, 190, 390), line(92, 222, 200, 222)));
          case 3 -> List.of(join(arc(132, 97, 50, 43, 205, 440), arc(132, 184, 58, 46, -85, 155)));
          case 4 -> List.of(line(150, 55, 80, 165, 205, 165), line(168, 110, 168, 230));
          case 5 ->
              List.of(join(line(190, 58, 108, 58, 102, 130), arc(136, 174, 57, 52, 235, 505)));
          case 6 -> List.of(join(line(168, 55, 115, 130), arc(140, 178, 50, 48, 195, -165)));
          case 7 -> List.of(line(82, 62, 198, 62, 124, 228));
          case 8 -> List.of(join(arc(140, 97, 43, 41, 90, -270), arc(140, 182, 53, 45, -90, 270)));
          case 9 -> List.of(join(arc(140, 104, 48, 46, 0, -360), line(186, 120, 165, 230)));
          default -> throw new IllegalArgumentException("no digit: " + digit);
        });
  }

  /** The same digit, slanted, stretched and trembling as {@code random} will have it. */
  public static Drawing drawing(int digit, Random random) {
    double slant = 0.3 * (random.nextDouble() - 0.5);
    double stretch = 0.8 + 0.4 * random.nextDouble();
    List<Stroke> strokes = new ArrayList<>();
    for (Stroke stroke : drawing(digit).strokes()) {
      List<InkPoint> points = new ArrayList<>();
      for (InkPoint point : stroke.points()) {
        double x = 140 + stretch * (point.x() - 140) - slant * (point.y() - 140);
        points.add(
            new InkPoint(x + 2.5 * random.nextGaussian(), point.y() + 2.5 * random.nextGaussian()));
      }
      strokes.add(new Stroke(points));
    }
    return new Drawing(strokes);
  }

  /** Labelled drawings 0, 1, … 9, 0, …. */
  public static List<LabeledDrawing> drawings(int count, long seed) {
    Random random = new Random(seed);
    List<LabeledDrawing> drawings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      drawings.add(new LabeledDrawing(i % 10, "synthetic", drawing(i % 10, random)));
    }
    return drawings;
  }

  /** The same drawings as images. */
  public static LabeledImages images(int count, long seed) {
    byte[] pixels = new byte[count * DigitImage.PIXELS];
    byte[] labels = new byte[count];
    int at = 0;
    for (LabeledDrawing drawing : drawings(count, seed)) {
      labels[at / DigitImage.PIXELS] = (byte) (int) drawing.label();
      for (float pixel : StrokeRenderer.render(drawing.drawing()).toArray()) {
        pixels[at++] = (byte) Math.round(255 * pixel);
      }
    }
    return new LabeledImages(pixels, labels);
  }

  /** Writes the four files of MNIST, with {@code train} and {@code test} images. */
  public static Path writeFolder(Path folder, int train, int test) {
    write(folder, "train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz", images(train, 1));
    write(folder, "t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz", images(test, 2));
    return folder;
  }

  private static void write(Path folder, String images, String labels, LabeledImages digits) {
    ByteBuffer imageFile = ByteBuffer.allocate(16 + digits.size() * DigitImage.PIXELS);
    imageFile.putInt(0x803).putInt(digits.size()).putInt(28).putInt(28);
    ByteBuffer labelFile = ByteBuffer.allocate(8 + digits.size());
    labelFile.putInt(0x801).putInt(digits.size());
    for (int i = 0; i < digits.size(); i++) {
      labelFile.put((byte) digits.label(i));
      for (float pixel : digits.image(i).toArray()) {
        imageFile.put((byte) Math.round(255 * pixel));
      }
    }
    gzip(folder.resolve(images), imageFile.array());
    gzip(folder.resolve(labels), labelFile.array());
  }

  private static void gzip(Path file, byte[] bytes) {
    try {
      Files.createDirectories(file.getParent());
      try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
        out.write(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A stroke through x, y, x, y, …, with places on the way as a mouse leaves them. */
  private static Stroke line(double... coordinates) {
    List<InkPoint> points = new ArrayList<>();
    points.add(new InkPoint(coordinates[0], coordinates[1]));
    for (int i = 2; i < coordinates.length; i += 2) {
      InkPoint from = points.get(points.size() - 1);
      for (int step = 1; step <= 8; step++) {
        points.add(
            new InkPoint(
                from.x() + (coordinates[i] - from.x()) * step / 8,
                from.y() + (coordinates[i + 1] - from.y()) * step / 8));
      }
    }
    return new Stroke(points);
  }

  /** Part of an ellipse; degrees run clockwise from the right. */
  private static Stroke arc(
      double x, double y, double radiusX, double radiusY, double from, double to) {
    List<InkPoint> points = new ArrayList<>();
    int steps = (int) Math.ceil(Math.abs(to - from) / 10);
    for (int step = 0; step <= steps; step++) {
      double angle = StrictMath.toRadians(from + (to - from) * step / steps);
      points.add(
          new InkPoint(x + radiusX * StrictMath.cos(angle), y + radiusY * StrictMath.sin(angle)));
    }
    return new Stroke(points);
  }

  private static Stroke join(Stroke first, Stroke second) {
    List<InkPoint> points = new ArrayList<>(first.points());
    points.addAll(second.points());
    return new Stroke(points);
  }
}
