package org.digitpad.ui.pad;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.junit.jupiter.api.Test;

/** Eraser, selection, and the undo history over both. */
class PadToolsTest {
  private final List<SavedCanvas> saved = new ArrayList<>();
  private final PadViewModel pad = new PadViewModel(saved::add);

  @Test
  void theEraserIsChosenAndGoesBackToThePen() {
    pad.toggleTool(Tool.ERASER);
    assertThat(pad.toolProperty().get()).isEqualTo(Tool.ERASER);
    pad.toggleTool(Tool.ERASER);
    assertThat(pad.toolProperty().get()).isEqualTo(Tool.PEN);
    pad.toggleTool(Tool.SELECT);
    pad.setTool(Tool.PEN);
    assertThat(pad.toolProperty().get()).isEqualTo(Tool.PEN);
  }

  @Test
  void erasingIsLiveAndOneStep() {
    Stroke line = line(10, 100, 200, 100);
    Stroke other = line(10, 200, 200, 200);
    Drawing before = drawing();
    List<Integer> told = new ArrayList<>();
    pad.addListener(
        new CanvasListener() {
          @Override
          public void contentExtended(CanvasContent content) {
            told.add(-1);
          }

          @Override
          public void contentReplaced(CanvasContent content) {
            told.add(content.drawing().strokes().size());
          }
        });
    saved.clear();

    pad.eraserDown(100, 20, false);
    assertThat(pad.erasingProperty().get()).isTrue();
    pad.eraserMove(100, 30, false);
    assertThat(drawing()).isEqualTo(before);
    pad.eraserMove(100, 110, false);
    assertThat(drawing().strokes()).hasSize(3).endsWith(other).doesNotContain(line);
    pad.eraserMove(100, 210, false);
    assertThat(drawing().strokes()).hasSize(4);
    assertThat(saved).isEmpty();
    pad.eraserUp();

    assertThat(pad.erasingProperty().get()).isFalse();
    assertThat(told).containsExactly(2, 3, 4);
    assertThat(saved).containsExactly(new SavedCanvas(pad.content()));
    Drawing after = drawing();
    pad.undo();
    assertThat(drawing()).isEqualTo(before);
    pad.redo();
    assertThat(drawing()).isEqualTo(after);
  }

  @Test
  void aWholeStrokeIsErased() {
    line(10, 100, 200, 100);
    Stroke other = line(10, 200, 200, 200);
    pad.eraserDown(100, 100, true);
    pad.eraserUp();
    assertThat(drawing().strokes()).containsExactly(other);
  }

  @Test
  void theEraserHasItsOwnWidth() {
    line(10, 100, 200, 100);
    pad.eraserProperty().set(56);
    pad.eraserDown(100, 134, false);
    pad.eraserUp();
    assertThat(drawing().strokes()).hasSize(2);
    assertThat(pad.brushProperty().get()).isEqualTo(Stroke.DEFAULT_PEN_WIDTH);
  }

  @Test
  void erasingNothingIsNoStep() {
    line(10, 100, 200, 100);
    pad.undo();
    pad.eraserDown(100, 20, false);
    pad.eraserUp();
    assertThat(pad.canRedoProperty().get()).isTrue();
  }

  @Test
  void erasingEverythingCanBeUndone() {
    Stroke line = line(10, 100, 200, 100);
    pad.eraserDown(0, 100, false);
    pad.eraserMove(280, 100, false);
    assertThat(drawing().isBlank()).isTrue();
    assertThat(pad.canClearProperty().get()).isFalse();
    assertThat(pad.canUndoProperty().get()).isTrue();
    pad.undo();
    pad.eraserMove(0, 100, false);
    pad.eraserUp();
    assertThat(drawing().strokes()).containsExactly(line);
  }

  @Test
  void selectsTheNewestStrokeAtAPlace() {
    Stroke first = line(10, 100, 200, 100);
    Stroke second = line(100, 50, 100, 200);
    click(100, 100, false);
    assertThat(selection()).containsExactly(second);
    click(150, 105, false);
    assertThat(selection()).containsExactly(first);
    click(100, 60, true);
    assertThat(selection()).containsExactly(first, second);
    click(150, 105, true);
    assertThat(selection()).containsExactly(second);
    click(250, 250, false);
    assertThat(selection()).isEmpty();
    assertThat(pad.canUndoProperty().get()).isTrue();
    assertThat(drawing().strokes()).containsExactly(first, second);
  }

  @Test
  void aRectangleSelectsTheStrokesWithinIt() {
    Stroke first = line(20, 20, 60, 60);
    Stroke second = line(100, 100, 140, 140);
    line(100, 20, 250, 20);
    pad.setTool(Tool.SELECT);
    pad.selectDown(80, 5, false);
    assertThat(pad.select().frameProperty().get()).isPresent();
    pad.selectMove(10, 70);
    assertThat(selection()).containsExactly(first);
    pad.selectUp();
    assertThat(pad.select().frameProperty().get()).isEmpty();
    pad.selectDown(150, 150, true);
    pad.selectMove(-10, 5);
    assertThat(selection()).containsExactly(first, second);
    pad.selectMove(145, 145);
    assertThat(selection()).containsExactly(first);
  }

