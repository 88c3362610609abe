package org.digitpad.data.drawings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.digitpad.io.SharedListFile;
import org.digitpad.io.faults.Durability;
import org.digitpad.io.faults.Durability.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is left of the kept drawings after crashes and failures. */
class DrawingsDurabilityTest {
  /** Would name each of some hundred damaged files. */
  private static final Logger LOG = Logger.getLogger(SharedListFile.class.getName());

  /** A window that keeps one more digit with each version. */
  private static class Window implements Session {
    private final DrawingsFile file;

    Window(Path folder) {
      file = new DrawingsFile(() -> folder);
    }

    @Override
    public void write(int version) throws IOException {
      file.update(kept -> KeptDrawings.with(kept, KeptDrawingsTest.digit(version)));
    }

    @Override
    public int read() {
      DrawingStore.Content found = file.load();
      assertThat(found.note()).isEmpty();
      assertThat(found.drawings()).isEqualTo(digits(found.drawings().size()));
      return found.drawings().size();
    }
  }

  private static List<KeptDrawing> digits(int count) {
    return IntStream.range(0, count).mapToObj(i -> KeptDrawingsTest.digit(count - i)).toList();
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
  void aCrashLeavesTheLastDrawingOrTheOneBefore() {
    assertThat(Durability.afterCrashes(Durability.SEEDS, Window::new)).isEmpty();
  }

  @Test
  void aFailureIsToldAndLeavesTheDrawingsBefore() {
    assertThat(Durability.afterRefusals(Window::new, Exception::getMessage)).isEmpty();
  }

  @Test
  void drawingsWrittenInPlaceAreFound() {
    Function<Path, Session> broken =
        folder ->
            new Window(folder) {
              @Override
              public void write(int version) throws IOException {
                Files.createDirectories(folder);
                Files.write(
                    folder.resolve("drawings.jsonl"),
                    DrawingsFormat.toBytes(digits(version)),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.SYNC);
              }
            };
    assertThat(Durability.afterCrashes(200, broken)).isNotEmpty();
    assertThat(Durability.afterRefusals(broken, Exception::getMessage)).isNotEmpty();
  }
}
