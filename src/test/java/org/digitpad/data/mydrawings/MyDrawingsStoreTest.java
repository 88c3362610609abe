package org.digitpad.data.mydrawings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.strokes.StrokesFile;
import org.digitpad.evaluate.StrokesEvaluation;
import org.digitpad.i18n.Messages;
import org.digitpad.io.AtomicFiles;
import org.digitpad.io.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MyDrawingsStoreTest {
  private static final MyDrawing ONE = MyDrawingsTest.digit(1).withLabel(7);
  private static final MyDrawing TWO = MyDrawingsTest.digit(2);
  private static final MyDrawing NONE = MyDrawingsTest.digit(3).withLabel(MyDrawing.NO_DIGIT);

  /** Without an answer, of an unnamed model. */
  private static final MyDrawing UNREAD =
      MyDrawing.of(MnistLikeDigits.drawing(4), 4, MyDrawingsTest.DATE, "", null);

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve(MyDrawingsStore.FILE_NAME);
  }

  private MyDrawingsStore store() {
    return new MyDrawingsStore(file());
  }

  private List<MyDrawing> keep(MyDrawing... drawings) {
    return store().update(kept -> MyDrawings.with(kept, List.of(drawings))).items();
  }

  @Test
  void whatIsKeptIsLoaded() {
    assertThat(store().load().items()).isEmpty();
    assertThat(folder).isEmptyDirectory();
    assertThat(keep(ONE, TWO, NONE, UNREAD)).containsExactly(NONE, TWO, ONE, UNREAD);
    assertThat(store().load().items()).containsExactly(NONE, TWO, ONE, UNREAD);
    store().update(kept -> List.of());
    assertThat(store().load().items()).isEmpty();
    assertThat(store().load().note()).isEmpty();
  }

  @Test
  void theCommandLineReadsItAsItIs() {
    keep(ONE, TWO, NONE);
    assertThat(StrokesFile.read(file()).stream().map(LabeledDrawing::label))
        .containsExactly(null, 2, 7);
    assertThat(StrokesEvaluation.readDrawings(file()).stream().map(LabeledDrawing::label))
        .containsExactly(2, 7);
    store().update(kept -> List.of(NONE));
    assertThatThrownBy(() -> StrokesEvaluation.readDrawings(file()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("no digits");
  }

  @Test
  void oneStoreSeesTheChangesOfAnother() {
    MyDrawingsStore first = store();
    MyDrawingsStore second = store();
    first.update(kept -> MyDrawings.with(kept, List.of(ONE)));
    second.update(kept -> MyDrawings.with(kept, List.of(TWO)));
    assertThat(first.update(kept -> MyDrawings.with(kept, List.of(NONE))).items())
        .containsExactly(NONE, TWO, ONE);
    assertThat(second.load().items()).containsExactly(NONE, TWO, ONE);
  }

  @Test
  void aDamagedFileIsSetAsideAndTheOneBeforeUsed() throws IOException {
    keep(ONE);
    keep(TWO);
    byte[] damaged = Files.readAllBytes(file());
    damaged[damaged.length / 2] ^= 1;
    Files.write(file(), damaged);
    var found = store().load();
    assertThat(found.items()).containsExactly(ONE);
    Path aside = aside();
    assertThat(aside).hasBinaryContent(damaged);
    assertThat(found.note()).isEqualTo(Messages.get("data.mydrawings.previousUsed", aside));
    Files.delete(AtomicFiles.previous(file()));
    Files.writeString(file(), "{\"strokes\":[[[1,2]]]}\n");
    assertThat(store().load().note()).startsWith("My Drawings were damaged");
  }

  @Test
  void whatCannotBeReadStays() throws IOException {
    keep(ONE);
    String newer = Files.readString(file()).replace("\"version\":1", "\"version\":2");
    Files.writeString(file(), newer);
    assertThat(store().load().note()).contains("newer version", file().toString());
    assertThatThrownBy(() -> keep(TWO))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("newer version");
    assertThat(file()).hasContent(newer);
  }

  @Test
  void exportsAreImported() throws IOException {
    for (String name : List.of("own.jsonl", "own.jsonl.gz")) {
      Path exported = folder.resolve(name);
      MyDrawingsExport.write(exported, List.of(NONE, TWO, ONE, UNREAD));
      MyDrawingsImport found = MyDrawingsImport.read(exported, MyDrawingsTest.DATE);
      assertThat(found.drawings()).containsExactly(NONE, TWO, ONE, UNREAD);
      assertThat(found.leftOut()).isZero();
    }
    keep(ONE, TWO);
    assertThat(MyDrawingsImport.read(file(), MyDrawingsTest.DATE).drawings())
        .containsExactly(TWO, ONE);
  }

  @Test
  void badLinesAreLeftOutAndToldOnce() throws IOException {
    Path foreign = folder.resolve("foreign.jsonl");
    Files.writeString(
        foreign,
        """
        {"label":3,"id":"1","strokes":[[[1,2],[3,4]]]}
        {"label":3,"id":"1","strokes":[[[5,6],[3,4]]]}
        nonsense
        {"strokes":[[[1,2],[3,4]]]}
        {"label":4,"strokes":[[[1,2],[3,4]]]}
        {"label":5,"date":"yesterday","answer":"nothing","strokes":[[[9,2],[3,4]]]}
        {"label":12,"strokes":[[[9,2],[3,4]]]}
        """);
    MyDrawingsImport found = MyDrawingsImport.read(foreign, MyDrawingsTest.DATE);
    assertThat(found.drawings()).extracting(MyDrawing::label).containsExactly(3, 3, 5);
    assertThat(found.drawings()).extracting(MyDrawing::date).containsOnly(MyDrawingsTest.DATE);
    assertThat(found.drawings().stream().map(MyDrawing::answer)).allMatch(Objects::isNull);
    assertThat(found.leftOut()).isEqualTo(3);
    assertThat(found.firstProblem()).contains("line 3", "not valid JSON");
  }

  @Test
  void whatHasNoLabeledDrawingIsRefused() throws IOException {
    Path blank = Files.createFile(folder.resolve("blank"));
    Path unlabeled = Files.writeString(folder.resolve("u"), "{\"strokes\":[[[1,2],[3,4]]]}\n");
    assertThatThrownBy(() -> MyDrawingsImport.read(blank, MyDrawingsTest.DATE))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("empty");
    assertThatThrownBy(() -> MyDrawingsImport.read(unlabeled, MyDrawingsTest.DATE))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("no label");
    assertThatThrownBy(() -> MyDrawingsImport.read(folder.resolve("x"), MyDrawingsTest.DATE))
        .isInstanceOf(BadInputException.class);
  }

  private Path aside() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(path -> path.getFileName().toString().contains(".damaged-"))
          .findFirst()
          .orElseThrow();
    }
  }
}
