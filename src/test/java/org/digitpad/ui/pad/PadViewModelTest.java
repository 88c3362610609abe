package org.digitpad.ui.pad;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.junit.jupiter.api.Test;

class PadViewModelTest {
  private static final DigitImage IMAGE = image();

  private final List<SavedCanvas> saved = new ArrayList<>();
  private final PadViewModel pad = new PadViewModel(saved::add);

  @Test
  void startsBlankWithAllCommandsDisabled() {
    assertThat(drawing().isBlank()).isTrue();
    assertThat(pad.canUndoProperty().get()).isFalse();
    assertThat(pad.canRedoProperty().get()).isFalse();
    assertThat(pad.canClearProperty().get()).isFalse();
    assertThat(saved).isEmpty();
  }

  @Test
  void showsTheStrokeInProgressAndSavesTheFinishedOne() {
    pad.penDown(10, 20);
    assertThat(drawing().strokes()).containsExactly(stroke(10, 20));
    pad.penMove(30, 40);
    assertThat(drawing().strokes()).containsExactly(stroke(10, 20, 30, 40));
    assertThat(saved).isEmpty();

    pad.penUp();

    assertThat(drawing().strokes()).containsExactly(stroke(10, 20, 30, 40));
    assertThat(saved).containsExactly(saved(pad.content()));
  }

  @Test
  void aClickIsADot() {
    pad.penDown(10, 20);
    pad.penUp();

    assertThat(drawing().strokes()).containsExactly(stroke(10, 20));
  }

  @Test
  void pointsOffTheCanvasAreMovedToItsEdge() {
    pad.penDown(10, 20);
    pad.penMove(-50, 300);
    pad.penMove(300, -50);

    assertThat(drawing().strokes()).containsExactly(stroke(10, 20, 0, 280, 280, 0));
  }

  @Test
  void movesWithoutPenDownLeaveNoInk() {
    pad.penMove(10, 20);
    pad.penUp();

    assertThat(drawing().isBlank()).isTrue();
    assertThat(saved).isEmpty();
  }

  @Test
  void undoesAndRedoesStrokesInOrder() {
    draw(10);
    draw(20);

    pad.undo();
    assertThat(drawing().strokes()).containsExactly(stroke(10, 10));
    pad.undo();
    assertThat(drawing().isBlank()).isTrue();
    assertThat(pad.canUndoProperty().get()).isFalse();
    pad.redo();
    pad.redo();
    assertThat(drawing().strokes()).containsExactly(stroke(10, 10), stroke(20, 20));
    assertThat(pad.canRedoProperty().get()).isFalse();
    assertThat(saved).endsWith(saved(pad.content()));
  }

  @Test
  void clearingCanBeUndone() {
    draw(10);
    draw(20);

    pad.clear();
    assertThat(drawing().isBlank()).isTrue();
    assertThat(pad.canClearProperty().get()).isFalse();
    pad.undo();

    assertThat(drawing().strokes()).hasSize(2);
  }

  @Test
  void clearingABlankCanvasCannotBeUndone() {
    pad.clear();

    assertThat(pad.canUndoProperty().get()).isFalse();
  }

  @Test
  void aNewStrokeDiscardsWhatCouldBeRedone() {
    draw(10);
    pad.undo();
    draw(20);

    assertThat(pad.canRedoProperty().get()).isFalse();
    pad.redo();
    assertThat(drawing().strokes()).containsExactly(stroke(20, 20));
  }

  @Test
  void undoDuringAStrokeLiftsThePenAndRemovesTheStroke() {
    draw(10);
    pad.penDown(20, 20);
    pad.penMove(30, 30);

    pad.undo();
    pad.penMove(40, 40);
    pad.penUp();
    assertThat(drawing().strokes()).containsExactly(stroke(10, 10));

    pad.redo();
    assertThat(drawing().strokes()).containsExactly(stroke(10, 10), stroke(20, 20, 30, 30));
  }

