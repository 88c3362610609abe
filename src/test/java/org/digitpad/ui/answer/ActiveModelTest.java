package org.digitpad.ui.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.digitpad.i18n.Messages;
import org.digitpad.nn.model.ModelFile;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.recognize.ModelLibrary;
import org.digitpad.recognize.Recognizer;
import org.digitpad.recognize.sequence.DigitSequenceRecognizer;
import org.digitpad.ui.common.Latches;
import org.digitpad.ui.common.PreferencesFile;
import org.digitpad.ui.common.PreferencesStore;
import org.digitpad.ui.common.UiQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActiveModelTest {
  private static final String BUNDLED = title("Conv-GRU");
  private static final LibraryModel CONV_GRU = ModelLibrary.bundled().get(0);
  private static final LibraryModel MLP = ModelLibrary.bundled().get(2);

  @TempDir private Path folder;
  private final UiQueue ui = new UiQueue();
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
    assertThat(activeModel.activeProperty().get()).isEqualTo(CONV_GRU);
  }

  @Test
  void theChosenModelIsUsedInLaterSessionsToo() {
    start();
    activeModel.use(mine());
    awaitSaved(file.toString());
    activeModel.answer().close();

    start();

    assertThat(activeModel.answer().modelNameProperty().get()).isEqualTo(title("mine"));
    assertThat(activeModel.answer().modelNoteProperty().get()).isEmpty();
    assertThat(activeModel.activeProperty().get()).isEqualTo(mine());
  }

  @Test
  void theBundledModelCanBeChosenAgain() {
    start();
    activeModel.use(mine());
    awaitSaved(file.toString());
    activeModel.use(CONV_GRU);
    awaitSaved("");
    activeModel.answer().close();

    start();

    assertThat(activeModel.answer().modelNameProperty().get()).isEqualTo(BUNDLED);
    assertThat(activeModel.activeProperty().get()).isEqualTo(CONV_GRU);
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
              return preferences.load().model();
            }));
    activeModel.answer().warmUp();
    activeModel.use(mine());
    mayLoad.countDown();
    // the saved one is loaded first
    ui.runUntil(() -> activeModel.answer().modelNameProperty().get().equals(title("mine")));

    assertThat(activeModel.answer().answerProperty().get().state()).isEqualTo(Answer.State.BLANK);
    assertThat(activeModel.answer().modelNoteProperty().get()).isEmpty();
  }

  @Test
  void anotherBundledModelIsUsedInLaterSessionsToo() {
    start();
    activeModel.use(MLP);
    awaitSaved("mlp");
    activeModel.answer().close();

    start();

    assertThat(activeModel.activeProperty().get()).isEqualTo(MLP);
    assertThat(preferences.load().model()).isEqualTo("mlp");
  }

  @Test
  void aModelThatCannotBeLoadedLeavesTheOneBefore() throws IOException {
    start();
    activeModel.use(MLP);
    awaitSaved("mlp");
    Files.writeString(file, "no model");

    activeModel.use(mine());
    ui.runUntil(() -> !activeModel.answer().modelNoteProperty().get().isEmpty());

    assertThat(activeModel.activeProperty().get()).isEqualTo(MLP);
    assertThat(activeModel.answer().modelNoteProperty().get()).startsWith("mine was not loaded: ");
    assertThat(activeModel.answer().answerProperty().get().state()).isEqualTo(Answer.State.BLANK);
    assertThat(preferences.load().model()).isEqualTo("mlp");
  }

  @Test
  void aPersonWhoseModelIsGoneGetsTheDefaultOneAndNotThatOfThePersonBefore() throws IOException {
    start();
    activeModel.use(MLP);
    awaitSaved("mlp");
    Files.delete(file);

    activeModel.useSaved(file.toString());
    ui.runUntil(() -> !activeModel.answer().modelNoteProperty().get().isEmpty());

    assertBundledModelIsUsed();
    assertThat(preferences.load().model()).isEqualTo("mlp");
  }

  @Test
  void aModelOfTheCommandLineIsNotRemembered() {
    start();
    activeModel.useOnce(mine());
    ui.runUntil(() -> activeModel.answer().modelNameProperty().get().equals(title("mine")));

    assertThat(activeModel.activeProperty().get()).isEqualTo(mine());
    assertThat(preferences.load().model()).isEmpty();
  }

  @Test
  void findsTheUsersModels() {
    start();
    activeModel.findOwn();
    ui.drain();
    assertThat(activeModel.own()).containsExactly(mine());
  }

  private void awaitSaved(String name) {
    ui.runUntil(() -> preferences.load().model().equals(name));
  }

  private void assertBundledModelIsUsed() {
    assertThat(activeModel.answer().modelNameProperty().get()).isEqualTo(BUNDLED);
    assertThat(activeModel.answer().modelNoteProperty().get()).startsWith("mine was not loaded: ");
    assertThat(activeModel.activeProperty().get()).isEqualTo(CONV_GRU);
  }

  private static String title(String name) {
    return Messages.plural("ui.modelTitle", 28_506, name);
  }

  private LibraryModel mine() {
    return LibraryModel.ofFile(file);
  }

  /** Waits until the model is loaded. */
  private void start() {
    open(CompletableFuture.completedFuture(preferences.load().model()));
    activeModel.answer().warmUp();
    ui.runUntil(() -> activeModel.answer().answerProperty().get().state() == Answer.State.BLANK);
  }

  private void open(CompletableFuture<String> saved) {
    activeModel =
        new ActiveModel(
            new ActiveModel.Models(
                ModelLibrary.bundled(),
                () -> new ModelLibrary(folder).own(skipped -> {}),
                model -> new DigitSequenceRecognizer(new Recognizer(model.model()))::recognize),
            saved,
            name -> preferences.update(before -> before.withModel(name)),
            Runnable::run,
            ui);
  }
}
