package org.digitpad.data.mnist;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.digitpad.data.LabeledImages;
import org.digitpad.ink.DigitImage;

/**
 * Writes small files in the format of MNIST with digits that are easy to learn, always the same.
 */
public final class MnistFixture {
  private MnistFixture() {}

  /** Writes the four {@code .gz} files with the digits of {@link #digits}. */
  public static Path writeFolder(Path folder, int trainCount, int testCount) {
    return writeFolder(
        folder, pixels(trainCount, 1), labels(trainCount), pixels(testCount, 2), labels(testCount));
  }

  /** Writes the four {@code .gz} files. */
  static Path writeFolder(
      Path folder, byte[] trainPixels, byte[] trainLabels, byte[] testPixels, byte[] testLabels) {
    write(folder.resolve("train-images-idx3-ubyte.gz"), gzip(imageFile(trainPixels)));
    write(folder.resolve("train-labels-idx1-ubyte.gz"), gzip(labelFile(trainLabels)));
    write(folder.resolve("t10k-images-idx3-ubyte.gz"), gzip(imageFile(testPixels)));
    write(folder.resolve("t10k-labels-idx1-ubyte.gz"), gzip(labelFile(testLabels)));
    return folder;
  }

  /**
   * Returns digits with labels 0, 1, … 9, 0, …, each a bright bar whose row depends on the label.
   */
  public static LabeledImages digits(int count, long seed) {
    return new LabeledImages(pixels(count, seed), labels(count));
  }

  public static byte[] labels(int count) {
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      labels[i] = (byte) (i % 10);
    }
    return labels;
  }

  /** Returns images with faint noise and a bright bar whose row depends on the label. */
  public static byte[] pixels(int count, long seed) {
    byte[] pixels = new byte[count * DigitImage.PIXELS];
    new Random(seed).nextBytes(pixels);
    for (int i = 0; i < pixels.length; i++) {
      int label = i / DigitImage.PIXELS % 10;
      int row = i % DigitImage.PIXELS / DigitImage.SIDE;
      boolean bar = row == 4 + 2 * label || row == 5 + 2 * label;
      pixels[i] = (byte) (bar ? 255 : pixels[i] & 0x1f);
    }
    return pixels;
  }

  public static byte[] imageFile(byte[] pixels) {
    return idx(pixels, 0x803, pixels.length / DigitImage.PIXELS, 28, 28);
  }

  public static byte[] labelFile(byte[] labels) {
    return idx(labels, 0x801, labels.length);
  }

  /** Returns a file of any bytes with any header, valid or not. */
  public static byte[] idx(byte[] body, int... header) {
    ByteBuffer file = ByteBuffer.allocate(4 * header.length + body.length);
    for (int value : header) {
      file.putInt(value);
    }
    return file.put(body).array();
  }

  public static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }

  /** Returns gzip data in several members, of which the last is repeated. */
  public static byte[] gzip(byte[] start, byte[] repeated, int times) {
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    members.writeBytes(gzip(start));
    byte[] member = gzip(repeated);
    for (int i = 0; i < times; i++) {
      members.writeBytes(member);
    }
    return members.toByteArray();
  }

  /** Writes a file and creates its folder. */
  public static Path write(Path file, byte[] bytes) {
    try {
      Files.createDirectories(file.getParent());
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
