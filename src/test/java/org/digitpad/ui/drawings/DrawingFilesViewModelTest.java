package org.digitpad.ui.drawings;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.digitpad.data.drawings.InMemoryDrawingStore;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.strokes.StrokesFile;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.ink.StrokeRenderer;
import org.digitpad.io.DataFolders;
import org.digitpad.ui.pad.PadViewModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class DrawingFilesViewModelTest {
  private static final Drawing FOUR = MnistLikeDigits.drawing(4);

  @TempDir private Path folder;

  private final InMemoryDrawingStore store = new InMemoryDrawingStore();
  private final PadViewModel pad = new PadViewModel(content -> {});
  private final DrawingsViewModel strip =
      new DrawingsViewModel(store, pad, () -> "", show -> {}, Runnable::run, Runnable::run);
  private final DrawingFilesViewModel files =
      new DrawingFilesViewModel(
          pad, strip, () -> new DataFolders(folder.resolve("home")), Runnable::run, Runnable::run);

  private Path save(Drawing drawing, String name, DrawingFormat format) {
    pad.replaceDrawing(drawing);
    Path file = folder.resolve(name);
    files.save(file, format);
    return file;
  }

  private String message() {
    return strip.messageProperty().get();
  }

  private Drawing canvas() {
    return pad.drawingProperty().get();
  }

  @ParameterizedTest
  @ValueSource(strings = {"four.jsonl", "four.jsonl.gz", "four.JSONL", "four.svg"})
  void whatIsSavedOpensAgain(String name) {
    Drawing pens = new Drawing(List.of(FOUR.strokes().get(0), thick(FOUR.strokes().get(1))));
    Path file = save(pens, name, DrawingFormat.PNG);
    assertThat(message()).isEqualTo(Messages.get("ui.drawings.saved", name));
    pad.clear();
    files.open(List.of(file));
    assertThat(canvas()).isEqualTo(pens);
    assertThat(message()).isEmpty();
  }

  private static Stroke thick(Stroke stroke) {
    return new Stroke(stroke.points(), 24);
  }

  @Test
  void aNameWithoutSuffixGetsOne() {
    for (DrawingFormat format : DrawingFormat.values()) {
      save(FOUR, "my.four", format);
      assertThat(folder.resolve("my.four" + format.suffix())).isNotEmptyFile();
    }
    assertThat(folder.resolve("my.four")).doesNotExist();
  }

  @Test
  void aFileThatTheDialogDidNotAskAboutStays() throws IOException {
    Path there = Files.writeString(folder.resolve("four.svg"), "mine");
    save(FOUR, "four", DrawingFormat.SVG);
    assertThat(there).hasContent("mine");
    assertThat(message()).isEqualTo(Messages.get("ui.drawings.exists", "four.svg"));
    save(FOUR, "four.svg", DrawingFormat.PNG);
    assertThat(there).content().contains("<svg");
  }

  @Test
  void digitPadsOwnFilesStay() throws IOException {
    Path own = folder.resolve("home/state/draft.jsonl");
    Files.createDirectories(own.getParent());
    Files.writeString(own, "mine");
    save(FOUR, "home/state/draft.jsonl", DrawingFormat.STROKES);
    assertThat(own).hasContent("mine");
    assertThat(message()).isEqualTo(Messages.get("ui.drawings.isKept", own));
  }

  @Test
  void aFolderThatDoesNotTakeTheFileIsTold() throws IOException {
    Files.createFile(folder.resolve("blocked"));
    save(FOUR, "blocked/four.png", DrawingFormat.PNG);
    assertThat(message()).startsWith("The drawing was not saved: ");
  }

  @Test
  void thePngIsDarkInkOnWhitePaper() throws IOException {
    Path file = save(FOUR, "four.png", DrawingFormat.PNG);
    BufferedImage image = ImageIO.read(file.toFile());
    assertThat(image.getWidth()).isEqualTo(1120);
    assertThat(image.getHeight()).isEqualTo(1120);
    assertThat(image.getRGB(2, 2) & 0xffffff).isEqualTo(0xffffff);
    for (Stroke stroke : FOUR.strokes()) {
      for (InkPoint point : stroke.points()) {
        int x = (int) Math.round(4 * point.x());
        int y = (int) Math.round(4 * point.y());
        assertThat(image.getRGB(x, y) & 0xff).isLessThan(70);
      }
    }
  }

  @Test
  void aTestDigitIsSavedWithTheStrokesOnIt() throws IOException {
    pad.placeImage(StrokeRenderer.render(MnistLikeDigits.drawing(1)));
    files.save(folder.resolve("one.png"), DrawingFormat.PNG);
    files.save(folder.resolve("one.svg"), DrawingFormat.SVG);
    BufferedImage image = ImageIO.read(folder.resolve("one.png").toFile());
    assertThat(image.getRGB(560, 560) & 0xff).isLessThan(70);
    assertThat(folder.resolve("one.svg")).content().contains("fill-opacity");
  }

  @Test
  void theSvgHasAPathOfEachStrokeInItsWidth() throws Exception {
    Drawing drawing = new Drawing(List.of(thick(FOUR.strokes().get(0)), FOUR.strokes().get(1)));
    Path file = save(drawing, "four.svg", DrawingFormat.SVG);
    Document svg = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    assertThat(svg.getDocumentElement().getAttribute("viewBox")).isEqualTo("0 0 280 280");
    var paths = svg.getElementsByTagName("path");
    assertThat(paths.getLength()).isEqualTo(2);
    Element first = (Element) paths.item(0);
    assertThat(first.getAttribute("stroke-width")).isEqualTo("24");
    assertThat(((Element) paths.item(1)).getAttribute("stroke-width")).isEqualTo("16");
    InkPoint start = drawing.strokes().get(0).points().get(0);
    assertThat(first.getAttribute("d"))
        .startsWith("M" + (int) start.x() + " " + (int) start.y() + "L");
    assertThat(((Element) first.getParentNode()).getAttribute("stroke-linecap")).isEqualTo("round");
  }

  @Test
  void ofSeveralTheFirstComesToTheCanvasAndAllToTheStrip() throws IOException {
    Path file = folder.resolve("several.jsonl");
    StrokesFile.write(file, MnistLikeDigits.drawings(3, 1));
    files.open(List.of(file));
    List<LabeledDrawing> all = StrokesFile.read(file);
    assertThat(canvas()).isEqualTo(all.get(0).drawing());
    assertThat(store.drawings())
        .extracting(kept -> kept.drawing())
        .isEqualTo(all.stream().map(LabeledDrawing::drawing).toList());
    assertThat(message()).isEqualTo(Messages.get("ui.drawings.openedAll", 3));
  }

  @Test
  void ofManyOnlySomeComeToTheStrip() throws IOException {
    Path file = folder.resolve("many.jsonl");
    StrokesFile.write(file, MnistLikeDigits.drawings(120, 1));
    files.open(List.of(file));
    assertThat(store.drawings()).hasSize(DrawingFilesViewModel.MAX_OPENED);
    assertThat(message())
        .isEqualTo(Messages.get("ui.drawings.openedSome", DrawingFilesViewModel.MAX_OPENED, 120));
  }

  @Test
  void aDrawingLargerThanTheCanvasIsFitted() throws IOException {
    Path file = folder.resolve("large.jsonl");
    Files.writeString(file, "{\"width\":60,\"strokes\":[[[0,-100],[1000,1900]],[[500,900]]]}\n");
    files.open(List.of(file));
    assertThat(canvas().strokes().get(0).points())
        .containsExactly(new InkPoint(85, 30), new InkPoint(195, 250));
    assertThat(canvas().strokes().get(0).penWidth()).isEqualTo(PadViewModel.MIN_BRUSH);
    Files.writeString(file, "{\"strokes\":[[[-1e308,0],[1e308,5]]]}\n");
    files.open(List.of(file));
    assertThat(canvas().strokes().get(0).points())
        .allMatch(point -> point.x() >= 0 && point.x() <= PadViewModel.SIDE);
  }

  @Test
  void otherFilesAreHandedOn() throws IOException {
    Path picture = Files.write(folder.resolve("four.jsonl"), new byte[] {(byte) 0x89, 'P', 'N'});
    files.open(List.of(picture));
    assertThat(message()).isEqualTo(Messages.get("ui.drawings.unknownFile", picture));
    List<Path> received = new ArrayList<>();
    files.setPictures(received::addAll);
    files.open(List.of(picture));
    assertThat(received).containsExactly(picture);
    assertThat(message()).isEmpty();
  }

  @Test
  void whatIsWrongWithAFileIsTold() throws IOException {
    files.open(List.of(folder.resolve("nothing.jsonl")));
    assertThat(message()).contains("nothing.jsonl");
    Path blank = Files.writeString(folder.resolve("blank.jsonl"), "{\"strokes\":[]}\n");
    files.open(List.of(blank));
    assertThat(message()).isEqualTo(Messages.get("ui.drawings.noStrokes", blank));
    Path broken = Files.writeString(folder.resolve("broken.jsonl"), "{\"strokes\":[[");
    files.open(List.of(broken));
    assertThat(message()).contains("line 1");
    Path svg = Files.writeString(folder.resolve("other.svg"), "<svg><path d='M0 0'/></svg>");
    files.open(List.of(svg));
    assertThat(message()).isEqualTo(Messages.get("ui.drawings.foreignSvg", svg));
    files.open(List.of(folder));
    assertThat(message()).isNotEmpty();
    assertThat(canvas().isBlank()).isTrue();
  }

  @Test
  void pastesStrokesAndSvg() throws IOException {
    String line =
        new String(
            StrokesFile.toLine(new LabeledDrawing(null, null, FOUR)), StandardCharsets.UTF_8);
    assertThat(files.paste("  " + line + "\n")).isTrue();
    assertThat(canvas()).isEqualTo(FOUR);
    pad.clear();
    assertThat(files.paste(DrawingSvg.write(new CanvasContent(FOUR)))).isTrue();
    assertThat(canvas()).isEqualTo(FOUR);
    assertThat(files.paste("a shopping list")).isFalse();
    assertThat(files.paste("{\"shopping\":1}")).isTrue();
    assertThat(message()).isNotEmpty();
    assertThat(canvas()).isEqualTo(FOUR);
  }

  @Test
  void openingKeepsWhatWasThere() throws IOException {
    Path file = save(FOUR, "four.jsonl", DrawingFormat.STROKES);
    pad.replaceDrawing(MnistLikeDigits.drawing(2));
    files.open(List.of(file));
    assertThat(store.drawings().get(0).drawing()).isEqualTo(MnistLikeDigits.drawing(2));
    pad.undo();
    assertThat(canvas()).isEqualTo(MnistLikeDigits.drawing(2));
  }
}
