package org.digitpad.ui.train.data;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.digitpad.data.mnist.DownloadException;
import org.digitpad.data.mnist.DownloadListener;
import org.digitpad.train.TrainingData;

/**
 * A set of images that people can train on.
 *
 * @param name what they call it
 * @param option what the command line calls it, as {@code train} has it: with a space before it,
 *     empty for the usual set
 * @param look finds out whether it is there; slow
 * @param load loads it; slow, and throws {@link org.digitpad.io.BadInputException}
 * @param download fetches what is missing, where the state says that it can
 */
public record DatasetChoice(
    String name,
    String option,
    Supplier<State> look,
    Supplier<TrainingData> load,
    Download download) {
  /**
   * Whether a set can be trained on.
   *
   * @param ready whether all is there
   * @param fetchable whether what is missing can be downloaded
   * @param sentence where it is, or what is missing and what to do
   */
  public record State(boolean ready, boolean fetchable, String sentence) {}

  /** Fetches a set. */
  @FunctionalInterface
  public interface Download {
    /** For sets that lie where they lie. */
    Download NONE = (listener, cancelled) -> {};

    void run(DownloadListener listener, BooleanSupplier cancelled)
        throws DownloadException, InterruptedException;
  }
}
