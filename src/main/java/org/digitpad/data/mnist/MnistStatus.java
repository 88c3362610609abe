package org.digitpad.data.mnist;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of comparing a folder with the original MNIST.
 *
 * @param folder the folder compared
 * @param files one entry for each of the four files, in the order of {@link MnistFile}
 */
public record MnistStatus(Path folder, List<FileStatus> files) {
  public MnistStatus {
    files = List.copyOf(files);
  }

  /** Returns whether all four files are present and original. */
  public boolean isComplete() {
    return files.stream().allMatch(FileStatus::isOriginal);
  }

  /**
   * The status of one of the four files.
   *
   * @param name name of the file; the published one if the file is missing
   * @param bytes size on disk; 0 if the file is missing
   * @param present whether the file exists
   * @param problem one sentence for the user that says what is wrong; null if it is the original
   */
  public record FileStatus(String name, long bytes, boolean present, @Nullable String problem) {
    /** Returns whether the content is the original, gzipped or not. */
    public boolean isOriginal() {
      return problem == null;
    }
  }
}
