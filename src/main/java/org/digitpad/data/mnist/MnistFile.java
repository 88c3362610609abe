package org.digitpad.data.mnist;

import java.util.Arrays;
import java.util.List;

/** The four original files of MNIST. */
public enum MnistFile {
  TRAIN_IMAGES(
      "train-images-idx3-ubyte",
      9_912_422,
      "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
      47_040_016,
      "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
  TRAIN_LABELS(
      "train-labels-idx1-ubyte",
      28_881,
      "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
      60_008,
      "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
  TEST_IMAGES(
      "t10k-images-idx3-ubyte",
      1_648_877,
      "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
      7_840_016,
      "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
  TEST_LABELS(
      "t10k-labels-idx1-ubyte",
      4_542,
      "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
      10_008,
      "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");

  private final ExpectedFile original;
  private final ExpectedFile unpacked;

  MnistFile(String name, long bytes, String sha256, long unpackedBytes, String unpackedSha256) {
    this.original = new ExpectedFile(name + ".gz", bytes, sha256);
    this.unpacked = new ExpectedFile(name, unpackedBytes, unpackedSha256);
  }

  /** Returns the four files as they are published, gzipped. */
  public static List<ExpectedFile> originals() {
    return Arrays.stream(values()).map(MnistFile::original).toList();
  }

  /** Returns name, size and hash of the published {@code .gz} file. */
  public ExpectedFile original() {
    return original;
  }

  /** Returns name, size and hash of the unpacked file. */
  public ExpectedFile unpacked() {
    return unpacked;
  }

  /** Returns the names that the file may have, the published one first. */
  List<String> names() {
    String dotted = unpacked.name().replace("-idx", ".idx");
    return List.of(original.name(), unpacked.name(), dotted + ".gz", dotted);
  }

  boolean holdsImages() {
    return this == TRAIN_IMAGES || this == TEST_IMAGES;
  }
}
