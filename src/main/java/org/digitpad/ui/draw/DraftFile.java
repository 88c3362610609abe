package org.digitpad.ui.draw;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.strokes.StrokesFile;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.Drawing;
import org.digitpad.io.DataFolders;
import org.digitpad.io.FileErrors;

/** Saves the draft as a file of pen strokes, the same format that the command line reads. */
public final class DraftFile implements DraftStore {
  private final Supplier<Path> folder;

  /**
   * @param folder returns the folder, which is created when needed; may be slow
   */
  public DraftFile(Supplier<Path> folder) {
    this.folder = folder;
  }

  @Override
  public Optional<Drawing> load() {
    Path file = file();
    return Files.exists(file)
        ? StrokesFile.read(file).stream().findFirst().map(LabeledDrawing::drawing)
        : Optional.empty();
  }

  @Override
  public void save(Drawing drawing) {
    Path file = file();
    try {
      StrokesFile.write(file, List.of(new LabeledDrawing(null, null, drawing)));
    } catch (IOException cause) {
      throw new UncheckedIOException(
          Messages.get(
              "ui.draw.draft.notWritable",
              file,
              FileErrors.reason(cause),
              DataFolders.HOME_VARIABLE),
          cause);
    }
  }

  private Path file() {
    return folder.get().resolve("draft.jsonl");
  }
}
