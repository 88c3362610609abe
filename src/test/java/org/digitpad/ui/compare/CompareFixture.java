package org.digitpad.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.Models;
import org.digitpad.ui.models.LoadedModel;
import org.digitpad.ui.models.ModelChoice;
import org.digitpad.ui.pad.PadViewModel;

/**
 * Compares models that always read the same digit, without a window: the UI thread is the test's
 * own.
 */
final class CompareFixture implements AutoCloseable {
  static final LabeledImages IMAGES = MnistLikeDigits.images(200, 1);
  static final TestImages FOUND = new TestImages(IMAGES, false, "200 digits");

  /** Two read a 3, one of them more surely than the third reads its 5. */
  static final List<ModelChoice> THREE =
      List.of(always("A", 3, 8), always("B", 3, 4), always("C", 5, 6));

  final LinkedBlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
  final PadViewModel pad = new PadViewModel(drawing -> {});
  final List<ModelChoice> own = new ArrayList<>();
  final CompareViewModel model;

  CompareFixture(List<ModelChoice> bundled, Supplier<TestImages> images) {
    model =
        new CompareViewModel(
            new CompareDependencies(
                bundled,
                () -> List.copyOf(own),
                file -> always(file.getFileName().toString(), 1, 2),
                images),
            pad,
            Runnable::run,
            ui::add);
  }

  static CompareFixture three() {
    return new CompareFixture(THREE, () -> FOUND);
  }

  static ModelChoice always(String name, int digit, float bias) {
    Model model = Models.always(digit, bias);
    return new ModelChoice(name, () -> new LoadedModel(model, 117_360));
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
        ui.take().run();
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
