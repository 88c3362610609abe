package org.digitpad.ui.mydrawings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import javafx.beans.property.SimpleBooleanProperty;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.data.mydrawings.MyDrawing;
import org.digitpad.data.mydrawings.MyDrawings;
import org.digitpad.data.mydrawings.MyDrawingsStore;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.io.DataFolders;
import org.digitpad.recognize.Prediction;
import org.digitpad.recognize.sequence.BoundingBox;
import org.digitpad.recognize.sequence.DigitSequence;
import org.digitpad.recognize.sequence.SequenceDigit;
import org.digitpad.ui.answer.AnswerViewModel;
import org.digitpad.ui.answer.Predictions;
import org.digitpad.ui.answer.SteppedRecognizer;
import org.digitpad.ui.common.UiQueue;
import org.digitpad.ui.mydrawings.BrowseViewModel.Mode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keeps, changes, browses and corrects drawings without a window. */
class MyDrawingsViewModelTest {
  private static final Instant DATE = Instant.parse("2026-11-26T17:05:00Z");

  @TempDir private Path folder;

  /** Tasks of the background, which wait until they are run. */
  private final Queue<Runnable> waiting = new ArrayDeque<>();

  private final List<Drawing> opened = new ArrayList<>();
  private MyDrawingsViewModel model;
  private BrowseViewModel browse;

  static MyDrawing digit(int digit, int label) {
    return MyDrawing.of(
        MnistLikeDigits.drawing(digit), label, DATE.plusSeconds(digit), "conv-gru", digit);
  }

  @BeforeEach
  void load() {
    model = new MyDrawingsViewModel(this::file, waiting::add, Runnable::run);
    browse = new BrowseViewModel(model, opened::add);
    model.load();
    save();
  }

  private Path file() {
    return folder.resolve("my-drawings.jsonl");
  }

  private void save() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  private List<MyDrawing> saved() {
    return new MyDrawingsStore(file()).load().items();
  }

  private List<MyDrawing> shown() {
    return model.drawingsProperty().get();
  }

  @Test
  void aDrawingIsSeenAtOnceAndToldOnceItIsOnTheDisk() {
    assertThat(model.loadedProperty().get()).isTrue();
    model.add(digit(1, 7), "Kept.");
    assertThat(shown()).containsExactly(digit(1, 7));
    assertThat(model.messageProperty().get()).isEmpty();
    assertThat(saved()).isEmpty();
    save();
    assertThat(saved()).containsExactly(digit(1, 7));
    assertThat(model.messageProperty().get()).isEqualTo("Kept.");
    assertThat(model.failedProperty().get()).isFalse();
  }

  @Test
  void everyChangeCanBeTakenBack() {
    model.addAll(List.of(digit(1, 7), digit(2, 2)), "");
    model.add(digit(1, 1), "");
    model.relabel(shown(), 5, "");
    model.delete(List.of(digit(2, 5)), "");
    assertThat(shown()).extracting(MyDrawing::label).containsExactly(5);
    model.undo();
    assertThat(shown()).containsExactly(digit(2, 5), digit(1, 5));
    model.undo();
    assertThat(shown()).containsExactly(digit(2, 2), digit(1, 1));
    model.undo();
    assertThat(shown()).containsExactly(digit(2, 2), digit(1, 7));
    model.undo();
    assertThat(shown()).isEmpty();
    assertThat(model.canUndoProperty().get()).isFalse();
    model.undo();
    save();
    assertThat(saved()).isEmpty();
  }

  @Test
  void whatChangesNothingCannotBeTakenBack() {
    model.delete(List.of(digit(1, 1)), "");
    model.relabel(List.of(digit(1, 1)), 2, "");
    assertThat(model.canUndoProperty().get()).isFalse();
    assertThat(waiting).isEmpty();
  }

  @Test
  void anotherWindowsDrawingsComeToo() {
    new MyDrawingsStore(file()).update(kept -> MyDrawings.with(kept, List.of(digit(3, 3))));
    model.add(digit(1, 7), "");
    save();
    assertThat(shown()).containsExactly(digit(3, 3), digit(1, 7));
  }

  @Test
  void whatCannotBeSavedIsToldAndTriedAgain() throws IOException {
    // a folder in the place of the lock
    Path lock = Files.createDirectory(folder.resolve(".my-drawings.lock"));
    model.add(digit(1, 7), "Kept.");
    save();
    assertThat(shown()).containsExactly(digit(1, 7));
    assertThat(model.failedProperty().get()).isTrue();
    assertThat(model.messageProperty().get()).contains("will be gone", file().toString());
    Files.delete(lock);
    model.saveRest();
    save();
    assertThat(saved()).containsExactly(digit(1, 7));
  }

