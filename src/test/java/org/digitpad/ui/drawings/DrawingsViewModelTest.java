package org.digitpad.ui.drawings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.digitpad.data.drawings.DrawingStore;
import org.digitpad.data.drawings.InMemoryDrawingStore;
import org.digitpad.data.drawings.KeptDrawing;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.ink.StrokeRenderer;
import org.digitpad.ui.pad.PadViewModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DrawingsViewModelTest {
  private static final KeptDrawing ONE = new KeptDrawing(MnistLikeDigits.drawing(1), "1");
  private static final KeptDrawing TWO = new KeptDrawing(MnistLikeDigits.drawing(2), "2");

  private final InMemoryDrawingStore store = new InMemoryDrawingStore(TWO, ONE);
  private final PadViewModel pad = new PadViewModel(content -> {});
  private final List<Boolean> shown = new ArrayList<>();
  private String reading = "4";
  private DrawingsViewModel model;

  @BeforeEach
  void load() {
    model = create(store);
    model.load();
  }

  private DrawingsViewModel create(DrawingStore drawings) {
    return new DrawingsViewModel(
        drawings, pad, () -> reading, shown::add, Runnable::run, Runnable::run);
  }

  private void draw(Drawing drawing) {
    for (Stroke stroke : drawing.strokes()) {
      List<InkPoint> points = stroke.points();
      pad.penDown(points.get(0).x(), points.get(0).y());
      points.forEach(point -> pad.penMove(point.x(), point.y()));
      pad.penUp();
    }
  }

  private List<KeptDrawing> strip() {
    return model.drawingsProperty().get().stream().map(Thumbnail::kept).toList();
  }

  private Drawing canvas() {
    return pad.drawingProperty().get();
  }

  @Test
  void showsWhatIsKeptAndTenExamples() {
    assertThat(strip()).containsExactly(TWO, ONE);
    assertThat(model.loadedProperty().get()).isTrue();
    assertThat(model.examplesProperty().get())
        .hasSize(10)
        .allMatch(Thumbnail::isExample)
        .extracting(example -> example.kept().reading())
        .containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
  }

  @Test
  void whatIsClearedIsKeptWithItsReading() {
    draw(MnistLikeDigits.drawing(4));
    assertThat(strip()).containsExactly(TWO, ONE);
    pad.clear();
    KeptDrawing four = new KeptDrawing(MnistLikeDigits.drawing(4), "4");
    assertThat(strip()).containsExactly(four, TWO, ONE);
    assertThat(store.drawings()).isEqualTo(strip());
  }

  @Test
  void aDrawingThatIsContinuedIsUpdated() {
    Drawing four = MnistLikeDigits.drawing(4);
    draw(new Drawing(four.strokes().subList(0, 1)));
    pad.clear();
    pad.undo();
    draw(new Drawing(four.strokes().subList(1, 2)));
    pad.clear();
    assertThat(strip()).containsExactly(new KeptDrawing(four, "4"), TWO, ONE);
  }

  @Test
  void clearingAgainKeepsNothingTwice() {
    draw(MnistLikeDigits.drawing(4));
    pad.clear();
    pad.undo();
    reading = "9";
    pad.clear();
    assertThat(strip()).hasSize(3);
    pad.clear();
    assertThat(strip()).hasSize(3);
  }

  @Test
  void anUndoneDrawingIsNotKept() {
    draw(MnistLikeDigits.drawing(1));
    pad.undo();
    assertThat(strip()).containsExactly(TWO, ONE);
  }

  @Test
  void aDrawingOfTheStripComesBackAndUndoTakesItAway() {
    draw(MnistLikeDigits.drawing(4));
    model.open(model.drawingsProperty().get().get(1));
    assertThat(canvas()).isEqualTo(ONE.drawing());
    assertThat(strip()).extracting(KeptDrawing::reading).containsExactly("4", "2", "1");
    pad.undo();
    assertThat(canvas()).isEqualTo(MnistLikeDigits.drawing(4));
    pad.redo();
    assertThat(canvas()).isEqualTo(ONE.drawing());
  }

  @Test
  void openingWhatIsOnTheCanvasChangesNothing() {
    Thumbnail two = model.drawingsProperty().get().get(0);
    model.open(two);
    model.open(two);
    pad.undo();
    assertThat(canvas().isBlank()).isTrue();
  }

  @Test
  void anExampleIsKeptOnceItIsContinued() {
    Thumbnail seven = model.examplesProperty().get().get(7);
    model.open(seven);
    pad.clear();
    assertThat(strip()).containsExactly(TWO, ONE);
    pad.undo();
    draw(MnistLikeDigits.drawing(1));
    pad.clear();
    assertThat(strip()).hasSize(3);
  }

  @Test
  void strokesOnAnImageAreNotKept() {
    pad.placeImage(StrokeRenderer.render(MnistLikeDigits.drawing(3)));
    draw(MnistLikeDigits.drawing(1));
    pad.clear();
    assertThat(strip()).containsExactly(TWO, ONE);
    pad.undo();
    model.keepCanvas();
    assertThat(strip()).containsExactly(TWO, ONE);
  }

  @Test
  void anImageInPlaceOfADrawingKeepsIt() {
    draw(MnistLikeDigits.drawing(4));
    pad.placeImage(StrokeRenderer.render(MnistLikeDigits.drawing(3)));
    assertThat(strip()).hasSize(3);
  }

  @Test
  void whatIsOnTheCanvasAtTheEndIsKept() {
    model.keepCanvas();
    assertThat(strip()).hasSize(2);
    draw(MnistLikeDigits.drawing(4));
    model.keepCanvas();
    assertThat(store.drawings()).hasSize(3);
  }

  @Test
  void aRemovalIsUndoneInItsPlace() {
    Thumbnail two = model.drawingsProperty().get().get(0);
    model.remove(two);
    assertThat(store.drawings()).containsExactly(ONE);
    model.remove(model.drawingsProperty().get().get(0));
    assertThat(store.drawings()).isEmpty();
    assertThat(model.canRestoreProperty().get()).isTrue();
    model.restoreRemoved();
    assertThat(strip()).containsExactly(ONE);
    model.restoreRemoved();
    assertThat(strip()).containsExactly(TWO, ONE);
    assertThat(model.canRestoreProperty().get()).isFalse();
    model.remove(model.examplesProperty().get().get(0));
    assertThat(model.canRestoreProperty().get()).isFalse();
  }

  @Test
  void theSamePictureIsDrawnOnce() {
    Thumbnail two = model.drawingsProperty().get().get(0);
    draw(MnistLikeDigits.drawing(4));
    pad.clear();
    assertThat(model.drawingsProperty().get().get(1)).isSameAs(two);
  }

  @Test
  void whatCannotBeSavedIsShownToldAndSavedLater() {
    store.fail("the disk is full");
    draw(MnistLikeDigits.drawing(4));
    pad.clear();
    assertThat(strip()).hasSize(3);
    assertThat(model.messageProperty().get())
        .isEqualTo(Messages.get("ui.drawings.notKept", "the disk is full"));
    assertThat(store.drawings()).hasSize(2);
    store.fail("");
    draw(MnistLikeDigits.drawing(5));
    pad.clear();
    assertThat(store.drawings()).hasSize(4).isEqualTo(strip());
    assertThat(model.messageProperty().get()).isEmpty();
  }

  @Test
  void whatCouldNotBeSavedIsTriedOnceMoreAtTheEnd() {
    store.fail("the disk is full");
    draw(MnistLikeDigits.drawing(4));
    pad.clear();
    store.fail("");
    model.keepCanvas();
    assertThat(store.drawings()).hasSize(3);
  }

  @Test
  void aStoreThatThrowsLeavesTheStripEmpty() {
    DrawingsViewModel broken =
        create(
            new DrawingStore() {
              @Override
              public Content load() {
                throw new IllegalStateException("no home, on purpose");
              }

              @Override
              public Content update(UnaryOperator<List<KeptDrawing>> change) {
                throw new IllegalStateException();
              }
            });
    broken.load();
    assertThat(broken.loadedProperty().get()).isTrue();
    assertThat(broken.messageProperty().get()).contains("no home, on purpose");
  }

  @Test
  void aTooLargeDrawingIsTold() {
    List<Stroke> dots = new ArrayList<>();
    for (int i = 0; i < 40_000; i++) {
      dots.add(new Stroke(List.of(new InkPoint(i % 280, i / 280.0))));
    }
    pad.replaceDrawing(new Drawing(dots));
    pad.clear();
    assertThat(strip()).hasSize(2);
    assertThat(model.messageProperty().get()).isEqualTo(Messages.get("ui.drawings.tooLarge"));
  }

  @Test
  void theChoiceToShowTheStripIsSaved() {
    assertThat(model.shownProperty().get()).isEmpty();
    model.restoreShown(Optional.of(true));
    assertThat(shown).isEmpty();
    model.choose(false);
    assertThat(model.shownProperty().get()).contains(false);
    assertThat(shown).containsExactly(false);
  }
}
