package org.digitpad.fuzz;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.digitpad.data.DigitImages;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.kaggle.KaggleCsv;
import org.digitpad.data.kaggle.KaggleFixture;
import org.digitpad.data.mnist.IdxFile;
import org.digitpad.data.mnist.MnistFixture;
import org.digitpad.data.strokes.StrokesFile;

/** MNIST's files, Kaggle's files and pen strokes, gzipped or not. */
final class DataFormats {
  private static final LabeledImages DIGITS = MnistFixture.digits(3, 1);

  private static final byte[] IMAGES = MnistFixture.imageFile(MnistFixture.pixels(3, 1));
  private static final byte[] TRAIN = ascii(KaggleFixture.trainCsv(DIGITS));

  private static final byte[] STROKES =
      ascii(
          """
          {"label":7,"group":"a","width":16,"strokes":[[[82,62],[198,62],[124,228]],[[95,150]]]}
          {"strokes":[]}
          {"strokes":[[[1.5e1,-2]]],"extra":{"a":[1,true,null,"\\u00e9"]},"label":0}
          """);

  private static final String[] IDX_WORDS = {
    "\0\0\10\3", "\0\0\10\1", "\0\0\0\34", "<html>", "\u001f\u008b\10"
  };

  private static final String[] CSV_WORDS = {
    "label,", "pixel0", "\r\n", "\n", ",", ",,", "\"", "\u00ef\u00bb\u00bf"
  };

  /** Words of JSON and of pen strokes. */
  static final String[] JSON_WORDS = {
    "\"strokes\":", "\"label\":", "\"group\":", "\"width\":", "[[[1,2]]]", "{", "}", "[", "]", ",",
    "null", "NaN", "Infinity", "1e999", "-0", "\"", "\\u0000", "\\ud800", "\\u001b", "\u001b[2J",
    "\u00ef\u00bb\u00bf", "\u00c0\u0080", "\u00ed\u00a0\u0080", "\n", "\r", "\0", "/*", "//"
  };

  private DataFormats() {}

  static FuzzFormat idxImages() {
    return images("idx-images", IMAGES)
        .handmade("4 billion images", () -> MnistFixture.idx(new byte[9], 0x803, -1, 28, 28))
        .handmade(
            "250,000 images without data",
            () -> MnistFixture.idx(new byte[9], 0x803, 250_000, 28, 28))
        .handmade("4 GB of nothing", file -> sparse(file, IMAGES, 4L << 30))
        .handmade("a web page", "<!DOCTYPE html>\n<html>");
  }

  static FuzzFormat gzippedIdxImages() {
    return gzipped(images("idx-images.gz", gzip(IMAGES)))
        .handmade("500,000 images in 381 kB", file -> gzippedZeros(file, 500_000))
        .handmade("250,000 images in 190 kB", file -> gzippedZeros(file, 250_000));
  }

  static FuzzFormat idxLabels() {
    return new FuzzFormat(
            "idx-labels",
            file -> ByteBuffer.wrap(IdxFile.readLabels(file)),
            MnistFixture.labelFile(MnistFixture.labels(20)))
        .words(IDX_WORDS)
        .handmade("250,000 labels", () -> MnistFixture.idx(new byte[250_000], 0x801, 250_000))
        .handmade("2 billion labels", () -> MnistFixture.idx(new byte[9], 0x801, 2_000_000_000));
  }

  static FuzzFormat kaggleTrain() {
    return csv("kaggle-train", TRAIN)
        .handmade("an endless line", "1,".repeat(5_000_000))
        .handmade("many blank lines", header(TRAIN) + "\n".repeat(10_000_000))
        .handmade("4 GB of nothing", file -> sparse(file, TRAIN, 4L << 30));
  }

  static FuzzFormat gzippedKaggleTrain() {
    String row = "7" + ",0".repeat(784) + "\n";
    return gzipped(csv("kaggle-train.gz", gzip(TRAIN)))
        .handmade(
            "500,000 images in 1.6 MB",
            file -> gzipped(file, ascii(header(TRAIN)), ascii(row.repeat(1_000)), 500));
  }