  @Test
  void movesTheSelectionInOneStep() {
    Stroke line = line(20, 20, 60, 60);
    Stroke other = line(100, 100, 140, 140);
    pad.brushProperty().set(20);
    click(40, 40, false);

    pad.selectDown(40, 40, false);
    pad.selectMove(50, 41);
    pad.selectMove(60, 45);
    pad.selectUp();

    assertThat(drawing().strokes()).containsExactly(stroke(40, 25, 80, 65), other);
    assertThat(selection()).containsExactly(stroke(40, 25, 80, 65));
    assertThat(saved).endsWith(new SavedCanvas(pad.content()));
    pad.undo();
    assertThat(drawing().strokes()).containsExactly(line, other);
    assertThat(selection()).isEmpty();
    pad.redo();
    assertThat(drawing().strokes()).containsExactly(stroke(40, 25, 80, 65), other);
  }

  @Test
  void anEmptyPlaceWithinTheSelectionMovesItToo() {
    line(20, 20, 120, 20);
    line(20, 120, 120, 120);
    pad.selectAll();
    assertThat(pad.select().canMove(70, 70)).isTrue();
    assertThat(pad.select().canMove(200, 70)).isFalse();
    pad.selectDown(70, 70, false);
    pad.selectMove(75, 80);
    pad.selectUp();
    assertThat(drawing().strokes())
        .containsExactly(stroke(25, 30, 125, 30), stroke(25, 130, 125, 130));
  }

  @Test
  void whatIsMovedStaysOnTheCanvas() {
    line(20, 20, 60, 60);
    pad.selectAll();
    pad.selectDown(40, 40, false);
    pad.selectMove(0, 400);
    assertThat(drawing().strokes()).containsExactly(stroke(0, 240, 40, 280));
    pad.selectMove(40, 40);
    pad.selectUp();
    assertThat(drawing().strokes()).containsExactly(stroke(20, 20, 60, 60));
    pad.undo();
    assertThat(drawing().isBlank()).as("a move back is no step").isTrue();
  }

  @Test
  void arrowKeysMoveInOneStepUntilTheirRelease() {
    line(20, 20, 60, 60);
    pad.nudge(5, 5);
    assertThat(drawing().strokes()).as("no selection").containsExactly(stroke(20, 20, 60, 60));
    pad.selectAll();
    pad.nudge(1, 0);
    pad.nudge(1, 0);
    pad.nudge(0, -100);
    pad.nudgeEnd();
    pad.nudge(0, 1);
    pad.nudgeEnd();
    assertThat(drawing().strokes()).containsExactly(stroke(22, 1, 62, 41));
    pad.undo();
    assertThat(drawing().strokes()).containsExactly(stroke(22, 0, 62, 40));
    pad.undo();
    assertThat(drawing().strokes()).containsExactly(stroke(20, 20, 60, 60));
  }

  @Test
  void deletesTheSelectionOrElseEverything() {
    Stroke line = line(20, 20, 60, 60);
    Stroke other = line(100, 100, 140, 140);
    click(40, 40, false);
    pad.delete();
    assertThat(drawing().strokes()).containsExactly(other);
    assertThat(selection()).isEmpty();
    pad.delete();
    assertThat(drawing().isBlank()).isTrue();
    pad.undo();
    pad.undo();
    assertThat(drawing().strokes()).containsExactly(line, other);
  }

  @Test
  void anotherToolEndsTheSelection() {
    line(20, 20, 60, 60);
    pad.selectAll();
    assertThat(pad.toolProperty().get()).isEqualTo(Tool.SELECT);
    assertThat(selection()).hasSize(1);
    pad.setTool(Tool.PEN);
    assertThat(selection()).isEmpty();
  }

  @Test
  void erasingASelectedStrokeEndsTheSelection() {
    line(20, 20, 60, 60);
    line(100, 100, 140, 140);
    pad.selectAll();
    pad.eraserDown(40, 40, true);
    pad.eraserUp();
    assertThat(selection()).isEmpty();
    assertThat(drawing().strokes()).hasSize(1);
  }

  @Test
  void replacesTheContentUntilUndo() {
    pad.placeImage(image());
    line(20, 20, 60, 60);
    CanvasContent before = pad.content();
    Drawing next = new Drawing(List.of(stroke(1, 2), stroke(3, 4)), 9);
    pad.replaceDrawing(next);
    assertThat(pad.content()).isEqualTo(new CanvasContent(next));
    pad.undo();
    assertThat(pad.content()).isEqualTo(before);
  }

