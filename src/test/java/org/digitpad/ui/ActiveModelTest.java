package org.digitpad.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import org.digitpad.i18n.Messages;
import org.digitpad.nn.model.ModelFile;
import org.digitpad.recognize.ModelLibrary;
import org.digitpad.ui.answer.Answer;
import org.digitpad.ui.common.Preferences;
import org.digitpad.ui.common.PreferencesFile;
import org.digitpad.ui.common.PreferencesStore;
import org.digitpad.ui.train.history.ModelFolder;
import org.digitpad.ui.train.history.SavedRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActiveModelTest {
  private static final String BUNDLED = title("Conv-GRU");

  @TempDir private Path folder;
  private final LinkedBlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
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
  void theBundledModelIsUsedUntilAnotherIsChosen() throws InterruptedException {
    start();
    assertThat(activeModel.answer().modelNameProperty().get()).isEqualTo(BUNDLED);
    assertThat(restored).isEmpty();
  }

  @Test
  void theChosenModelIsUsedInLaterSessionsToo() throws InterruptedException {
    start();
    activeModel.use(mine());
    activeModel.answer().close();

    start();

    assertThat(activeModel.answer().modelNameProperty().get()).isEqualTo(title("mine"));
    assertThat(activeModel.answer().modelNoteProperty().get()).isEmpty();
    assertThat(restored).containsExactly(file);
  }

  @Test
  void theBundledModelCanBeChosenAgain() throws InterruptedException {
    start();
    activeModel.use(mine());
    activeModel.use(new SavedRun("bundled", mine().model(), null));
    activeModel.answer().close();

    start();

    assertThat(activeModel.answer().modelNameProperty().get()).isEqualTo(BUNDLED);
    assertThat(restored).isEmpty();
  }

  @Test
  void theBundledModelIsUsedWhereTheChosenOneIsMissing() throws InterruptedException, IOException {
    preferences.update(saved -> saved.withModel(file.toString()));
    Files.delete(file);
    start();
    assertBundledModelIsUsed();
  }

  @Test
  void theBundledModelIsUsedWhereTheChosenOneIsDamaged() throws InterruptedException, IOException {
    preferences.update(saved -> saved.withModel(file.toString()));
    Files.writeString(file, "no model");
    start();
    assertBundledModelIsUsed();
  }

  @Test
  void aModelChosenWhileTheSavedOneLoadsWins() throws InterruptedException {
    preferences.update(saved -> saved.withModel(folder.resolve("gone.safetensors").toString()));
    CountDownLatch mayLoad = new CountDownLatch(1);
    open(
        CompletableFuture.supplyAsync(
            () -> {
              await(mayLoad);
              return preferences.load();
            }));
    activeModel.answer().warmUp();
    activeModel.use(mine());
    mayLoad.countDown();
    until(() -> activeModel.answer().answerProperty().get().state() == Answer.State.BLANK);

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
    return Messages.plural("ui.common.modelTitle", 28_506, name);
  }

  private SavedRun mine() {
    return new ModelFolder(() -> folder).open(file);
  }

  /** Waits until the model is loaded. */
  private void start() throws InterruptedException {
    open(CompletableFuture.completedFuture(preferences.load()));
    activeModel.answer().warmUp();
    until(() -> activeModel.answer().answerProperty().get().state() == Answer.State.BLANK);
  }

  private void open(CompletableFuture<Preferences> saved) {
    activeModel =
        new ActiveModel(
            new TestDependencies().models(folder).preferences(preferences).build(),
            saved,
            Runnable::run,
            ui::add,
            restored::add);
  }

  private void until(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      ui.take().run();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException end) {
      throw new IllegalStateException(end);
    }
  }
}