  @Test
  void anotherPersonsFileTakesItsPlace() {
    model.add(digit(1, 7), "");
    Path other = folder.resolve("other/my-drawings.jsonl");
    model.useFile(() -> other);
    assertThat(shown()).isEmpty();
    assertThat(model.canUndoProperty().get()).isFalse();
    save();
    assertThat(saved()).containsExactly(digit(1, 7));
    assertThat(shown()).isEmpty();
    model.add(digit(2, 2), "");
    save();
    assertThat(new MyDrawingsStore(other).load().items()).containsExactly(digit(2, 2));
    model.useFile(this::file);
    save();
    assertThat(shown()).containsExactly(digit(1, 7));
  }

  @Test
  void whatCouldNotBeSavedIsTriedAgainAfterAnotherPersonCame() throws IOException {
    Path lock = Files.createDirectory(folder.resolve(".my-drawings.lock"));
    model.add(digit(1, 7), "");
    save();
    model.useFile(() -> folder.resolve("other/my-drawings.jsonl"));
    save();
    Files.delete(lock);
    model.saveRest();
    save();
    assertThat(saved()).containsExactly(digit(1, 7));
  }

  @Test
  void whatHasNoRoomIsToldAlsoOnceTheRestIsSaved() {
    List<InkPoint> points = new ArrayList<>();
    for (int i = 0; i < MyDrawings.MAX_SIZE; i++) {
      points.add(new InkPoint(i % 280, i % 7));
    }
    Drawing large = new Drawing(List.of(new Stroke(points)));
    model.addAll(List.of(digit(1, 7), MyDrawing.of(large, 1, DATE, "", null)), "Two are kept.");
    save();
    assertThat(saved()).containsExactly(digit(1, 7));
    assertThat(model.messageProperty().get()).isEqualTo(Messages.get("ui.mydrawings.full"));
  }

  @Test
  void importedDrawingsAreAddedOnceAndExportedOnesAreThere() {
    MyDrawingFilesViewModel files =
        new MyDrawingFilesViewModel(
            model,
            () -> new DataFolders(folder.resolve("home")),
            InstantSource.fixed(DATE),
            Runnable::run,
            Runnable::run);
    files.export(folder.resolve("one"), List.of(digit(1, 7), digit(2, 2)));
    assertThat(model.messageProperty().get()).isEqualTo("Exported 2 drawings as one.jsonl.");
    model.add(digit(1, 1), "");
    files.importFile(folder.resolve("one.jsonl"));
    save();
    assertThat(shown()).containsExactly(digit(2, 2), digit(1, 1));
    assertThat(model.messageProperty().get()).isEqualTo("Added a drawing; there already: 1.");
    files.importFile(folder.resolve("nothing"));
    assertThat(model.failedProperty().get()).isTrue();
    files.export(folder.resolve("one"), shown());
    assertThat(model.messageProperty().get()).contains("exists already");
  }

  @Test
  void theGridIsByLabelAndFollowsTheFilter() {
    browse.setColumns(2);
    model.addAll(List.of(digit(1, 7), digit(2, 2), digit(7, 7), digit(3, 10), digit(9, 7)), "");
    assertThat(browse.shown()).extracting(MyDrawing::label).containsExactly(2, 7, 7, 7, 10);
    assertThat(browse.rowsProperty().get())
        .extracting(GridRow::isHeading)
        .containsExactly(true, false, true, false, false, true, false);
    assertThat(browse.count(7)).isEqualTo(3);
    assertThat(browse.count(BrowseViewModel.ALL)).isEqualTo(5);
    browse.setMisreadOnly(true);
    assertThat(browse.count(7)).isEqualTo(2);
    browse.setFilter(7);
    assertThat(browse.shown()).containsExactly(digit(9, 7), digit(1, 7));
    browse.setFilter(0);
    assertThat(browse.shown()).isEmpty();
    assertThat(browse.currentProperty().get()).isEqualTo(-1);
    browse.relabel(3);
    browse.delete();
    browse.open();
    assertThat(opened).isEmpty();
  }

  @Test
  void keysGoSelectRelabelAndDelete() {
    browse.setColumns(2);
    model.addAll(List.of(digit(1, 7), digit(2, 2), digit(7, 7), digit(3, 10), digit(9, 7)), "");
    browse.choose(1, Mode.SELECT);
    browse.moveRows(1, Mode.SELECT);
    assertThat(browse.currentProperty().get()).isEqualTo(3);
    browse.moveRows(-2, Mode.SELECT);
    assertThat(browse.currentProperty().get()).isZero();
    browse.moveBy(2, Mode.EXTEND);
    assertThat(browse.selectionProperty().get()).hasSize(3);
    browse.moveBy(-1, Mode.EXTEND);
    assertThat(browse.selectionProperty().get()).hasSize(2);
    browse.choose(4, Mode.TOGGLE);
    assertThat(browse.selectionProperty().get()).hasSize(3);
    browse.choose(4, Mode.TOGGLE);
    browse.relabel(7);
    assertThat(browse.count(7)).isEqualTo(4);
    assertThat(browse.selectionProperty().get()).hasSize(1);
    browse.moveBy(-1, Mode.EXTEND);
    browse.delete();
    assertThat(shown()).hasSize(3);
    assertThat(browse.selectionProperty().get()).isEmpty();
    model.undo();
    model.undo();
    assertThat(browse.count(2)).isEqualTo(1);
    browse.selectAll();
    assertThat(browse.selectionProperty().get()).hasSize(5);
    browse.clearSelection();
    browse.choose(0, Mode.SELECT);
    browse.open();
    assertThat(opened).containsExactly(MnistLikeDigits.drawing(2));
  }

