package org.digitpad.data.drawings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.strokes.StrokesFile;
import org.digitpad.i18n.Messages;
import org.digitpad.io.AtomicFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DrawingsFileTest {
  private static final KeptDrawing ONE = KeptDrawingsTest.digit(1);
  private static final KeptDrawing TWO = KeptDrawingsTest.digit(2);

  @TempDir private Path folder;

  private DrawingsFile window() {
    return new DrawingsFile(() -> folder);
  }

  private Path file() {
    return folder.resolve("drawings.jsonl");
  }

  private DrawingStore.Content keep(KeptDrawing drawing) {
    return window().update(kept -> KeptDrawings.with(kept, drawing));
  }

  private static List<KeptDrawing> numbered(int from, int count) {
    return Stream.iterate(from, i -> i + 1)
        .limit(count)
        .map(i -> new KeptDrawing(MnistLikeDigits.drawings(i + 1, 7).get(i).drawing(), ""))
        .toList();
  }

  @Test
  void thereIsNothingAtFirst() {
    assertThat(window().load()).isEqualTo(new DrawingStore.Content(List.of(), ""));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatIsKeptIsLoadedAndReadByTheCommandLine() throws IOException {
    keep(ONE);
    assertThat(keep(TWO).drawings()).containsExactly(TWO, ONE);
    assertThat(window().load()).isEqualTo(new DrawingStore.Content(List.of(TWO, ONE), ""));
    assertThat(StrokesFile.read(file()).stream().map(LabeledDrawing::drawing))
        .containsExactly(TWO.drawing(), ONE.drawing());
    window().update(kept -> List.of());
    assertThat(window().load().drawings()).isEmpty();
    assertThat(StrokesFile.read(file())).hasSize(1).allMatch(line -> line.drawing().isBlank());
  }

  @Test
  void aDamagedFileIsSetAsideAndTheOneBeforeUsed() throws IOException {
    keep(ONE);
    keep(TWO);
    byte[] damaged = Files.readAllBytes(file());
    damaged[damaged.length / 2] ^= 1;
    Files.write(file(), damaged);

    DrawingStore.Content found = window().load();

    Path aside = aside();
    assertThat(found.drawings()).containsExactly(ONE);
    assertThat(found.note()).isEqualTo(Messages.get("data.drawings.previousUsed", aside));
    assertThat(aside).hasBinaryContent(damaged);
    assertThat(keep(TWO).drawings()).containsExactly(TWO, ONE);
    assertThat(aside).hasBinaryContent(damaged);
  }

  @Test
  void aDamagedFileIsNotedWhenADrawingIsKept() throws IOException {
    Files.writeString(file(), "{\"strokes\":[[[1,2]]]}\n");
    DrawingStore.Content now = keep(ONE);
    assertThat(now.drawings()).containsExactly(ONE);
    assertThat(now.note()).isEqualTo(Messages.get("data.drawings.damaged", aside()));
  }

  @Test
  void aLineThatIsGoneIsNoticed() throws IOException {
    keep(ONE);
    keep(TWO);
    List<String> lines = Files.readAllLines(file());
    Files.writeString(file(), lines.get(0) + "\n");
    assertThat(window().load().note()).contains("damaged");
  }

  @Test
  void aFileOfANewerVersionStays() throws IOException {
    keep(ONE);
    String newer = Files.readString(file()).replace("\"version\":1", "\"version\":2");
    Files.writeString(file(), newer);
    assertThat(window().load().note()).contains("newer version", file().toString());
    assertThatThrownBy(() -> keep(TWO))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("newer version");
    assertThat(file()).hasContent(newer);
  }

  @Test
  void aLinkIsNotFollowed() throws IOException {
    Path other = Files.writeString(folder.resolve("other"), "mine");
    Files.createSymbolicLink(file(), other);
    assertThat(window().load().note()).isNotEmpty();
    assertThatThrownBy(() -> keep(TWO)).isInstanceOf(UncheckedIOException.class);
    assertThat(other).hasContent("mine");
  }

  @Test
  @Timeout(60)
  @DisabledOnOs(OS.WINDOWS)
  void aPipeIsNotWaitedFor() throws Exception {
    assertThat(new ProcessBuilder("mkfifo", file().toString()).start().waitFor()).isZero();
    assertThat(window().load().note()).isNotEmpty();
  }

  @Test
  void aFolderThatCannotBeCreatedIsTold() throws IOException {
    Path blocked = Files.createFile(folder.resolve("file")).resolve("below");
    DrawingsFile drawings = new DrawingsFile(() -> blocked);
    assertThat(drawings.load().drawings()).isEmpty();
    assertThatThrownBy(() -> drawings.update(kept -> List.of(ONE)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContainingAll(blocked.toString(), "DIGITPAD_HOME");
  }

  @Test
  void windowsDoNotLoseEachOthersDrawings() throws Exception {
    Thread[] windows = new Thread[4];
    for (int i = 0; i < windows.length; i++) {
      DrawingsFile window = window();
      List<KeptDrawing> own = numbered(20 * i, 20);
      windows[i] =
          new Thread(
              () -> own.forEach(each -> window.update(kept -> KeptDrawings.with(kept, each))));
      windows[i].start();
    }
    for (Thread window : windows) {
      window.join();
    }
    assertThat(window().load().drawings()).containsExactlyInAnyOrderElementsOf(numbered(0, 80));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("drawings.jsonl", "drawings.jsonl.previous", ".drawings.lock");
    }
  }

  @Test
  void nothingIsWrittenWithoutAChange() throws IOException {
    keep(ONE);
    keep(TWO);
    keep(TWO);
    Path previous = AtomicFiles.previous(file());
    assertThat(DrawingsFormat.parse(Files.readAllBytes(previous), previous)).containsExactly(ONE);
  }

  private Path aside() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(path -> path.getFileName().toString().startsWith("drawings.jsonl.damaged-"))
          .findFirst()
          .orElseThrow();
    }
  }
}
