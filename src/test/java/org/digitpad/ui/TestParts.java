package org.digitpad.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.digitpad.data.DataSource;
import org.digitpad.recognize.DigitReader;
import org.digitpad.recognize.ModelLibrary;
import org.digitpad.recognize.ModelTraining;
import org.digitpad.ui.common.Preferences;
import org.digitpad.ui.common.Settings;
import org.digitpad.ui.common.SystemLook;
import org.digitpad.ui.common.ThemeChoice;
import org.digitpad.ui.compare.CompareParts;
import org.digitpad.ui.compare.TestImages;
import org.digitpad.ui.library.LibraryModels;
import org.digitpad.ui.pad.DraftStore;
import org.digitpad.ui.train.MnistChoices;
import org.digitpad.ui.train.ModelFolder;
import org.digitpad.ui.train.TrainParts;

/** Parts that touch neither files nor the system. */
final class TestParts {
  private TestParts() {}

  static AppParts of(Supplier<DigitReader> reader, DraftStore drafts) {
    return of(reader, drafts, training(Path.of("nowhere"), Path.of("nowhere")));
  }

  /** Real training on the images of a folder. */
  static TrainParts training(Path images, Path models) {
    return new TrainParts(
        List.of(MnistChoices.mnist(() -> new DataSource.Folder(images))),
        MnistChoices::folder,
        MnistChoices::kaggle,
        ModelTraining::train,
        new ModelFolder(() -> models));
  }

  static AppParts of(Supplier<DigitReader> reader, DraftStore drafts, TrainParts training) {
    return of(reader, drafts, training, comparing(Path.of("nowhere"), Path.of("nowhere")));
  }

  /** The bundled models, those in a folder, and the test images of another one. */
  static CompareParts comparing(Path images, Path models) {
    LibraryModels library = new LibraryModels(() -> new ModelLibrary(models));
    return new CompareParts(
        library.bundled(),
        library::own,
        library::ofFile,
        () -> TestImages.find(() -> new DataSource.OwnFolder(images)));
  }

  static AppParts of(
      Supplier<DigitReader> reader,
      DraftStore drafts,
      TrainParts training,
      CompareParts comparing) {
    return new AppParts(
        reader,
        drafts,
        new FixedSettings(),
        () -> SystemLook.Look.DEFAULT,
        training,
        comparing,
        new AppInfo("1.2.3", "Conv-GRU · 28,506 parameters", () -> "/somewhere/DigitPad"));
  }

  private static final class FixedSettings implements Settings {
    @Override
    public Preferences load() {
      return new Preferences(ThemeChoice.LIGHT, true, "");
    }

    @Override
    public void change(UnaryOperator<Preferences> change) {}
  }
}
