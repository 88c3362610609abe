package org.digitpad.ui.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.ModelFile;
import org.digitpad.nn.model.Models;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.ui.pad.PadViewModel;

/**
 * Compares models that always read the same digit, without a window: the UI thread is the test's
 * own.
 */
final class CompareFixture implements AutoCloseable {
  static final LabeledImages IMAGES = MnistLikeDigits.images(200, 1);
  static final TestImages FOUND = new TestImages(IMAGES, false, "200 digits");

  final LinkedBlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
  final PadViewModel pad = new PadViewModel(drawing -> {});
  final List<LibraryModel> own = new ArrayList<>();
  final CompareViewModel model;

  CompareFixture(List<LibraryModel> bundled, Supplier<TestImages> images) {
    model =
        new CompareViewModel(
            new CompareDependencies(bundled, () -> List.copyOf(own), images),
            pad,
            Runnable::run,
            ui::add);
  }

  /** Compares {@link #threeModels} on {@link #FOUND}. */
  static CompareFixture three(Path folder) {
    return new CompareFixture(threeModels(folder), () -> FOUND);
  }

  /** A and B predict a 3 and C a 5; A is most confident, B least. */
  static List<LibraryModel> threeModels(Path folder) {
    return List.of(always(folder, "A", 3, 8), always(folder, "B", 3, 4), always(folder, "C", 5, 6));
  }

  /** Writes a model that predicts the same digit for every image. */
  static LibraryModel always(Path folder, String title, int digit, float bias) {
    return written(folder, title, Models.always(digit, bias));
  }

  static LibraryModel written(Path folder, String title, Model model) {
    Path file = folder.resolve(ModelFile.name(title));
    try {
      ModelFile.write(model, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return LibraryModel.ofFile(file);
  }

  ModelColumnViewModel column(String name) {
    return model.columns().stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  String consensus() {
    return model.consensusProperty().get().sentence();
  }

  void draw() {
    pad.penDown(100, 100);
    pad.penMove(140, 180);
    pad.penUp();
  }

  /** Enters, and waits until all models have read all images. */
  CompareFixture enterAndRead() {
    model.enter();
    until(
        () ->
            model.readings().snapshotProperty().get().columns().size() == model.columns().size()
                && model.readings().busyProperty().get().isEmpty());
    return this;
  }

  /** Runs what came to the UI thread until a condition holds. */
  void until(BooleanSupplier condition) {
    try {
      while (!condition.getAsBoolean()) {
        Runnable task = ui.poll(60, TimeUnit.SECONDS);
        if (task == null) {
          throw new AssertionError("never came; now: " + consensus());
        }
        task.run();
      }
    } catch (InterruptedException end) {
      throw new IllegalStateException(end);
    }
  }

  @Override
  public void close() {
    model.close();
  }
}
