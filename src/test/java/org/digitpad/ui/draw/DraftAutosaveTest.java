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
import java.util.concurrent.atomic.AtomicBoolean;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.ui.pad.SavedCanvas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftAutosaveTest {
  private static final SavedCanvas DOT =
      new SavedCanvas(
          new CanvasContent(new Drawing(List.of(new Stroke(List.of(new InkPoint(1, 2)))))));
  private static final SavedCanvas BLANK = new SavedCanvas(CanvasContent.BLANK);

  private final Deque<Runnable> background = new ArrayDeque<>();
  private final List<String> errors = new ArrayList<>();
  private final InMemoryDraftStore store = new InMemoryDraftStore(Drawing.BLANK);
  private final DraftAutosave autosave = new DraftAutosave(store, background::add, errors::add);

  @Test
  void savesOnlyTheLastOfSeveralDrawings() {
    autosave.submit(BLANK);
    autosave.submit(DOT);
    assertThat(background).hasSize(1);
    background.remove().run();
    assertThat(store.draft()).isEqualTo(DOT.content().drawing());
  }

  @Test
  void savesLaterDrawingsToo() {
    autosave.submit(DOT);
    background.remove().run();
    autosave.submit(BLANK);
    background.remove().run();
    assertThat(store.draft()).isEqualTo(Drawing.BLANK);
  }

  @Test
  void whatCouldNotBeSavedIsTriedAgain() {
    AtomicBoolean full = new AtomicBoolean(true);
    List<SavedCanvas> saved = new ArrayList<>();
    DraftStore disk =
        new DraftStore() {
          @Override
          public Restored load() {
            return new Restored(Optional.empty(), "");
          }

          @Override
          public void save(SavedCanvas content) {
            if (full.get()) {
              throw new IllegalStateException("the disk is full");
            }
            saved.add(content);
          }
        };
    DraftAutosave failing = new DraftAutosave(disk, background::add, errors::add);
    failing.submit(DOT);
    background.remove().run();
    assertThat(errors).hasSize(1);

    failing.submit(BLANK);
    background.remove().run();
    assertThat(errors).hasSize(2);

    full.set(false);
    failing.flush();
    background.remove().run();

    assertThat(saved).containsExactly(BLANK);
    assertThat(errors).last().isEqualTo("");
    failing.flush();
    assertThat(background).isEmpty();
  }

  @Test
  void passesTheDraftToTheUiThread() {
    store.save(DOT);
    List<DraftStore.Restored> found = new ArrayList<>();
    Deque<Runnable> ui = new ArrayDeque<>();
    autosave.restore(ui::add, found::add);
    background.remove().run();
    assertThat(found).isEmpty();
    ui.remove().run();
    assertThat(found).containsExactly(new DraftStore.Restored(Optional.of(DOT), ""));
  }

  @Test
  void doesNotOverwriteADraftThatIsNotYetHandedOver() {
    store.save(DOT);
    Deque<Runnable> ui = new ArrayDeque<>();
    autosave.restore(ui::add, found -> {});
    autosave.submit(BLANK);
    background.remove().run();
    assertThat(background).isEmpty();
    assertThat(store.draft()).isEqualTo(DOT.content().drawing());

    ui.remove().run();
    background.remove().run();

    assertThat(store.draft()).isEqualTo(Drawing.BLANK);
    assertThat(background).isEmpty();
  }

  @Test
  void aFailingStoreLosesNoMoreThanTheDraft() {
    DraftStore broken =
        new DraftStore() {
          @Override
          public Restored load() {
            throw new IllegalStateException("unreadable, on purpose");
          }

          @Override
          public void save(SavedCanvas content) {
            throw new IllegalStateException("disk full, on purpose");
          }
        };
    List<DraftStore.Restored> found = new ArrayList<>();
    DraftAutosave failing = new DraftAutosave(broken, Runnable::run, errors::add);
    failing.restore(Runnable::run, found::add);
    failing.submit(DOT);
    failing.submit(DOT);
    assertThat(found)
        .containsExactly(
            new DraftStore.Restored(
                Optional.empty(),
                Messages.get("ui.draw.draft.notRestored", "unreadable, on purpose")));
    String sentence = Messages.get("ui.draw.draft.notSaved", "disk full, on purpose");
    assertThat(errors).containsExactly(sentence, sentence);
  }

  @Test
  void reportsThatADrawingIsSaved() {
    autosave.submit(DOT);
    background.remove().run();
    assertThat(errors).containsExactly("");
  }

  @Test
  void namesAFolderThatCannotBeCreatedAndTheWayOut(@TempDir Path folder) throws IOException {
    Path blocked = Files.writeString(folder.resolve("state"), "a file where a folder should be");
    new DraftAutosave(new DraftFile(() -> blocked), Runnable::run, errors::add).submit(DOT);
    assertThat(errors)
        .singleElement()
        .asString()
        .contains(blocked.resolve("draft.jsonl").toString(), "DIGITPAD_HOME");
  }
}
