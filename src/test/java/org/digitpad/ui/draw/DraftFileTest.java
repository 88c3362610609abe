package org.digitpad.ui.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.data.strokes.StrokesFile;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.io.AtomicFiles;
import org.digitpad.io.BadInputException;
import org.digitpad.io.Sha256;
import org.digitpad.ui.pad.SavedCanvas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DraftFileTest {
  private static final SavedCanvas ONE =
      new SavedCanvas(new CanvasContent(MnistLikeDigits.drawing(1)));
  private static final SavedCanvas TWO =
      new SavedCanvas(new CanvasContent(MnistLikeDigits.drawing(2)));

  @TempDir private Path folder;

  private DraftFile window() {
    return new DraftFile(() -> folder);
  }

  private Path file() {
    return folder.resolve("draft.jsonl");
  }

  /** Saves in a window that is then killed: its lock is gone, its file is not. */
  private void saved(SavedCanvas... contents) throws IOException {
    for (SavedCanvas content : contents) {
      AtomicFiles.writeKeepingPrevious(file(), DraftFormat.toBytes(content));
    }
  }

  @Test
  void restoresWhatWasSaved() throws IOException {
    DraftFile draft = window();
    assertThat(draft.load()).isEqualTo(new DraftStore.Restored(Optional.empty(), ""));
    draft.save(ONE);
    draft.save(TWO);
    assertThat(DraftFormat.parse(Files.readAllBytes(file()), file())).isEqualTo(TWO);
    assertThat(DraftFormat.parse(Files.readAllBytes(AtomicFiles.previous(file())), file()))
        .isEqualTo(ONE);
    assertThat(StrokesFile.read(file()).get(0).drawing()).isEqualTo(TWO.content().drawing());
  }

  @Test
  void strokesOnAnImageAreRestoredWithIt() throws IOException {
    float[] pixels = new float[DigitImage.PIXELS];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = i % 256 / 255f;
    }
    SavedCanvas content =
        new SavedCanvas(
            new CanvasContent(new DigitImage(pixels), MnistLikeDigits.drawing(4)),
            MnistLikeDigits.drawing(5));
    saved(content);
    assertThat(window().load().content()).contains(content);
    assertThat(StrokesFile.read(file()).get(0).drawing()).isEqualTo(content.content().drawing());
  }

  @Test
  void strokesAreRestoredWithTheirPenWidths() throws IOException {
    List<InkPoint> dot = List.of(new InkPoint(1, 2));
    SavedCanvas content =
        new SavedCanvas(
            new CanvasContent(new Drawing(List.of(new Stroke(dot, 8), new Stroke(dot, 28)))));
    saved(content);
    assertThat(window().load().content()).contains(content);
  }

  @Test
  void draftsOfEarlierVersionsAreRestored() throws IOException {
    Files.writeString(file(), "{\"width\":12.0,\"strokes\":[[[1.0,2.0],[3.0,4.0]]]}\n");
    assertThat(window().load().content())
        .contains(
            new SavedCanvas(
                new CanvasContent(
                    new Drawing(
                        List.of(new Stroke(List.of(new InkPoint(1, 2), new InkPoint(3, 4)))),
                        12))));
  }

  @Test
  void twoWindowsHaveDraftsOfTheirOwn() {
    DraftFile first = window();
    DraftFile second = window();
    first.load();
    first.save(ONE);
    assertThat(second.load().content()).isEmpty();
    second.save(TWO);
    assertThat(StrokesFile.read(file()).get(0).drawing()).isEqualTo(ONE.content().drawing());
    assertThat(StrokesFile.read(folder.resolve("draft-2.jsonl")).get(0).drawing())
        .isEqualTo(TWO.content().drawing());
  }

  @Test
  void everyFlippedBitIsNoticed() throws IOException {
    float[] pixels = new float[DigitImage.PIXELS];
    pixels[7] = 1;
    Drawing dot = new Drawing(List.of(new Stroke(List.of(new InkPoint(1, 2)))), 12);
    SavedCanvas content = new SavedCanvas(new CanvasContent(new DigitImage(pixels), dot), dot);
    byte[] bytes = DraftFormat.toBytes(content);
    for (int bit = 0; bit < 8 * bytes.length; bit++) {
      byte[] flipped = bytes.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      try {
        assertThat(DraftFormat.parse(flipped, file())).isEqualTo(content);
      } catch (BadInputException | IOException damaged) {
        assertThat(damaged.getMessage()).isNotBlank();
      }
    }
  }

  /** The fuzzer found a draft that had lost its second line, and so the drawing in it. */
  @Test
  void aLineThatIsLostReplacedOrAddedIsNoticed() throws IOException {
    SavedCanvas content = new SavedCanvas(ONE.content(), TWO.content().drawing());
    List<String> lines =
        new String(DraftFormat.toBytes(content), StandardCharsets.UTF_8).lines().toList();
    String alone = new String(DraftFormat.toBytes(ONE), StandardCharsets.UTF_8).strip();
    for (List<String> damaged :
        List.of(
            lines.subList(0, 1),
            lines.subList(1, 2),
            List.of(lines.get(0), alone),
            List.of(alone, lines.get(1)),
            List.of(lines.get(1), lines.get(0)))) {
      byte[] bytes = (String.join("\n", damaged) + "\n").getBytes(StandardCharsets.UTF_8);
      assertThatThrownBy(() -> DraftFormat.parse(bytes, file()))
          .isInstanceOf(BadInputException.class);
    }
  }

  @Test
  void aDraftWithoutTheChecksumOfItsSecondLineIsRestored() throws IOException {
    SavedCanvas content = new SavedCanvas(ONE.content(), TWO.content().drawing());
    StringBuilder draft = new StringBuilder();
    for (String line :
        new String(DraftFormat.toBytes(content), StandardCharsets.UTF_8).lines().toList()) {
      String body = line.replaceFirst(".*(\"next\":\"\\w*\"|\"beneath\":true),", "");
      body = body.substring(0, body.length() - 1);
      String sha256 = Sha256.of(body.getBytes(StandardCharsets.UTF_8));
      draft.append("{\"version\":1,\"sha256\":\"%s\",%s}%n".formatted(sha256, body));
    }
    Files.writeString(file(), draft);
    assertThat(window().load().content()).contains(content);
  }

  @Test
  void aDamagedDraftIsSetAsideAndTheOneBeforeUsed() throws IOException {
    saved(ONE, TWO);
    byte[] bytes = Files.readAllBytes(file());
    bytes[bytes.length / 2] ^= 1;
    Files.write(file(), bytes);

    DraftFile draft = window();
    DraftStore.Restored restored = draft.load();

    assertThat(restored.content()).contains(ONE);
    Path aside = damaged().get(0);
    assertThat(restored.note()).isEqualTo(Messages.get("ui.draw.draft.previousUsed", aside));
    assertThat(aside).hasBinaryContent(bytes);
    draft.save(ONE);
    draft.save(TWO);
    assertThat(damaged()).containsExactly(aside);
  }

  @Test
  void twoDamagedDraftsAreBothSetAside() throws IOException {
    saved(ONE, TWO);
    Files.writeString(file(), "{");
    Files.writeString(AtomicFiles.previous(file()), "");

    DraftStore.Restored restored = window().load();

    assertThat(restored.content()).isEmpty();
    assertThat(damaged()).hasSize(2);
    for (Path aside : damaged()) {
      assertThat(restored.note()).contains(String.valueOf(aside.getFileName()));
    }
  }

  @Test
  void aDraftThatIsMissingIsReplacedByTheOneBefore() throws IOException {
    saved(ONE, TWO);
    Files.delete(file());
    assertThat(window().load()).isEqualTo(new DraftStore.Restored(Optional.of(ONE), ""));
  }

  @Test
  @Timeout(60)
  @DisabledOnOs(OS.WINDOWS)
  void aDraftThatCannotBeReadStaysAndDrawingsGoToAnotherFile() throws Exception {
    // stands for missing permission, which an administrator would have
    assertThat(new ProcessBuilder("mkfifo", file().toString()).start().waitFor()).isZero();

    DraftFile draft = window();
    DraftStore.Restored restored = draft.load();
    draft.save(ONE);

    assertThat(restored.note())
        .isEqualTo(
            Messages.get(
                "ui.draw.draft.unreadable", file(), Messages.get("io.reason.notRegularFile")));
    assertThat(Files.isRegularFile(file())).isFalse();
    assertThat(StrokesFile.read(folder.resolve("draft-2.jsonl"))).hasSize(1);
  }

  @Test
  void aDrawingTooLargeToBeReadAgainIsNotSaved() throws IOException {
    DraftFile draft = window();
    draft.load();
    draft.save(ONE);
    List<InkPoint> points = new ArrayList<>();
    for (int i = 0; i < 800_000; i++) {
      points.add(new InkPoint(i % 280 + 1 / 3.0, i / 2_860.0));
    }
    SavedCanvas huge = new SavedCanvas(new CanvasContent(new Drawing(List.of(new Stroke(points)))));
    assertThatThrownBy(() -> draft.save(huge))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(Messages.get("ui.draw.draft.tooLarge"));
    assertThat(StrokesFile.read(file()).get(0).drawing()).isEqualTo(ONE.content().drawing());
  }

  @Test
  void aDraftOfANewerVersionIsNotOverwritten() throws IOException {
    String newer =
        new String(DraftFormat.toBytes(ONE), StandardCharsets.UTF_8)
            .replace("\"version\":1", "\"version\":2");
    Files.writeString(file(), newer);
    DraftFile draft = window();
    DraftStore.Restored restored = draft.load();
    draft.save(TWO);
    assertThat(file()).hasContent(newer);
    assertThat(restored.note())
        .isEqualTo(
            Messages.get("ui.draw.draft.unreadable", file(), Messages.get("ui.draw.draft.newer")));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aLinkIsNotFollowed() throws IOException {
    Path elsewhere = Files.write(folder.resolve("elsewhere"), DraftFormat.toBytes(ONE));
    Files.createSymbolicLink(file(), elsewhere);
    DraftFile draft = window();
    assertThat(draft.load().note()).contains(Messages.get("io.reason.symbolicLink"));
    draft.save(TWO);
    assertThat(elsewhere).hasBinaryContent(DraftFormat.toBytes(ONE));
  }

  @Test
  void restoringDoesNotReplaceTheOneBefore() throws IOException {
    saved(ONE, TWO);
    DraftFile draft = window();
    draft.load();
    draft.save(TWO);
    assertThat(AtomicFiles.previous(file())).hasBinaryContent(DraftFormat.toBytes(ONE));
  }

  @Test
  void tellsThatTheDrawingOfAnotherWindowIsKept() throws IOException {
    saved(ONE);
    Path other = folder.resolve("draft-2.jsonl");
    AtomicFiles.write(other, DraftFormat.toBytes(TWO));
    assertThat(window().load())
        .isEqualTo(
            new DraftStore.Restored(
                Optional.of(ONE), Messages.get("ui.draw.draft.otherWindow", other)));
    assertThat(window().load()).isEqualTo(new DraftStore.Restored(Optional.of(TWO), ""));
  }

  private List<Path> damaged() throws IOException {
    List<Path> found = new ArrayList<>();
    try (var files = Files.newDirectoryStream(folder, "*.damaged-*")) {
      files.forEach(found::add);
    }
    return found;
  }
}