  static FuzzFormat kaggleTest() {
    byte[] test = ascii(KaggleFixture.testCsv(DIGITS));
    return new FuzzFormat("kaggle-test", file -> images(KaggleCsv.readTest(file)), test)
        .words(CSV_WORDS);
  }

  static FuzzFormat strokes() {
    return strokes("strokes", STROKES)
        .handmade("nested 100,000 deep", "{\"x\":" + "[".repeat(100_000))
        .handmade("a name of 10 MB", "{\"" + "\u001b[31m".repeat(2_000_000) + "\":1}")
        .handmade("two labels", "{\"label\":1,\"label\":2,\"strokes\":[]}")
        .handmade(
            "a number of a million digits", "{\"strokes\":[[[" + "9".repeat(1_000_000) + ",1]]]}")
        .handmade("UTF-32", () -> "{\"strokes\":[]}".getBytes(Charset.forName("UTF-32")))
        .handmade("an unknown order of bytes", "\0\0{\0\0\0\0\0")
        .handmade(
            "4 million points",
            ("{\"strokes\":[[" + "[1,2],".repeat(499_999) + "[1,2]]]}\n").repeat(8))
        .handmade("100,000 strokes", "{\"strokes\":[" + "[[1,2]],".repeat(99_999) + "[[1,2]]]}")
        .handmade("4 GB of nothing", file -> sparse(file, STROKES, 4L << 30));
  }

  static FuzzFormat gzippedStrokes() {
    return gzipped(strokes("strokes.gz", gzip(STROKES)))
        .handmade(
            "8 times 2 million points in 140 kB",
            file ->
                gzipped(
                    file,
                    new byte[0],
                    ascii("{\"strokes\":[[[1,2]" + ",[1,2]".repeat(1_999_999) + "]]}\n"),
                    8))
        .handmade(
            "100 MB of newlines in 102 kB",
            file -> gzipped(file, new byte[0], ascii("\n".repeat(1 << 20)), 100));
  }

  private static FuzzFormat images(String name, byte[] file) {
    return new FuzzFormat(name, each -> ByteBuffer.wrap(IdxFile.readImages(each)), file)
        .words(IDX_WORDS);
  }

  private static FuzzFormat csv(String name, byte[] file) {
    return new FuzzFormat(name, each -> KaggleCsv.readTrain(each).sha256(), file).words(CSV_WORDS);
  }

  private static FuzzFormat strokes(String name, byte[] file) {
    return new FuzzFormat(name, StrokesFile::read, file).words(JSON_WORDS);
  }

  private static FuzzFormat gzipped(FuzzFormat format) {
    // a changed magic number makes another format of it
    return format
        .shielded(DataFormats::gunzip, DataFormats::gzip)
        .protectedIf(file -> file.length > 2 && file[0] == 0x1f && file[1] == (byte) 0x8b);
  }

  private static Object images(DigitImages images) {
    return IntStream.range(0, images.size()).mapToObj(images::image).toList();
  }

  private static String header(byte[] csv) {
    return new String(csv, StandardCharsets.US_ASCII).lines().findFirst().orElseThrow() + "\n";
  }

  private static byte[] gunzip(byte[] file) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(file))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] gzip(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Writes a file that is as large as it likes, but takes no space. */
  static void sparse(Path file, byte[] start, long size) throws IOException {
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.write(start);
      out.setLength(size);
    }
  }

  private static void gzippedZeros(Path file, int count) throws IOException {
    byte[] header = MnistFixture.idx(new byte[0], 0x803, count, 28, 28);
    gzipped(file, header, new byte[784 * 1_000], count / 1_000);
  }

  /** Writes gzip data in several members, of which the last is repeated. */
  private static void gzipped(Path file, byte[] start, byte[] repeated, int times)
      throws IOException {
    byte[] member = gzip(repeated);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write(gzip(start));
      for (int i = 0; i < times; i++) {
        out.write(member);
      }
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
