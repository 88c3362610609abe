package org.digitpad.data.mnist;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a folder compares with the original MNIST.
 *
 * @param folder the folder
 * @param files one entry for each of the four files, in the order of {@link MnistFile}
 */
public record MnistStatus(Path folder, List<FileStatus> files) {
  public MnistStatus {
    files = List.copyOf(files);
  }

  /** Whether all four files are there and are the originals. */
  public boolean complete() {
    return files.stream().allMatch(FileStatus::ok);
  }

  /**
   * One of the four files.
   *
   * @param name the name found; the published one if the file is missing
   * @param bytes size on disk; 0 if the file is missing
   * @param present whether it is there
   * @param problem one sentence that says what is wrong; null if it is the original
   */
  public record FileStatus(String name, long bytes, boolean present, @Nullable String problem) {
    /** Whether the file is the original, packed by whomever or not at all. */
    public boolean ok() {
      return problem == null;
    }
  }
}
