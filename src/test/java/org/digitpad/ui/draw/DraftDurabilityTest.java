package org.digitpad.ui.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.io.faults.Durability;
import org.digitpad.io.faults.Durability.Session;
import org.digitpad.ui.pad.SavedCanvas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is left of a drawing after crashes and failures. */
class DraftDurabilityTest {
  /** Would name each of some hundred damaged drafts. */
  private static final Logger LOG = Logger.getLogger(DraftFile.class.getName());

  /** A window whose canvas has as many strokes as the version says. */
  private static class Window implements Session {
    private final DraftFile draft;
    private final DraftStore.Restored restored;

    Window(Path folder) {
      draft = new DraftFile(() -> folder);
      restored = draft.load();
    }

    @Override
    public void write(int version) throws IOException {
      draft.save(canvas(version));
    }

    @Override
    public int read() {
      assertThat(restored.note()).isEmpty();
      int strokes = strokes(restored);
      if (strokes > 0) {
        assertThat(restored.content()).contains(canvas(strokes));
      }
      return strokes;
    }
  }

  private static SavedCanvas canvas(int strokes) {
    List<Stroke> all = new ArrayList<>();
    for (int stroke = 1; stroke <= strokes; stroke++) {
      all.add(new Stroke(List.of(new InkPoint(stroke, 2), new InkPoint(30, 40.5 * stroke))));
    }
    return new SavedCanvas(new CanvasContent(new Drawing(all, 12)));
  }

  private static int strokes(DraftStore.Restored restored) {
    return restored.content().map(saved -> saved.content().drawing().strokes().size()).orElse(0);
  }

  @BeforeEach
  void beSilent() {
    LOG.setLevel(Level.OFF);
  }

  @AfterEach
  void speakAgain() {
    LOG.setLevel(null);
  }

  @Test
  void aCrashLeavesTheLastStrokeOrTheOneBefore() {
    assertThat(Durability.afterCrashes(Durability.SEEDS, Window::new)).isEmpty();
  }

  @Test
  void aFailureIsToldAndLeavesTheStrokesBefore() {
    assertThat(Durability.afterRefusals(Window::new, Exception::getMessage)).isEmpty();
  }

  @Test
  void aDraftWrittenInPlaceIsFound() {
    Function<Path, Session> broken =
        folder ->
            new Window(folder) {
              @Override
              public void write(int version) throws IOException {
                Files.write(
                    folder.resolve("draft.jsonl"),
                    DraftFormat.toBytes(canvas(version)),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.SYNC);
              }
            };
    assertThat(Durability.afterCrashes(200, broken)).isNotEmpty();
    assertThat(Durability.afterRefusals(broken, Exception::getMessage)).isNotEmpty();
  }
}