  @Test
  void aStrokeWithoutEndIsFinishedByTheNext() {
    pad.penDown(10, 10);
    pad.penDown(20, 20);
    pad.penUp();

    assertThat(drawing().strokes()).containsExactly(stroke(10, 10), stroke(20, 20));
  }

  @Test
  void eachStrokeKeepsTheBrushWidthItWasBegunWith() {
    draw(10);
    pad.brushProperty().set(24);
    pad.penDown(20, 20);
    pad.brushProperty().set(8);
    pad.penMove(30, 30);
    pad.penUp();

    assertThat(drawing().strokes()).extracting(Stroke::penWidth).containsExactly(16.0, 24.0);
    assertThat(saved).hasSize(2).endsWith(saved(pad.content()));
    pad.undo();
    pad.redo();
    assertThat(drawing().strokes()).extracting(Stroke::penWidth).containsExactly(16.0, 24.0);
  }

  @Test
  void restoresADrawingWithItsBrushWidth() {
    pad.restore(
        new SavedCanvas(
            new CanvasContent(new Drawing(List.of(stroke(10, 10), stroke(20, 20)), 12))));

    assertThat(drawing().strokes()).hasSize(2);
    assertThat(pad.brushProperty().get()).isEqualTo(12);
    pad.undo();
    assertThat(drawing()).isEqualTo(new Drawing(List.of(stroke(10, 10)), 12));
  }

  @Test
  void aDraftRestoredLateComesBeforeWhatWasDrawnMeanwhile() {
    draw(30);
    draw(40);
    pad.undo();
    pad.penDown(50, 50);

    pad.restore(
        new SavedCanvas(
            new CanvasContent(new Drawing(List.of(stroke(10, 10), stroke(20, 20)), 12))));
    pad.penMove(60, 60);
    pad.penUp();

    Drawing restored = new Drawing(List.of(stroke(10, 10), stroke(20, 20)), 12);
    assertThat(drawing().strokes())
        .startsWith(restored.strokes().toArray(Stroke[]::new))
        .endsWith(stroke(30, 30), stroke(50, 50, 60, 60))
        .hasSize(4);
    assertThat(pad.brushProperty().get()).isEqualTo(Stroke.DEFAULT_PEN_WIDTH);
    assertThat(saved).endsWith(saved(pad.content()));
    pad.undo();
    pad.undo();
    assertThat(drawing()).isEqualTo(restored);
    pad.undo();
    pad.undo();
    assertThat(drawing().isBlank()).isTrue();
    assertThat(pad.canUndoProperty().get()).isFalse();
  }

  @Test
  void whatWasUndoneBeforeALateRestoreCanStillBeRedone() {
    draw(30);
    pad.undo();

    pad.restore(new SavedCanvas(new CanvasContent(new Drawing(List.of(stroke(10, 10))))));
    assertThat(drawing().strokes()).containsExactly(stroke(10, 10));
    pad.redo();

    assertThat(drawing().strokes()).containsExactly(stroke(10, 10), stroke(30, 30));
    assertThat(pad.canRedoProperty().get()).isFalse();
  }

  @Test
  void aDraftRestoredAfterAClearIsClearedToo() {
    draw(30);
    pad.clear();
    draw(40);

    pad.restore(new SavedCanvas(new CanvasContent(new Drawing(List.of(stroke(10, 10))))));
    assertThat(drawing().strokes()).containsExactly(stroke(40, 40));
    pad.undo();
    pad.undo();

    assertThat(drawing().strokes()).containsExactly(stroke(10, 10), stroke(30, 30));
  }

