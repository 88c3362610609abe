package org.digitpad.ui.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftAutosaveTest {
  private static final Drawing DOT = new Drawing(List.of(new Stroke(List.of(new InkPoint(1, 2)))));

  private final Deque<Runnable> background = new ArrayDeque<>();
  private final List<String> faults = new ArrayList<>();
  private final InMemoryDraftStore store = new InMemoryDraftStore(Drawing.BLANK);
  private final DraftAutosave keeper = new DraftAutosave(store, background::add, faults::add);

  @Test
  void savesInTheBackgroundAndOnlyTheLast() {
    keeper.keep(Drawing.BLANK);
    keeper.keep(DOT);
    assertThat(background).hasSize(1);
    background.remove().run();
    assertThat(store.kept()).isEqualTo(DOT);
  }

  @Test
  void savesAgainAfterwards() {
    keeper.keep(DOT);
    background.remove().run();
    keeper.keep(Drawing.BLANK);
    background.remove().run();
    assertThat(store.kept()).isEqualTo(Drawing.BLANK);
  }

  @Test
  void restoresByWayOfTheUiThread() {
    store.save(DOT);
    List<Drawing> found = new ArrayList<>();
    Deque<Runnable> ui = new ArrayDeque<>();
    keeper.restore(ui::add, found::add);
    background.remove().run();
    assertThat(found).isEmpty();
    ui.remove().run();
    assertThat(found).containsExactly(DOT);
  }

  @Test
  void aStoreThatFailsLosesNoMoreThanTheDraft() {
    DraftStore broken =
        new DraftStore() {
          @Override
          public Optional<Drawing> load() {
            throw new IllegalStateException("unreadable, on purpose");
          }

          @Override
          public void save(Drawing drawing) {
            throw new IllegalStateException("disk full, on purpose");
          }
        };
    List<Drawing> found = new ArrayList<>();
    DraftAutosave unlucky = new DraftAutosave(broken, Runnable::run, faults::add);
    unlucky.restore(Runnable::run, found::add);
    unlucky.keep(DOT);
    unlucky.keep(DOT);
    assertThat(found).isEmpty();
    String sentence = "Your drawing is not kept for the next start: disk full, on purpose";
    assertThat(faults).containsExactly(sentence, sentence);
  }

  @Test
  void tellsThatADrawingIsKept() {
    keeper.keep(DOT);
    background.remove().run();
    assertThat(faults).containsExactly("");
  }

  @Test
  void aFolderThatCannotBeMadeIsNamedWithTheWayOut(@TempDir Path folder) throws IOException {
    Path blocked = Files.writeString(folder.resolve("state"), "a file where a folder should be");
    new DraftAutosave(new DraftFile(() -> blocked), Runnable::run, faults::add).keep(DOT);
    assertThat(faults)
        .singleElement()
        .asString()
        .startsWith(
            "Your drawing is not kept for the next start: " + blocked.resolve("draft.jsonl"))
        .contains("cannot be written")
        .endsWith("name another folder in DIGITPAD_HOME.");
  }
}
