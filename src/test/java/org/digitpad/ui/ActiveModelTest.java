package org.digitpad.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import org.digitpad.ink.Drawing;
import org.digitpad.nn.model.ModelFile;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.recognize.ModelLibrary;
import org.digitpad.ui.answer.Answer;
import org.digitpad.ui.common.Preferences;
import org.digitpad.ui.common.PreferencesFile;
import org.digitpad.ui.common.PreferencesStore;
import org.digitpad.ui.draw.InMemoryDraftStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ActiveModelTest {
  private static final String BUNDLED = "Conv-GRU · 28,506 parameters";

  @TempDir private Path folder;
  private final LinkedBlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
  private final LinkedBlockingQueue<Path> found = new LinkedBlockingQueue<>();
  private PreferencesStore settings;
  private Path file;
  private ActiveModel reader;

  @BeforeEach
  void keepsAModel() throws IOException {
    settings = new PreferencesFile(() -> folder.resolve("state"));
    file = folder.resolve("mine.safetensors");
    ModelFile.write(new ModelLibrary(folder).load(ModelLibrary.DEFAULT), file);
  }

  @AfterEach
  void close() {
    reader.answer().close();
  }

  @Test
  void theBundledModelReadsUntilAnotherIsChosen() throws InterruptedException {
    start();
    assertThat(reader.answer().readerNameProperty().get()).isEqualTo(BUNDLED);
    assertThat(found).isEmpty();
  }

  @Test
  void theChosenModelReadsAfterTheNextStartToo() throws InterruptedException {
    start();
    reader.use(mine());
    reader.answer().close();

    start();

    assertThat(reader.answer().readerNameProperty().get()).isEqualTo("mine · 28,506 parameters");
    assertThat(reader.answer().readerNoteProperty().get()).isEmpty();
    assertThat(found).containsExactly(file);
  }

  @Test
  void theBundledModelCanBeChosenAgain() throws InterruptedException {
    start();
    reader.use(mine());
    reader.use(ModelLibrary.bundled().get(0));
    reader.answer().close();

    start();

    assertThat(reader.answer().readerNameProperty().get()).isEqualTo(BUNDLED);
    assertThat(found).isEmpty();
  }

  @Test
  void theBundledModelReadsWhereTheChosenOneIsGone() throws InterruptedException, IOException {
    settings.change(kept -> kept.withModel(file.toString()));
    Files.delete(file);
    start();
    saysThatItIsGone();
  }

  @Test
  void theBundledModelReadsWhereTheChosenOneIsDamaged() throws InterruptedException, IOException {
    settings.change(kept -> kept.withModel(file.toString()));
    Files.writeString(file, "no model");
    start();
    saysThatItIsGone();
  }

  @Test
  void whatIsChosenWhileTheOldOneLoadsCounts() throws InterruptedException {
    settings.change(kept -> kept.withModel(folder.resolve("gone.safetensors").toString()));
    CountDownLatch mayLoad = new CountDownLatch(1);
    open(
        CompletableFuture.supplyAsync(
            () -> {
              await(mayLoad);
              return settings.load();
            }));
    reader.answer().warmUp();
    reader.use(mine());
    mayLoad.countDown();
    until(() -> reader.answer().answerProperty().get().state() == Answer.State.BLANK);

    assertThat(reader.answer().readerNoteProperty().get()).isEmpty();
    assertThat(reader.answer().readerNameProperty().get()).isEqualTo("mine · 28,506 parameters");
  }

  private void saysThatItIsGone() {
    assertThat(reader.answer().readerNameProperty().get()).isEqualTo(BUNDLED);
    assertThat(reader.answer().readerNoteProperty().get())
        .isEqualTo(
            "mine.safetensors is gone or damaged, so the bundled model reads."
                + " Choose another in Train.");
    assertThat(found).isEmpty();
  }

  private LibraryModel mine() {
    return LibraryModel.ofFile(file);
  }

  /** Until the reader is there. */
  private void start() throws InterruptedException {
    open(CompletableFuture.completedFuture(settings.load()));
    reader.answer().warmUp();
    until(() -> reader.answer().answerProperty().get().state() == Answer.State.BLANK);
  }

  private void open(CompletableFuture<Preferences> kept) {
    AppDependencies simple =
        TestDependencies.of(
            DigitPadApp.parts().reader(),
            new InMemoryDraftStore(Drawing.BLANK),
            TestDependencies.training(folder, folder));
    AppDependencies parts =
        new AppDependencies(
            simple.reader(),
            simple.drafts(),
            settings,
            simple.systemLook(),
            simple.training(),
            simple.comparing(),
            simple.info());
    reader = new ActiveModel(parts, kept, Runnable::run, ui::add, found::add);
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
