package org.digitpad.data.mnist;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.digitpad.data.Dataset;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.mnist.MnistStatus.FileStatus;
import org.digitpad.ink.DigitImage;
import org.digitpad.io.BadInputException;
import org.digitpad.io.InputFile;
import org.digitpad.io.Sha256;

/**
 * A folder with the four files of MNIST, gzipped or unpacked. Other sets in the same files load as
 * well, whatever their size; {@link #status} tells them from the original. Reads files: never use
 * it on the UI thread.
 */
public final class MnistFolder implements Dataset {
  private final Path folder;

  public MnistFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Loads the training set: 60,000 images in the original.
   *
   * @throws BadInputException if a file is missing or damaged, or the counts disagree
   */
  @Override
  public LabeledImages train() {
    return load(MnistFile.TRAIN_IMAGES, MnistFile.TRAIN_LABELS);
  }

  /**
   * Loads the test set: 10,000 images in the original.
   *
   * @throws BadInputException if a file is missing or damaged, or the counts disagree
   */
  @Override
  public LabeledImages test() {
    return load(MnistFile.TEST_IMAGES, MnistFile.TEST_LABELS);
  }

  /** Compares the content of the four files, gzipped or not, with that of the originals. */
  public MnistStatus status() {
    return new MnistStatus(folder, Arrays.stream(MnistFile.values()).map(this::status).toList());
  }

  /**
   * Returns the SHA-256 of the four files as they are on disk, by their names, for a model card.
   *
   * @throws BadInputException if a file is missing or cannot be read
   */
  @Override
  public Map<String, String> sha256() {
    Map<String, String> sums = new LinkedHashMap<>();
    for (MnistFile file : MnistFile.values()) {
      Path path = locate(file);
      try {
        sums.put(path.getFileName().toString(), Sha256.of(path));
      } catch (IOException e) {
        throw InputFile.unusable(path, e);
      }
    }
    return sums;
  }

  private LabeledImages load(MnistFile imageFile, MnistFile labelFile) {
    Path imagePath = locate(imageFile);
    Path labelPath = locate(labelFile);
    byte[] labels = IdxFile.readLabels(labelPath);
    byte[] pixels = IdxFile.readImages(imagePath);
    int images = pixels.length / DigitImage.PIXELS;
    if (images != labels.length) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "%s has %,d images, but %s has %,d labels; put two files there that belong together.",
              imagePath,
              images,
              labelPath,
              labels.length));
    }
    return new LabeledImages(pixels, labels);
  }

  private Path locate(MnistFile file) {
    if (!Files.isDirectory(folder)) {
      throw new BadInputException(
          folder + " is not a folder; name the folder with the four MNIST files.");
    }
    return find(file)
        .orElseThrow(
            () ->
                new BadInputException(
                    file.original().name()
                        + " is missing in "
                        + folder
                        + "; put the four MNIST files there, or fetch them with `data download`."));
  }

  /** A file under any of its names; a folder of such a name only where there is no file. */
  private Optional<Path> find(MnistFile file) {
    List<Path> there = file.names().stream().map(folder::resolve).filter(Files::exists).toList();
    return there.stream()
        .filter(Files::isRegularFile)
        .findFirst()
        .or(() -> there.stream().findFirst());
  }

  private FileStatus status(MnistFile file) {
    Optional<Path> found = find(file);
    if (found.isEmpty()) {
      String name = file.original().name();
      return new FileStatus(name, 0, false, name + " is missing in " + folder + ".");
    }
    Path path = found.get();
    String name = path.getFileName().toString();
    try {
      checkOriginal(file, path);
      return new FileStatus(name, sizeOf(path), true, null);
    } catch (BadInputException e) {
      return new FileStatus(name, sizeOf(path), true, e.getMessage());
    }
  }

  private static void checkOriginal(MnistFile file, Path path) {
    try (InputStream in = InputFile.open(path)) {
      if (file.unpacked().matches(in)) {
        return;
      }
    } catch (IOException e) {
      throw InputFile.unusable(path, e);
    }
    throw new BadInputException(
        String.format(
            Locale.ROOT,
            "%s is readable (%,d %s), but is not the original MNIST file.",
            path,
            countIn(file, path),
            file.holdsImages() ? "images" : "labels"));
  }

  private static int countIn(MnistFile file, Path path) {
    return file.holdsImages()
        ? IdxFile.readImages(path).length / DigitImage.PIXELS
        : IdxFile.readLabels(path).length;
  }

  private static long sizeOf(Path path) {
    try {
      return Files.size(path);
    } catch (IOException e) {
      throw InputFile.unusable(path, e);
    }
  }
}