  @Test
  void anImageReplacesTheDrawingUntilUndoOrClear() {
    draw(10);

    pad.placeImage(IMAGE);
    assertThat(pad.backgroundProperty().get()).isEqualTo(IMAGE);
    assertThat(drawing().isBlank()).isTrue();
    assertThat(pad.canClearProperty().get()).isTrue();
    draw(20);
    assertThat(pad.content()).isEqualTo(new CanvasContent(IMAGE, drawing()));

    pad.clear();
    assertThat(pad.content().isBlank()).isTrue();
    pad.undo();
    pad.undo();
    assertThat(pad.content().hasBackground()).isTrue();
    pad.undo();
    assertThat(pad.content().hasBackground()).isFalse();
    assertThat(drawing().strokes()).containsExactly(stroke(10, 10));
  }

  @Test
  void strokesOnAnImageAreSavedWithIt() {
    draw(10);
    Drawing own = drawing();
    pad.placeImage(IMAGE);
    draw(20);

    SavedCanvas last = new SavedCanvas(new CanvasContent(IMAGE, drawing()), own);
    assertThat(saved).hasSize(3).endsWith(last);
    PadViewModel next = new PadViewModel(content -> {});
    next.restore(last);
    assertThat(next.content()).isEqualTo(last.content());
    next.undo();
    next.undo();
    assertThat(next.content()).isEqualTo(new CanvasContent(own));
    assertThat(drawing().strokes()).containsExactly(stroke(20, 20));
  }

  @Test
  void restoresStrokesOnAnImage() {
    CanvasContent content =
        new CanvasContent(IMAGE, new Drawing(List.of(stroke(10, 10), stroke(20, 20))));
    pad.restore(new SavedCanvas(content));

    assertThat(pad.content()).isEqualTo(content);
    pad.undo();
    pad.undo();
    assertThat(pad.content()).isEqualTo(new CanvasContent(IMAGE, Drawing.BLANK));
    pad.undo();
    assertThat(pad.content().isBlank()).isTrue();
  }

  private static SavedCanvas saved(CanvasContent content) {
    return new SavedCanvas(content);
  }

  @Test
  void aHugeDrawingIsNeitherCopiedForEachStrokeNorForEachPoint() {
    List<Stroke> strokes = new ArrayList<>();
    for (int i = 0; i < 300_000; i++) {
      strokes.add(stroke(i % 280, i / 1_072));
    }
    pad.restore(new SavedCanvas(new CanvasContent(new Drawing(strokes))));
    // each copy would take more than a megabyte, and all of them more than the memory there is
    for (int i = 0; i < 3_000; i++) {
      draw(i % 280);
      pad.undo();
      pad.redo();
    }

    assertThat(drawing().strokes()).hasSize(303_000).startsWith(strokes.get(0));
    pad.clear();
    pad.undo();
    assertThat(drawing().strokes()).hasSize(303_000);
  }

  @Test
  void aDraftRestoredLateDoesNotAppearOnAnImage() {
    pad.placeImage(IMAGE);

    pad.restore(new SavedCanvas(new CanvasContent(new Drawing(List.of(stroke(10, 10))))));

    assertThat(pad.content()).isEqualTo(new CanvasContent(IMAGE, drawing()));
    assertThat(drawing().isBlank()).isTrue();
    pad.undo();
    assertThat(drawing().strokes()).containsExactly(stroke(10, 10));
  }

  @Test
  void listenersLearnWhetherTheContentWasExtendedOrReplaced() {
    List<String> told = new ArrayList<>();
    CanvasListener listener =
        new CanvasListener() {
          @Override
          public void contentExtended(CanvasContent content) {
            told.add("extended to " + content.drawing().strokes().size());
          }

          @Override
          public void contentReplaced(CanvasContent content) {
            told.add("replaced by " + content.drawing().strokes().size());
          }
        };
    draw(10);
    pad.addListener(listener);
    draw(20);
    pad.undo();
    pad.removeListener(listener);
    draw(30);

    assertThat(told).containsExactly("replaced by 1", "extended to 2", "replaced by 1");
  }

  private Drawing drawing() {
    return pad.drawingProperty().get();
  }

  private void draw(double place) {
    pad.penDown(place, place);
    pad.penUp();
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