  @Test
  void keyByKeyTheDrawingsAreSorted() {
    browse.setColumns(2);
    model.addAll(List.of(digit(1, 0), digit(2, 0), digit(3, 0), digit(4, 0)), "");
    List<Integer> read = List.of(4, 3, 2, 1);
    browse.choose(0, Mode.SELECT);
    for (int digit : read) {
      browse.relabel(digit);
    }
    assertThat(shown()).noneMatch(MyDrawing::isMisread);
    // the last has no next one; the drawing that has its label already is passed over too
    browse.choose(0, Mode.SELECT);
    browse.relabel(1);
    assertThat(browse.currentProperty().get()).isEqualTo(1);
    assertThat(browse.selectionProperty().get()).containsExactly(digit(2, 2).id());
    browse.setFilter(2);
    browse.relabel(5);
    assertThat(browse.shown()).isEmpty();
  }

  @Test
  void theKeysBeginAtTheFirstDrawing() {
    browse.setColumns(2);
    model.add(digit(7, 7), "");
    model.add(digit(1, 1), "");
    assertThat(browse.currentProperty().get()).isZero();
    browse.choose(1, Mode.SELECT);
    model.add(digit(2, 2), "");
    assertThat(browse.currentProperty().get()).isEqualTo(2);
  }

  @Test
  void theChosenDigitIsCorrectedConfirmedAndRelabeled() {
    UiQueue ui = new UiQueue();
    SteppedRecognizer recognizer = new SteppedRecognizer();
    SimpleBooleanProperty picture = new SimpleBooleanProperty();
    try (AnswerViewModel answer = new AnswerViewModel(() -> recognizer, "", ui)) {
      CorrectionViewModel correction =
          new CorrectionViewModel(
              answer, picture, () -> "conv-gru", model, InstantSource.fixed(DATE));
      correction.correct(3);
      assertThat(shown()).isEmpty();
      answer.warmUp();
      ui.runNext();
      Drawing seven = MnistLikeDigits.drawing(7);
      answer.contentReplaced(new CanvasContent(seven));
      recognizer.answer(
          new DigitSequence(List.of(digit(MnistLikeDigits.drawing(4), 4), digit(seven, 1)), 1));
      ui.runNext();
      assertThat(correction.stateProperty().get()).isEqualTo(CorrectionViewModel.State.POSSIBLE);
      assertThat(correction.keptProperty().get()).isEqualTo(CorrectionViewModel.NONE);

      correction.correct(7);
      assertThat(shown()).containsExactly(MyDrawing.of(seven, 7, DATE, "conv-gru", 1));
      assertThat(correction.keptProperty().get()).isEqualTo(7);
      correction.correct(MyDrawing.NO_DIGIT);
      assertThat(shown()).extracting(MyDrawing::label).containsExactly(10);
      model.undo();
      assertThat(correction.keptProperty().get()).isEqualTo(7);
      correction.correct(7);
      save();
      assertThat(saved()).hasSize(1);
      assertThat(correction.messageProperty().get()).contains("a 7");
      answer.choose(0);
      assertThat(correction.messageProperty().get()).isEmpty();
      model.addAll(List.of(digit(8, 8)), "Added a drawing.");
      save();
      assertThat(model.messageProperty().get()).isEqualTo("Added a drawing.");
      assertThat(correction.messageProperty().get()).isEmpty();
      model.undo();
      assertThat(correction.keptProperty().get()).isEqualTo(CorrectionViewModel.NONE);
      correction.confirm();
      assertThat(shown()).extracting(MyDrawing::label).containsExactlyInAnyOrder(7, 4);

      picture.set(true);
      correction.correct(5);
      assertThat(correction.messageProperty().get()).contains("pen strokes");
      assertThat(Set.copyOf(shown())).hasSize(2);
      picture.set(false);
      answer.contentReplaced(CanvasContent.BLANK);
      assertThat(correction.stateProperty().get()).isEqualTo(CorrectionViewModel.State.NOTHING);
      assertThat(correction.messageProperty().get()).isEmpty();
    }
  }

  private static SequenceDigit digit(Drawing drawing, int read) {
    Prediction prediction = Predictions.of(read);
    return new SequenceDigit(drawing, new BoundingBox(20, 50, 20, 100), prediction);
  }
}
