package org.digitpad.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.digitpad.ui.compare.CompareFixture.group;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.digitpad.data.LabeledImages;
import org.digitpad.evaluate.Disagreement;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.DigitImage;
import org.digitpad.nn.model.Models;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.ui.answer.Answer;
import org.digitpad.ui.compare.ModelColumnViewModel.Mark;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareViewModelTest {
  @TempDir private Path folder;
  private List<LibraryModel> three;
  private CompareFixture fixture;

  @BeforeEach
  void open() {
    three = CompareFixture.threeModels(folder);
    fixture = new CompareFixture(three, () -> CompareFixture.TEST_IMAGES);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void everyModelPredictsTheDrawingAndTheOneThatDiffersIsMarked() {
    fixture.model.activate();
    assertThat(fixture.consensus().state()).isEqualTo(Consensus.State.WARMING_UP);
    fixture.untilState(Consensus.State.BLANK);

    fixture.draw();
    fixture.untilGroups(group("3", "A", "B"), group("5", "C"));

    assertThat(fixture.model.columns())
        .extracting(column -> column.markProperty().get())
        .containsExactly(Mark.NONE, Mark.NONE, Mark.DIFFERS);
    assertThat(fixture.column("C").latencyProperty().get()).isPositive();
    fixture.pad.clear();
    fixture.untilState(Consensus.State.BLANK);
    assertThat(fixture.column("C").markProperty().get()).isEqualTo(Mark.NONE);
  }

  @Test
  void aKnownTestDigitTellsRightFromWrongEvenIfOneModelAloneIsRight() {
    fixture.activateAndPredict();
    Disagreement five =
        fixture.model.disagreements().shownProperty().get().digits().stream()
            .filter(digit -> digit.label() == 5)
            .findFirst()
            .orElseThrow();
    fixture.model.disagreements().putOnCanvas(five);
    fixture.untilGroups(group("3", "A", "B"), group("5", "C"));

    assertThat(marks()).containsExactly(Mark.WRONG, Mark.WRONG, Mark.RIGHT);
    fixture.pad.clear();
    fixture.untilState(Consensus.State.BLANK);
    fixture.draw();
    fixture.untilGroups(group("3", "A", "B"), group("5", "C"));
    assertThat(marks()).containsExactly(Mark.NONE, Mark.NONE, Mark.DIFFERS);
  }

  private List<Mark> marks() {
    return fixture.model.columns().stream().map(column -> column.markProperty().get()).toList();
  }

  @Test
  void aModelThatCannotBeLoadedSaysWhyAndTheOthersPredict() throws IOException {
    Path broken = Files.writeString(folder.resolve("Broken.safetensors"), "no model");
    fixture =
        new CompareFixture(
            List.of(three.get(0), LibraryModel.ofFile(broken), three.get(1)),
            () -> CompareFixture.TEST_IMAGES);
    fixture.model.activate();
    fixture.draw();
    fixture.untilGroups(group("3", "A", "B"));
    fixture.until(
        () ->
            fixture.column("Broken").answer().answerProperty().get().state()
                == Answer.State.UNAVAILABLE);

    assertThat(fixture.column("Broken").answer().answerProperty().get().sentence())
        .contains(broken.toString());
    assertThat(fixture.column("Broken").markProperty().get()).isEqualTo(Mark.NONE);
  }

  @Test
  void aModelThatCannotClassifyTheTestImagesSaysWhyAndTheOthersDo() {
    LibraryModel overflowing = CompareFixture.write(folder, "Over", Models.overflowing());
    byte[] ink = new byte[DigitImage.PIXELS];
    Arrays.fill(ink, (byte) 255);
    TestImages images = new TestImages(new LabeledImages(ink, new byte[1]), false, "ink");
    fixture = new CompareFixture(List.of(overflowing, three.get(0)), () -> images);

    fixture.model.activate();
    fixture.until(
        () ->
            fixture.snapshot().columns().equals(List.of(fixture.column("A")))
                && !fixture.model.predictions().errorProperty().get().isEmpty()
                && fixture.model.predictions().activityProperty().get().isEmpty());

    assertThat(fixture.model.predictions().errorProperty().get())
        .isEqualTo(
            Messages.get(
                "ui.compare.images.modelFailed", "Over", Messages.get("nn.kernel.notFinite")));
    fixture.model.remove(fixture.column("Over"));
    assertThat(fixture.model.predictions().errorProperty().get()).isEmpty();
  }

  @Test
  void predictsOnlyWhileActive() {
    fixture.model.activate();
    fixture.untilState(Consensus.State.BLANK);
    fixture.model.deactivate();
    fixture.draw();
    assertThat(fixture.consensus().state()).isEqualTo(Consensus.State.BLANK);

    fixture.model.activate();
    fixture.untilGroups(group("3", "A", "B"), group("5", "C"));
    assertThat(fixture.model.columns()).hasSize(3);
  }

  @Test
  void modelsAreAddedAndRemovedAndKeepTheirColors() {
    fixture.own.add(CompareFixture.constant(folder, "mine", 7, 9));
    fixture.model.activate();
    fixture.until(() -> !fixture.model.addable().isEmpty());
    assertThat(fixture.model.addable()).extracting(LibraryModel::title).containsExactly("mine");

    fixture.model.remove(fixture.column("B"));
    assertThat(fixture.model.addable())
        .extracting(LibraryModel::title)
        .containsExactly("B", "mine");
    fixture.model.add(fixture.model.addable().get(1));
    fixture.draw();
    fixture.untilGroups(group("3", "A"), group("5", "C"), group("7", "mine"));

    assertThat(fixture.model.columns())
        .extracting(ModelColumnViewModel::title)
        .containsExactly("A", "C", "mine");
    assertThat(fixture.model.columns())
        .extracting(ModelColumnViewModel::color)
        .containsExactly(1, 3, 4);
    assertThat(fixture.model.columns())
        .extracting(column -> column.markProperty().get())
        .containsOnly(Mark.DIFFERS);
  }

  @Test
  void addsNoMoreModelsThanThereAreColors() {
    fixture.model.activate();
    fixture.model.addFile(Path.of("four.safetensors"));
    fixture.model.addFile(Path.of("five.safetensors"));
    assertThat(fixture.model.messageProperty().get()).isEmpty();

    fixture.model.addFile(Path.of("six.safetensors"));

    assertThat(fixture.model.columns()).hasSize(CompareViewModel.MAX_COLUMNS);
    assertThat(fixture.model.messageProperty().get())
        .isEqualTo(Messages.get("ui.compare.tooManyModels"));
    fixture.model.remove(fixture.column("A"));
    assertThat(fixture.model.messageProperty().get()).isEmpty();
  }

  @Test
  void predictsTheTestImagesOncePerModel() {
    List<String> loads = new ArrayList<>();
    fixture =
        new CompareFixture(
            three,
            () -> {
              loads.add("images");
              return CompareFixture.TEST_IMAGES;
            });
    fixture.activateAndPredict();
    var before = fixture.snapshot();
    fixture.model.deactivate();
    fixture.activateAndPredict();
    assertThat(fixture.snapshot()).isSameAs(before);

    fixture.model.add(CompareFixture.constant(folder, "another", 1, 2));
    fixture.until(() -> fixture.snapshot().columns().size() == 4);

    assertThat(loads).hasSize(1);
    assertThat(fixture.snapshot().models()).containsAllEntriesOf(before.models());
  }

  @Test
  void testImagesReplaceASubstitute() {
    TestImages substitute = new TestImages(CompareFixture.IMAGES.slice(0, 50), true, "generated");
    List<TestImages> sources =
        new ArrayList<>(List.of(substitute, substitute, CompareFixture.TEST_IMAGES));
    fixture = new CompareFixture(three, () -> sources.remove(0));
    fixture.activateAndPredict();
    var before = fixture.snapshot();
    fixture.activateAndPredict();
    assertThat(fixture.snapshot()).isSameAs(before);

    fixture.model.activate();
    fixture.until(
        () ->
            fixture.snapshot().images() == CompareFixture.TEST_IMAGES
                && fixture.snapshot().columns().size() == 3);

    assertThat(fixture.model.confusions().confusion(fixture.column("A")).get(5).get(3))
        .isEqualTo(20);
  }

  @Test
  void reportsAnErrorWithTheTestImagesAndTriesAgain() {
    List<TestImages> sources = new ArrayList<>();
    fixture = new CompareFixture(three, () -> sources.remove(0));
    fixture.model.activate();
    fixture.until(() -> !fixture.model.predictions().errorProperty().get().isEmpty());
    assertThat(fixture.model.predictions().errorProperty().get())
        .startsWith(Messages.get("ui.compare.images.failed", "IndexOutOfBoundsException"));

    sources.add(CompareFixture.TEST_IMAGES);
    fixture.activateAndPredict();

    assertThat(fixture.model.predictions().errorProperty().get()).isEmpty();
  }

  @Test
  void confusionsOfTwoModelsCanBeSubtracted() {
    fixture.activateAndPredict();
    ConfusionsViewModel confusions = fixture.model.confusions();
    assertThat(confusions.shownProperty().get().compared())
        .isEqualTo(new ConfusionsViewModel.Pair(fixture.column("A"), fixture.column("B")));

    assertThat(confusions.text()).isEqualTo(Messages.get("ui.compare.confusions.hint"));
    confusions.select(5, 3);
    assertThat(confusions.text())
        .isEqualTo(Messages.get("ui.compare.confusions.wrong", 5, 3, "A: 20, B: 20, C: 0"));
    confusions.select(3, 3);
    assertThat(confusions.text())
        .isEqualTo(Messages.get("ui.compare.confusions.correct", 3, "A: 20, B: 20, C: 0"));
    fixture.model.remove(fixture.column("A"));
    assertThat(confusions.shownProperty().get().compared())
        .isEqualTo(new ConfusionsViewModel.Pair(fixture.column("B"), fixture.column("C")));
    confusions.setMinuend(fixture.column("C"));
    confusions.setSubtrahend(fixture.column("B"));
    assertThat(confusions.shownProperty().get().compared())
        .isEqualTo(new ConfusionsViewModel.Pair(fixture.column("C"), fixture.column("B")));
    fixture.model.remove(fixture.column("B"));
    assertThat(confusions.shownProperty().get().compared()).isNull();
    fixture.model.remove(fixture.column("C"));
    assertThat(confusions.text()).isEqualTo(Messages.get("ui.compare.confusions.notYet"));
  }
}
