package org.digitpad.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.digitpad.i18n.Messages;
import org.digitpad.nn.model.ModelFile;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.recognize.ModelLibrary;
import org.digitpad.ui.answer.Answer;
import org.digitpad.ui.common.Latches;
import org.digitpad.ui.common.Preferences;
import org.digitpad.ui.common.PreferencesFile;
import org.digitpad.ui.common.PreferencesStore;
import org.digitpad.ui.common.UiQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActiveModelTest {
  private static final String BUNDLED = title("Conv-GRU");

  @TempDir private Path folder;
  private final UiQueue ui = new UiQueue();
  private final LinkedBlockingQueue<Path> restored = new LinkedBlockingQueue<>();
  private PreferencesStore preferences;
  private Path file;
  private ActiveModel activeModel;

  @BeforeEach
  void writeAModel() throws IOException {
    preferences = new PreferencesFile(() -> folder.resolve("state"));
    file = folder.resolve("mine.safetensors");
    ModelFile.write(new ModelLibrary(folder).load(ModelLibrary.DEFAULT), file);
  }

  @AfterEach
  void close() {
    activeModel.answer().close();
  }

  @Test
  void theBundledModelIsUsedUntilAnotherIsChosen() {
    start();
    assertThat(activeModel.answer().modelNameProperty().get()).isEqualTo(BUNDLED);
    assertThat(restored).isEmpty();
  }

  @Test
  void theChosenModelIsUsedInLaterSessionsToo() {
    start();
    activeModel.use(mine());
    activeModel.answer().close();

    start();

    assertThat(activeModel.answer().modelNameProperty().get()).isEqualTo(title("mine"));
    assertThat(activeModel.answer().modelNoteProperty().get()).isEmpty();
    assertThat(restored).containsExactly(file);
  }

  @Test
  void theBundledModelCanBeChosenAgain() {
    start();
    activeModel.use(mine());
    activeModel.use(ModelLibrary.bundled().get(0));
    activeModel.answer().close();

    start();

    assertThat(activeModel.answer().modelNameProperty().get()).isEqualTo(BUNDLED);
    assertThat(restored).isEmpty();
  }

  @Test
  void theBundledModelIsUsedWhereTheChosenOneIsMissing() throws IOException {
    preferences.update(saved -> saved.withModel(file.toString()));
    Files.delete(file);
    start();
    assertBundledModelIsUsed();
  }

  @Test
  void theBundledModelIsUsedWhereTheChosenOneIsDamaged() throws IOException {
    preferences.update(saved -> saved.withModel(file.toString()));
    Files.writeString(file, "no model");
    start();
    assertBundledModelIsUsed();
  }

  @Test
  void aModelChosenWhileTheSavedOneLoadsWins() {
    preferences.update(saved -> saved.withModel(folder.resolve("gone.safetensors").toString()));
    CountDownLatch mayLoad = new CountDownLatch(1);
    open(
        CompletableFuture.supplyAsync(
            () -> {
              Latches.await(mayLoad);
              return preferences.load();
            }));
    activeModel.answer().warmUp();
    activeModel.use(mine());
    mayLoad.countDown();
    ui.runUntil(() -> activeModel.answer().answerProperty().get().state() == Answer.State.BLANK);

    assertThat(activeModel.answer().modelNoteProperty().get()).isEmpty();
    assertThat(activeModel.answer().modelNameProperty().get()).isEqualTo(title("mine"));
  }

  private void assertBundledModelIsUsed() {
    assertThat(activeModel.answer().modelNameProperty().get()).isEqualTo(BUNDLED);
    assertThat(activeModel.answer().modelNoteProperty().get())
        .isEqualTo(Messages.get("ui.activeModel.notLoaded", "mine.safetensors"));
    assertThat(restored).isEmpty();
  }

  private static String title(String name) {
    return Messages.plural("ui.modelTitle", 28_506, name);
  }

  private LibraryModel mine() {
    return LibraryModel.ofFile(file);
  }

  /** Waits until the model is loaded. */
  private void start() {
    open(CompletableFuture.completedFuture(preferences.load()));
    activeModel.answer().warmUp();
    ui.runUntil(() -> activeModel.answer().answerProperty().get().state() == Answer.State.BLANK);
  }

  private void open(CompletableFuture<Preferences> saved) {
    activeModel =
        new ActiveModel(
            new TestDependencies().models(folder).preferences(preferences).build(),
            saved,
            change -> preferences.update(change),
            ui,
            restored::add);
  }
}
