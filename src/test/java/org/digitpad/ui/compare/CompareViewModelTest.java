package org.digitpad.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.ui.answer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareViewModelTest {
  @TempDir private Path folder;
  private CompareFixture bench;

  @BeforeEach
  void open() {
    bench = CompareFixture.three(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void everyModelReadsThePaperAndTheOddOneIsMarked() {
    bench.model.enter();
    assertThat(bench.consensus()).isEqualTo("Warming up…");
    bench.until(() -> bench.consensus().equals("Draw a digit, and every model reads it"));

    bench.draw();
    bench.until(() -> bench.consensus().equals("A and B read a 3, C a 5"));

    assertThat(bench.model.columns())
        .extracting(column -> column.oddProperty().get())
        .containsExactly(false, false, true);
    assertThat(bench.column("C").latencyProperty().get()).isPositive();
    bench.pad.clear();
    bench.until(() -> bench.consensus().equals("Draw a digit, and every model reads it"));
    assertThat(bench.column("C").oddProperty().get()).isFalse();
  }

  @Test
  void aModelThatDoesNotLoadSaysWhyAndTheOthersReadOn() throws IOException {
    Path broken = Files.writeString(folder.resolve("Broken.safetensors"), "no model");
    List<LibraryModel> three = CompareFixture.threeModels(folder);
    bench =
        new CompareFixture(
            List.of(three.get(0), LibraryModel.ofFile(broken), three.get(1)),
            () -> CompareFixture.FOUND);
    bench.model.enter();
    bench.draw();
    bench.until(() -> bench.consensus().equals("Both read a 3"));
    bench.until(
        () ->
            bench.column("Broken").answer().answerProperty().get().state()
                == Answer.State.UNAVAILABLE);

    assertThat(bench.column("Broken").answer().answerProperty().get().sentence())
        .contains(broken.toString());
    assertThat(bench.column("Broken").oddProperty().get()).isFalse();
  }

  @Test
  void readsOnlyWhileItIsInSight() {
    bench.model.enter();
    bench.until(() -> bench.consensus().startsWith("Draw a digit"));
    bench.model.leave();
    bench.draw();
    assertThat(bench.consensus()).startsWith("Draw a digit");

    bench.model.enter();
    bench.until(() -> bench.consensus().equals("A and B read a 3, C a 5"));
    assertThat(bench.model.columns()).hasSize(3);
  }

  @Test
  void modelsAreAddedAndRemovedAndKeepTheirColours() {
    bench.own.add(CompareFixture.always(folder, "mine", 7, 9));
    bench.model.enter();
    bench.until(() -> !bench.model.addable().isEmpty());
    assertThat(bench.model.addable()).extracting(LibraryModel::title).containsExactly("mine");

    bench.model.remove(bench.column("B"));
    assertThat(bench.model.addable()).extracting(LibraryModel::title).containsExactly("B", "mine");
    bench.model.add(bench.model.addable().get(1));
    bench.draw();
    bench.until(() -> bench.consensus().equals("A reads a 3, C a 5, mine a 7"));

    assertThat(bench.model.columns())
        .extracting(ModelColumnViewModel::name)
        .containsExactly("A", "C", "mine");
    assertThat(bench.model.columns())
        .extracting(ModelColumnViewModel::colour)
        .containsExactly(1, 3, 2);
    assertThat(bench.model.columns())
        .extracting(column -> column.oddProperty().get())
        .containsOnly(true);
  }

  @Test
  void noMoreModelsAreTakenThanCanBeToldApart() {
    bench.model.enter();
    bench.model.addFile(Path.of("four.safetensors"));
    bench.model.addFile(Path.of("five.safetensors"));
    assertThat(bench.model.messageProperty().get()).isEmpty();

    bench.model.addFile(Path.of("six.safetensors"));

    assertThat(bench.model.columns()).hasSize(CompareViewModel.MOST_COLUMNS);
    assertThat(bench.model.messageProperty().get())
        .isEqualTo("Five models can be told apart; remove one first.");
    bench.model.remove(bench.column("A"));
    assertThat(bench.model.messageProperty().get()).isEmpty();
  }

  @Test
  void theTestImagesAreReadOnceAModel() {
    List<String> asked = new ArrayList<>();
    bench =
        new CompareFixture(
            CompareFixture.threeModels(folder),
            () -> {
              asked.add("images");
              return CompareFixture.FOUND;
            });
    bench.enterAndRead();
    var before = bench.model.readings().snapshotProperty().get();
    bench.model.leave();
    bench.enterAndRead();
    assertThat(bench.model.readings().snapshotProperty().get()).isSameAs(before);

    bench.model.add(CompareFixture.always(folder, "another", 1, 2));
    bench.until(() -> bench.model.readings().snapshotProperty().get().columns().size() == 4);

    assertThat(asked).hasSize(1);
    assertThat(bench.model.readings().snapshotProperty().get().models())
        .containsAllEntriesOf(before.models());
  }

  @Test
  void imagesThatOnlyStandInGiveWayToBetterOnes() {
    List<TestImages> sources = new ArrayList<>();
    sources.add(new TestImages(CompareFixture.IMAGES.slice(0, 50), true, "stand-ins"));
    sources.add(new TestImages(CompareFixture.IMAGES.slice(0, 50), true, "stand-ins"));
    sources.add(CompareFixture.FOUND);
    bench = new CompareFixture(CompareFixture.threeModels(folder), () -> sources.remove(0));
    bench.enterAndRead();
    var before = bench.model.readings().snapshotProperty().get();
    bench.enterAndRead();
    assertThat(bench.model.readings().snapshotProperty().get()).isSameAs(before);

    bench.model.enter();
    bench.until(
        () ->
            bench.model.readings().snapshotProperty().get().images() == CompareFixture.FOUND
                && bench.model.readings().snapshotProperty().get().columns().size() == 3);

    assertThat(bench.model.confusions().confusion(bench.column("A")).get(5).get(3)).isEqualTo(20);
  }

  @Test
  void saysWhatWentWrongWithTheImagesAndTriesAgain() {
    List<TestImages> sources = new ArrayList<>();
    bench = new CompareFixture(CompareFixture.threeModels(folder), () -> sources.remove(0));
    bench.model.enter();
    bench.until(() -> !bench.model.readings().faultProperty().get().isEmpty());
    assertThat(bench.model.readings().faultProperty().get()).contains("were not read");

    sources.add(CompareFixture.FOUND);
    bench.enterAndRead();

    assertThat(bench.model.readings().faultProperty().get()).isEmpty();
  }

  @Test
  void confusionsOfTwoModelsCanBeSetAgainstEachOther() {
    bench.enterAndRead();
    ConfusionsViewModel confusions = bench.model.confusions();
    assertThat(confusions.oneProperty().get()).isNotNull();
    assertThat(confusions.otherProperty().get())
        .isNotNull()
        .isNotEqualTo(confusions.oneProperty().get());

    confusions.choose(5, 3);
    assertThat(confusions.sentence()).isEqualTo("5 read as 3:  A 20  B 20  C 0");
    confusions.choose(3, 3);
    assertThat(confusions.sentence()).isEqualTo("3 read right:  A 20  B 20  C 0");
    bench.model.remove(confusions.oneProperty().get());
    assertThat(bench.model.columns())
        .contains(confusions.oneProperty().get(), confusions.otherProperty().get());
  }
}
