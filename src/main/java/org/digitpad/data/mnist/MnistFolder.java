package org.digitpad.data.mnist;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.digitpad.data.Dataset;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.mnist.MnistStatus.FileStatus;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.DigitImage;
import org.digitpad.io.BadInputException;
import org.digitpad.io.InputFile;
import org.digitpad.io.Sha256;

/**
 * A folder with the four files of MNIST, gzipped or unpacked. Other datasets in the same format
 * load as well, whatever their size; {@link #status} tells them from the original. All methods read
 * files, so they must not be called on the UI thread.
 */
public final class MnistFolder implements Dataset {
  private final Path folder;

  public MnistFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Loads the training set: 60,000 images in the original.
   *
   * @throws BadInputException if a file is missing or damaged, or the counts do not match
   */
  @Override
  public LabeledImages train() {
    return load(MnistFile.TRAIN_IMAGES, MnistFile.TRAIN_LABELS);
  }

  /**
   * Loads the test set: 10,000 images in the original.
   *
   * @throws BadInputException if a file is missing or damaged, or the counts do not match
   */
  @Override
  public LabeledImages test() {
    return load(MnistFile.TEST_IMAGES, MnistFile.TEST_LABELS);
  }

  /** Compares the content of the four files, gzipped or not, with the originals. */
  public MnistStatus status() {
    return new MnistStatus(folder, Arrays.stream(MnistFile.values()).map(this::status).toList());
  }

  /**
   * Returns the SHA-256 of each of the four files on disk by its name, for a model card.
   *
   * @throws BadInputException if a file is missing or cannot be read
   */
  @Override
  public Map<String, String> sha256() {
    Map<String, String> hashes = new LinkedHashMap<>();
    for (MnistFile file : MnistFile.values()) {
      Path path = locate(file);
      try {
        hashes.put(path.getFileName().toString(), Sha256.of(path));
      } catch (IOException e) {
        throw InputFile.unusable(path, e);
      }
    }
    return hashes;
  }

  /** Returns all paths that the four files may have, whether they are there or not. */
  public List<Path> candidates() {
    return Arrays.stream(MnistFile.values()).flatMap(this::candidates).toList();
  }

  private Stream<Path> candidates(MnistFile file) {
    return file.names().stream().map(folder::resolve);
  }

  private LabeledImages load(MnistFile imageFile, MnistFile labelFile) {
    Path imagePath = locate(imageFile);
    Path labelPath = locate(labelFile);
    byte[] labels = IdxFile.readLabels(labelPath);
    byte[] pixels = IdxFile.readImages(imagePath);
    int images = pixels.length / DigitImage.PIXELS;
    if (images != labels.length) {
      throw new BadInputException(
          Messages.get("data.mnist.countMismatch", imagePath, images, labelPath, labels.length));
    }
    return new LabeledImages(pixels, labels);
  }

  private Path locate(MnistFile file) {
    if (!Files.isDirectory(folder)) {
      throw new BadInputException(Messages.get("data.mnist.notAFolder", folder));
    }
    return find(file)
        .orElseThrow(
            () ->
                new BadInputException(
                    Messages.get("data.mnist.missingForLoading", file.original().name(), folder)));
  }

  /**
   * Finds a file under any of its names; what is no regular file, or is in a folder that is closed
   * to this user, only if there is no other, as reading it tells why it cannot be used.
   */
  private Optional<Path> find(MnistFile file) {
    List<Path> found = candidates(file).filter(path -> !Files.notExists(path)).toList();
    return found.stream()
        .filter(Files::isRegularFile)
        .findFirst()
        .or(() -> found.stream().findFirst());
  }

  private FileStatus status(MnistFile file) {
    Optional<Path> found = find(file);
    if (found.isEmpty()) {
      String name = file.original().name();
      return new FileStatus(name, 0, false, Messages.get("data.mnist.missing", name, folder));
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
        file.holdsImages()
            ? Messages.plural(
                "data.mnist.images.notOriginal",
                IdxFile.readImages(path).length / DigitImage.PIXELS,
                path)
            : Messages.plural(
                "data.mnist.labels.notOriginal", IdxFile.readLabels(path).length, path));
  }

  private static long sizeOf(Path path) {
    try {
      return Files.size(path);
    } catch (IOException unknown) {
      return 0;
    }
  }
}
