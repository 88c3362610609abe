package org.digitpad.data;

import java.util.Arrays;
import java.util.List;

/** The four original files of MNIST. */
public enum MnistFile {
  TRAIN_IMAGES(
      "train-images-idx3-ubyte",
      60_000,
      9_912_422,
      "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609"),
  TRAIN_LABELS(
      "train-labels-idx1-ubyte",
      60_000,
      28_881,
      "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c"),
  TEST_IMAGES(
      "t10k-images-idx3-ubyte",
      10_000,
      1_648_877,
      "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6"),
  TEST_LABELS(
      "t10k-labels-idx1-ubyte",
      10_000,
      4_542,
      "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6");

  private final String unpackedName;
  private final int count;
  private final ExpectedFile original;

  MnistFile(String unpackedName, int count, long bytes, String sha256) {
    this.unpackedName = unpackedName;
    this.count = count;
    this.original = new ExpectedFile(unpackedName + ".gz", bytes, sha256);
  }

  /** The four as they are published, gzipped. */
  public static List<ExpectedFile> originals() {
    return Arrays.stream(values()).map(MnistFile::original).toList();
  }

  /** Images or labels in the original. */
  public int count() {
    return count;
  }

  /** Name, size and sum of the published {@code .gz}. */
  public ExpectedFile original() {
    return original;
  }

  /** Names under which the file is looked for, the published one first. */
  List<String> names() {
    String dotted = unpackedName.replace("-idx", ".idx");
    return List.of(original.name(), unpackedName, dotted + ".gz", dotted);
  }

  boolean holdsImages() {
    return this == TRAIN_IMAGES || this == TEST_IMAGES;
  }
}
