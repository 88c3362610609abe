package org.digitpad.ui.train.data;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.digitpad.data.mnist.DownloadException;
import org.digitpad.data.mnist.DownloadListener;
import org.digitpad.train.TrainingData;

/**
 * A dataset to train on.
 *
 * @param name name in the window
 * @param option the option of the {@code train} command that names the dataset, with a leading
 *     space; empty for the default dataset
 * @param availability checks whether the dataset is there; slow
 * @param load loads the dataset; slow, and throws {@link org.digitpad.io.BadInputException}
 * @param download downloads what is missing, where {@link Availability} allows it
 */
public record DatasetChoice(
    String name,
    String option,
    Supplier<Availability> availability,
    Supplier<TrainingData> load,
    Download download) {
  /**
   * Whether a dataset can be trained on.
   *
   * @param complete whether all of it is there
   * @param downloadable whether what is missing can be downloaded
   * @param mnist whether it is MNIST, or will be once it is downloaded
   * @param description where the dataset is, or what is missing and what to do about it
   */
  public record Availability(
      boolean complete, boolean downloadable, boolean mnist, String description) {
    static Availability mnist(String description) {
      return new Availability(true, false, true, description);
    }

    static Availability available(String description) {
      return new Availability(true, false, false, description);
    }

    static Availability downloadable(String description) {
      return new Availability(false, true, true, description);
    }

    static Availability unavailable(String description) {
      return new Availability(false, false, false, description);
    }
  }

  /** Downloads a dataset. */
  @FunctionalInterface
  public interface Download {
    /** For datasets that cannot be downloaded. */
    Download NONE = (listener, cancelled) -> {};

    void run(DownloadListener listener, BooleanSupplier cancelled)
        throws DownloadException, InterruptedException;
  }
}