  @Test
  void whatIsInsertedIsSelected() {
    Stroke line = line(20, 20, 60, 60);
    pad.insert(new Drawing(List.of(stroke(1, 2), stroke(3, 4)), 9));
    assertThat(drawing().strokes()).hasSize(3).startsWith(line);
    assertThat(selection()).containsExactlyElementsOf(drawing().strokes().subList(1, 3));
    assertThat(pad.toolProperty().get()).isEqualTo(Tool.SELECT);
    pad.undo();
    assertThat(drawing().strokes()).containsExactly(line);
    assertThat(selection()).isEmpty();
  }

  @Test
  void aDraftRestoredLateKeepsWhatWasErasedAndMoved() {
    line(20, 20, 60, 60);
    line(100, 100, 140, 140);
    pad.eraserDown(40, 40, true);
    pad.eraserUp();
    pad.selectAll();
    pad.nudge(10, 0);

    pad.restore(new SavedCanvas(new CanvasContent(new Drawing(List.of(stroke(5, 5))))));

    assertThat(drawing().strokes()).containsExactly(stroke(5, 5), stroke(110, 100, 150, 140));
    pad.undo();
    pad.undo();
    assertThat(drawing().strokes())
        .containsExactly(stroke(5, 5), stroke(20, 20, 60, 60), stroke(100, 100, 140, 140));
    pad.clear();
    pad.undo();
    pad.redo();
    assertThat(drawing().isBlank()).isTrue();
  }

  @Test
  void everyStateCanBeReachedAgain() {
    Random random = new Random(7);
    IntConsumer[] changes = {
      i -> line(random.nextInt(280), random.nextInt(280), random.nextInt(280), 100),
      i -> line(random.nextInt(280), random.nextInt(280), 50, random.nextInt(280)),
      i -> {
        pad.eraserDown(random.nextInt(280), random.nextInt(280), i % 2 == 0);
        pad.eraserMove(random.nextInt(280), random.nextInt(280), i % 3 == 0);
        pad.eraserUp();
      },
      i -> {
        click(random.nextInt(280), random.nextInt(280), false);
        pad.nudge(random.nextInt(9) - 4, 1);
        pad.nudgeEnd();
      },
      i -> pad.insert(new Drawing(List.of(stroke(i % 280, 1), stroke(i % 280, 9)))),
      i -> {
        if (i % 9 == 0) {
          pad.clear();
        } else if (i % 9 == 1) {
          pad.placeImage(image());
        } else if (i % 9 == 2) {
          pad.replaceDrawing(new Drawing(List.of(stroke(i % 280, 30))));
        }
      },
    };
    List<CanvasContent> states = new ArrayList<>(List.of(pad.content()));
    for (int i = 0; i < 2_000; i++) {
      changes[random.nextInt(changes.length)].accept(i);
      if (!pad.content().equals(states.get(states.size() - 1))) {
        states.add(pad.content());
      }
    }
    for (int i = states.size() - 1; i >= 0; i--) {
      assertThat(pad.content()).isEqualTo(states.get(i));
      pad.undo();
    }
    assertThat(pad.canUndoProperty().get()).isFalse();
    for (CanvasContent state : states) {
      assertThat(pad.content()).isEqualTo(state);
      pad.redo();
    }
  }

  @Test
  void manyErasuresInAHugeDrawingAreUndone() {
    PadViewModel huge = new PadViewModel(content -> {});
    List<Stroke> strokes = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      strokes.add(stroke(i % 280, i / 72));
    }
    huge.restore(new SavedCanvas(new CanvasContent(new Drawing(strokes, 8))));
    huge.eraserProperty().set(8);
    int steps = 0;
    for (int x = 0; x < 280 && steps < 1_000; x += 9) {
      for (int y = 0; y < 280; y += 4) {
        huge.eraserDown(x, y, true);
        huge.eraserUp();
        steps++;
      }
    }
    int left = huge.drawingProperty().get().strokes().size();
    for (int i = 0; i < steps; i++) {
      huge.undo();
    }
    assertThat(left).isLessThan(20_000);
    assertThat(huge.drawingProperty().get().strokes()).hasSizeGreaterThan(left);
  }

  private Drawing drawing() {
    return pad.drawingProperty().get();
  }

  private List<Stroke> selection() {
    return pad.select().selectionProperty().get();
  }

  private void click(double x, double y, boolean extend) {
    pad.setTool(Tool.SELECT);
    pad.selectDown(x, y, extend);
    pad.selectUp();
  }

  private Stroke line(double fromX, double fromY, double toX, double toY) {
    pad.penDown(fromX, fromY);
    pad.penMove(toX, toY);
    pad.penUp();
    List<Stroke> strokes = drawing().strokes();
    return strokes.get(strokes.size() - 1);
  }

  private static Stroke stroke(double... places) {
    List<InkPoint> points = new ArrayList<>();
    for (int i = 0; i < places.length; i += 2) {
      points.add(new InkPoint(places[i], places[i + 1]));
    }
    return new Stroke(points);
  }

  private static DigitImage image() {
    float[] pixels = new float[DigitImage.PIXELS];
    pixels[400] = 1;
    return new DigitImage(pixels);
  }
}
