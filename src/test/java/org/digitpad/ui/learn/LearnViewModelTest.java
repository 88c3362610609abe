package org.digitpad.ui.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.i18n.Messages;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.ModelFile;
import org.digitpad.nn.model.Models;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.recognize.ModelLibrary;
import org.digitpad.train.adapt.Adaptation;
import org.digitpad.ui.answer.ActiveModel;
import org.digitpad.ui.common.UiQueue;
import org.digitpad.ui.learn.LearnViewModel.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LearnViewModelTest {
  private static final LibraryModel CONV_GRU = ModelLibrary.bundled().get(0);
  private static final LibraryModel COMBINATION = ModelLibrary.bundled().get(4);
  private static final int ENOUGH = 50;

  @TempDir private Path folder;

  private final UiQueue ui = new UiQueue();
  private final UiQueue learning = new UiQueue();
  private final UiQueue files = new UiQueue();
  private final FakeLearner learner = new FakeLearner();
  private Path personsFolder;
  private ActiveModel models;
  private LearnViewModel model;

  /** Keeps copies in the folder of whoever is at the pad. */
  private final class PersonStore implements CopyStore {
    @Override
    public CopyStore ofPersonNow() {
      Path now = personsFolder;
      return new CopyFolder(() -> now);
    }

    @Override
    public LibraryModel keep(Model copy, String name) throws IOException {
      return ofPersonNow().keep(copy, name);
    }

    @Override
    public void delete(LibraryModel copy) throws IOException {
      ofPersonNow().delete(copy);
    }
  }

  @BeforeEach
  void create() {
    personsFolder = folder;
    models =
        new ActiveModel(
            new ActiveModel.Models(
                ModelLibrary.bundled(),
                () -> new ModelLibrary(folder).own(skipped -> {}),
                chosen -> (content, growing) -> null),
            CompletableFuture.completedFuture(""),
            name -> {},
            Runnable::run,
            ui);
    model =
        new LearnViewModel(
            new LearnDependencies(learner, new PersonStore()),
            models,
            learning,
            files,
            ui,
            () -> 0);
    model.setDrawings(MnistLikeDigits.drawings(ENOUGH, 1), "");
  }

  @AfterEach
  void close() {
    models.answer().close();
  }

  @Test
  void saysHowManyDrawingsAreMissing() {
    model.setDrawings(List.of(), "");
    assertThat(model.planProperty().get())
        .isEqualTo(Messages.get("ui.learn.none", Adaptation.MIN_DRAWINGS));
    model.setDrawings(MnistLikeDigits.drawings(Adaptation.MIN_DRAWINGS - 2, 1), "");
    assertThat(model.planProperty().get()).isEqualTo(Messages.plural("ui.learn.missing", 2));
    assertThat(model.canLearnProperty().get()).isFalse();
    model.learn();
    assertThat(learning.isEmpty()).isTrue();
  }

  @Test
  void offersABetterCopyWithWhatFlipped() {
    learn();

    assertThat(model.stateProperty().get()).isEqualTo(State.OFFERED);
    LearnResult result = model.resultProperty().get();
    assertThat(result.refusal()).isEmpty();
    assertThat(result.rows())
        .extracting(LearnResult.Row::better)
        .containsExactly(true, false, false);
    assertThat(result.rows().get(0).before()).isEqualTo("48 of 50");
    assertThat(result.rows().get(0).after()).isEqualTo("49 of 50");
    assertThat(result.ownRight()).extracting(Flip::label).containsExactly(7);
    assertThat(result.ownWrong()).extracting(Flip::after).containsExactly(9);
    // the second error stays
    assertThat(result.testRight()).hasSize(1).allMatch(flip -> flip.before() == 5);
    assertThat(result.testWrong()).hasSize(1).allMatch(flip -> flip.after() == 5);
    assertThat(models.activeProperty().get()).isEqualTo(CONV_GRU);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aKeptCopyIsThePadsModelUntilItIsTakenBack() {
    learn();
    model.nameProperty().set("Anna");
    model.keep();
    files.drain();
    ui.drain();

    LibraryModel kept = models.activeProperty().get();
    assertThat(kept.title()).isEqualTo("Anna");
    assertThat(model.copies()).containsExactly(kept);
    assertThat(model.parentProperty().get()).contains(CONV_GRU);
    assertThat(model.stateProperty().get()).isEqualTo(State.IDLE);
    assertThat(model.resultProperty().get()).isNull();
    assertThat(ActiveModel.origin(kept))
        .contains(Messages.plural("ui.answer.origin", ENOUGH, "Conv-GRU"));
    assertThat(ModelFile.read(folder.resolve("Anna.safetensors")).card().trainedOn())
        .isEqualTo(ENOUGH);

    model.goBack();

    assertThat(models.activeProperty().get()).isEqualTo(CONV_GRU);
    assertThat(model.parentProperty().get()).isEmpty();
    assertThat(model.copies()).containsExactly(kept);
  }

  @Test
  void aSecondClickKeepsNothingTwice() {
    learn();
    model.keep();
    model.keep();
    model.discard();
    files.drain();
    ui.drain();

    assertThat(model.failedProperty().get()).isFalse();
    assertThat(model.messageProperty().get())
        .isEqualTo(Messages.get("ui.learn.kept", models.activeProperty().get().title()));
    assertThat(model.copies()).hasSize(1);
  }

  @Test
  void aCopyGoesToThePersonWhoHasKeptIt() {
    learn();
    model.keep();
    personsFolder = folder.resolve("other");
    model.changePerson();
    files.drain();
    ui.drain();

    assertThat(folder.resolve("My Conv-GRU.safetensors")).exists();
    assertThat(personsFolder).doesNotExist();
    assertThat(models.activeProperty().get()).isEqualTo(CONV_GRU);
    assertThat(model.stateProperty().get()).isEqualTo(State.IDLE);
    assertThat(model.messageProperty().get()).isEmpty();
  }

  @Test
  void whatAnotherPersonHasBegunIsNotOffered() {
    model.learn();
    model.changePerson();
    learning.drain();
    ui.drain();

    assertThat(model.stateProperty().get()).isEqualTo(State.IDLE);
    assertThat(model.resultProperty().get()).isNull();
    assertThat(model.messageProperty().get()).isEmpty();
  }

  @Test
  void aDiscardedCopyLeavesNothing() {
    learn();
    model.discard();

    assertThat(model.stateProperty().get()).isEqualTo(State.IDLE);
    assertThat(folder).isEmptyDirectory();
    model.keep();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aCopyThatIsNoBetterIsNotOffered() {
    learner.ownErrors = 2;
    learn();

    assertThat(model.stateProperty().get()).isEqualTo(State.REFUSED);
    assertThat(model.resultProperty().get().refusal())
        .contains(Messages.get("train.adapt.noBetter", 48, 48, 50));
    model.keep();
    assertThat(folder).isEmptyDirectory();
    model.discard();
    assertThat(model.stateProperty().get()).isEqualTo(State.IDLE);
  }

  @Test
  void aCanceledCopyIsNotShown() {
    model.learn();
    assertThat(model.stateProperty().get()).isEqualTo(State.LEARNING);
    assertThat(model.canLearnProperty().get()).isFalse();
    model.cancel();
    learning.drain();
    ui.drain();

    assertThat(model.stateProperty().get()).isEqualTo(State.IDLE);
    assertThat(model.messageProperty().get()).isEqualTo(Messages.get("ui.learn.canceled"));
    assertThat(model.canLearnProperty().get()).isTrue();
  }

  @Test
  void showsTheProgress() {
    model.learn();
    learning.drain();
    ui.runNext();

    assertThat(model.progressProperty().get()).isEqualTo(0.5);
  }

  @Test
  void saysWhyItFailed() {
    learner.failure = "No reason.";
    learn();

    assertThat(model.stateProperty().get()).isEqualTo(State.IDLE);
    assertThat(model.failedProperty().get()).isTrue();
    assertThat(model.messageProperty().get()).isEqualTo("No reason.");
  }

  @Test
  void aCombinationTeachesThePartThatReadsImages() {
    models.use(COMBINATION);
    learn();
    assertThat(learner.parents).containsExactly(CONV_GRU);
  }

  @Test
  void aCopyLearnsFromItsParentAgain() throws IOException {
    ModelFile.write(FakeLearner.copy("conv-gru", 20), folder.resolve("first.safetensors"));
    model.refresh();
    ui.drain();
    models.use(models.own().get(0));
    learn();

    assertThat(learner.parents).containsExactly(CONV_GRU);
    assertThat(model.copies()).hasSize(1);
  }

  @Test
  void aModelThatTheUserTrainedLearnsItself() throws IOException {
    ModelFile.write(Models.always(3, 8), folder.resolve("mine.safetensors"));
    model.refresh();
    ui.drain();
    LibraryModel mine = models.own().get(0);
    models.use(mine);
    learn();

    assertThat(learner.parents).containsExactly(mine);
    assertThat(model.copies()).isEmpty();
  }

  @Test
  void namesAreFreeAndFitForFiles() throws IOException {
    Files.writeString(folder.resolve("Anna.safetensors"), "mine");
    learn();
    for (String bad : List.of("", " ", "a/b", "a\\b", "..", "a".repeat(61), "a\nb", "a*")) {
      model.nameProperty().set(bad);
      model.keep();
      files.drain();
      ui.drain();
      assertThat(model.messageProperty().get())
          .as(bad)
          .isEqualTo(Messages.get("ui.learn.badName", 60));
    }
    model.nameProperty().set("Anna");
    model.keep();
    files.drain();
    ui.drain();

    assertThat(model.messageProperty().get()).isEqualTo(Messages.get("ui.learn.nameTaken", "Anna"));
    assertThat(model.failedProperty().get()).isTrue();
    assertThat(model.stateProperty().get()).isEqualTo(State.OFFERED);
    assertThat(folder.resolve("Anna.safetensors")).hasContent("mine");
  }

  @Test
  void suggestsANameThatIsFree() throws IOException {
    model.setDrawings(MnistLikeDigits.drawings(ENOUGH, 1), "Anna");
    learn();
    String first = model.nameProperty().get();
    assertThat(first).contains("Anna").contains("Conv-GRU");
    model.keep();
    files.drain();
    ui.drain();
    learn();

    assertThat(model.nameProperty().get()).isEqualTo(first + " 2");
  }

  @Test
  void aDeletedCopyGivesThePadBackToItsParent() {
    learn();
    model.keep();
    files.drain();
    ui.drain();
    LibraryModel kept = models.activeProperty().get();

    model.delete(kept);
    files.drain();
    ui.drain();

    assertThat(models.activeProperty().get()).isEqualTo(CONV_GRU);
    assertThat(model.copies()).isEmpty();
    assertThat(folder).isDirectoryNotContaining("glob:**.safetensors");
  }

  private void learn() {
    model.learn();
    learning.drain();
    ui.drain();
  }
}
