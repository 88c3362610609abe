package org.digitpad.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.digitpad.data.drawings.DrawingStore;
import org.digitpad.data.drawings.InMemoryDrawingStore;
import org.digitpad.data.profiles.Profiles;
import org.digitpad.data.source.DataSource;
import org.digitpad.ink.Drawing;
import org.digitpad.io.DataFolders;
import org.digitpad.io.faults.Disk;
import org.digitpad.io.faults.DiskFileSystem;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.recognize.ModelLibrary;
import org.digitpad.recognize.live.CanvasRecognizer;
import org.digitpad.train.ModelTraining;
import org.digitpad.ui.answer.ActiveModel;
import org.digitpad.ui.chart.ModelColors;
import org.digitpad.ui.common.Preferences;
import org.digitpad.ui.common.PreferencesStore;
import org.digitpad.ui.common.SystemAppearance;
import org.digitpad.ui.common.ThemeChoice;
import org.digitpad.ui.compare.CompareDependencies;
import org.digitpad.ui.compare.TestImages;
import org.digitpad.ui.draw.DraftStore;
import org.digitpad.ui.draw.InMemoryDraftStore;
import org.digitpad.ui.learn.CopyFolder;
import org.digitpad.ui.learn.HandLearner;
import org.digitpad.ui.learn.LearnDependencies;
import org.digitpad.ui.learn.Learner;
import org.digitpad.ui.train.TrainDependencies;
import org.digitpad.ui.train.data.DatasetChoice;
import org.digitpad.ui.train.data.DatasetChoices;
import org.digitpad.ui.train.history.RunFolder;
import org.digitpad.ui.train.run.Trainer;

/**
 * Builds the dependencies of a window that uses neither the user's files nor the system's settings.
 * By default it has the bundled models, a blank canvas, and no images.
 */
final class TestDependencies {
  private Function<LibraryModel, CanvasRecognizer> recognizer =
      DigitPadApp.dependencies().models().recognizer();
  private DraftStore drafts = new InMemoryDraftStore(Drawing.BLANK);
  private DrawingStore drawings = new InMemoryDrawingStore();
  private Supplier<Path> myDrawings = TestDependencies::newFile;
  private Supplier<Path> home = () -> new DiskFileSystem(new Disk()).getPath("/home/user/digitpad");
  private Learner learner = new HandLearner(() -> new DataSource.Folder(Path.of("nowhere")));
  private PreferencesStore preferences = new FixedPreferences();
  private Supplier<SystemAppearance.Detected> systemAppearance =
      () -> SystemAppearance.Detected.DEFAULT;
  private Path images = Path.of("nowhere");
  private Path models = Path.of("nowhere");
  private Supplier<List<LibraryModel>> ownModels =
      () -> new ModelLibrary(models).own(skipped -> {});
  private Trainer trainer = ModelTraining::train;
  private final List<DatasetChoice> datasets = new ArrayList<>();

  /** Sets what loads the recognizer of the pad. */
  TestDependencies recognizer(Supplier<CanvasRecognizer> newRecognizer) {
    recognizer = model -> newRecognizer.get();
    return this;
  }

  TestDependencies drafts(DraftStore newDrafts) {
    drafts = newDrafts;
    return this;
  }

  TestDependencies drawings(DrawingStore newDrawings) {
    drawings = newDrawings;
    return this;
  }

  /** Sets the file of the person's drawings; without, it is a new one on a disk in memory. */
  TestDependencies myDrawings(Path file) {
    myDrawings = () -> file;
    return this;
  }

  /** Sets the folder of DigitPad, in which people are; without, it is a new one in memory. */
  TestDependencies home(Path folder) {
    home = () -> folder;
    return this;
  }

  /** Sets what learns from these. */
  TestDependencies learner(Learner newLearner) {
    learner = newLearner;
    return this;
  }

  private static Path newFile() {
    return new DiskFileSystem(new Disk()).getPath("/home/user/digitpad/my-drawings.jsonl");
  }

  TestDependencies preferences(PreferencesStore newPreferences) {
    preferences = newPreferences;
    return this;
  }

  /** Sets the folder of the images to train on and to compare models on, in MNIST's format. */
  TestDependencies images(Path folder) {
    images = folder;
    return this;
  }

  /** Sets the folder of the user's own models. */
  TestDependencies models(Path folder) {
    models = folder;
    return this;
  }

  TestDependencies systemAppearance(Supplier<SystemAppearance.Detected> newAppearance) {
    systemAppearance = newAppearance;
    return this;
  }

  /** Sets what finds the models that the Compare tab offers to add. */
  TestDependencies ownModels(Supplier<List<LibraryModel>> newModels) {
    ownModels = newModels;
    return this;
  }

  TestDependencies trainer(Trainer newTrainer) {
    trainer = newTrainer;
    return this;
  }

  /** Offers the synthetic digits to train on as well. */
  TestDependencies withBuiltinDigits() {
    datasets.add(DatasetChoices.builtin());
    return this;
  }

  AppDependencies build() {
    ModelColors colors = new ModelColors(ModelLibrary.bundled());
    return new AppDependencies(
        new ActiveModel.Models(ModelLibrary.bundled(), ownModels, recognizer),
        drafts,
        drawings,
        myDrawings,
        profiles(),
        new LearnDependencies(learner, new CopyFolder(() -> models)),
        preferences,
        systemAppearance,
        training(colors),
        comparison(colors),
        new AppInfo("1.2.3", () -> new DataFolders(Path.of("/somewhere/DigitPad"))));
  }

  private Profiles profiles() {
    DataFolders folders = new DataFolders(home.get());
    return new Profiles(() -> folders);
  }

  private TrainDependencies training(ModelColors colors) {
    return new TrainDependencies(
        Stream.concat(
                Stream.of(DatasetChoices.mnist(() -> new DataSource.Folder(images))),
                datasets.stream())
            .toList(),
        DatasetChoices::folder,
        DatasetChoices::kaggle,
        trainer,
        new RunFolder(() -> models),
        colors);
  }

  private CompareDependencies comparison(ModelColors colors) {
    return new CompareDependencies(
        ModelLibrary.bundled(),
        ownModels,
        () -> TestImages.find(() -> new DataSource.OwnFolder(images)),
        colors);
  }

  private static final class FixedPreferences implements PreferencesStore {
    @Override
    public Preferences load() {
      return new Preferences(ThemeChoice.LIGHT, true, "");
    }

    @Override
    public void update(UnaryOperator<Preferences> update) {}
  }
}
