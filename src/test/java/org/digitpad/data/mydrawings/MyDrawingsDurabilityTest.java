package org.digitpad.data.mydrawings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.digitpad.io.SharedListFile;
import org.digitpad.io.faults.Durability;
import org.digitpad.io.faults.Durability.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is left of a person's drawings after crashes and failures. */
class MyDrawingsDurabilityTest {
  /** Would name each of some hundred damaged files. */
  private static final Logger LOG = Logger.getLogger(SharedListFile.class.getName());

  /** A window in which the person labels one more digit with each version. */
  private record Window(MyDrawingsStore store) implements Session {
    @Override
    public void write(int version) {
      store.update(kept -> MyDrawings.with(kept, List.of(MyDrawingsTest.digit(version))));
    }

    @Override
    public int read() {
      SharedListFile.Content<MyDrawing> found = store.load();
      assertThat(found.note()).isEmpty();
      int count = found.items().size();
      for (int i = 0; i < count; i++) {
        assertThat(found.items().get(i)).isEqualTo(MyDrawingsTest.digit(count - i));
      }
      return count;
    }
  }

  private static Session window(Path folder) {
    return new Window(new MyDrawingsStore(folder.resolve(MyDrawingsStore.FILE_NAME)));
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
    assertThat(Durability.afterCrashes(Durability.SEEDS, MyDrawingsDurabilityTest::window))
        .isEmpty();
  }

  @Test
  void aFailureIsToldAndLeavesTheDrawingsBefore() {
    assertThat(Durability.afterRefusals(MyDrawingsDurabilityTest::window, Exception::getMessage))
        .isEmpty();
  }
}
