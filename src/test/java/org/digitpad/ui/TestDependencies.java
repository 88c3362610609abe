package org.digitpad.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.digitpad.data.source.DataSource;
import org.digitpad.recognize.CanvasRecognizer;
import org.digitpad.recognize.ModelLibrary;
import org.digitpad.train.ModelTraining;
import org.digitpad.ui.common.Preferences;
import org.digitpad.ui.common.PreferencesStore;
import org.digitpad.ui.common.SystemAppearance;
import org.digitpad.ui.common.ThemeChoice;
import org.digitpad.ui.compare.CompareDependencies;
import org.digitpad.ui.compare.TestImages;
import org.digitpad.ui.draw.DraftStore;
import org.digitpad.ui.train.TrainDependencies;
import org.digitpad.ui.train.data.DatasetChoices;
import org.digitpad.ui.train.history.ModelFolder;

/** Parts that touch neither files nor the system. */
final class TestDependencies {
  private TestDependencies() {}

  static AppDependencies of(Supplier<CanvasRecognizer> reader, DraftStore drafts) {
    return of(reader, drafts, training(Path.of("nowhere"), Path.of("nowhere")));
  }

  /** Real training on the images of a folder. */
  static TrainDependencies training(Path images, Path models) {
    return new TrainDependencies(
        List.of(DatasetChoices.mnist(() -> new DataSource.Folder(images))),
        DatasetChoices::folder,
        DatasetChoices::kaggle,
        ModelTraining::train,
        new ModelFolder(() -> models));
  }

  static AppDependencies of(
      Supplier<CanvasRecognizer> reader, DraftStore drafts, TrainDependencies training) {
    return of(reader, drafts, training, comparing(Path.of("nowhere"), Path.of("nowhere")));
  }

  /** The bundled models, those in a folder, and the test images of another one. */
  static CompareDependencies comparing(Path images, Path models) {
    return new CompareDependencies(
        ModelLibrary.bundled(),
        () -> new ModelLibrary(models).own(skipped -> {}),
        () -> TestImages.find(() -> new DataSource.OwnFolder(images)));
  }

  static AppDependencies of(
      Supplier<CanvasRecognizer> reader,
      DraftStore drafts,
      TrainDependencies training,
      CompareDependencies comparing) {
    return new AppDependencies(
        reader,
        drafts,
        new FixedSettings(),
        () -> SystemAppearance.Look.DEFAULT,
        training,
        comparing,
        new AppInfo("1.2.3", "Conv-GRU · 28,506 parameters", () -> "/somewhere/DigitPad"));
  }

  private static final class FixedSettings implements PreferencesStore {
    @Override
    public Preferences load() {
      return new Preferences(ThemeChoice.LIGHT, true, "");
    }

    @Override
    public void change(UnaryOperator<Preferences> change) {}
  }
}
