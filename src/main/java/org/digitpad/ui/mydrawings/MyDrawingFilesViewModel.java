package org.digitpad.ui.mydrawings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.digitpad.data.mydrawings.MyDrawing;
import org.digitpad.data.mydrawings.MyDrawings;
import org.digitpad.data.mydrawings.MyDrawingsExport;
import org.digitpad.data.mydrawings.MyDrawingsImport;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.digitpad.io.DataFolders;
import org.digitpad.io.FileErrors;
import org.digitpad.ui.drawings.DrawingFiles;
import org.slf4j.LoggerFactory;

/** Imports and exports drawings. All methods must be called on the UI thread. */
public final class MyDrawingFilesViewModel {
  private static final String SUFFIX = ".jsonl";

  private final MyDrawingsViewModel model;
  private final Supplier<DataFolders> folders;
  private final InstantSource clock;
  private final Executor background;
  private final Executor ui;

  /**
   * @param folders returns DigitPad's own folders, whose files are not overwritten; may be slow
   * @param background runs slow tasks
   * @param ui runs a task on the UI thread
   */
  public MyDrawingFilesViewModel(
      MyDrawingsViewModel model,
      Supplier<DataFolders> folders,
      InstantSource clock,
      Executor background,
      Executor ui) {
    this.model = model;
    this.folders = folders;
    this.clock = clock;
    this.background = background;
    this.ui = ui;
  }

  /** Adds the labeled drawings of a strokes file; those that are there already stay as they are. */
  public void importFile(Path file) {
    model.tell("");
    background.execute(
        () -> {
          try {
            MyDrawingsImport found = MyDrawingsImport.read(file, clock.instant());
            ui.execute(() -> add(found));
          } catch (RuntimeException | Error cause) { // also a lack of memory
            tellFailure(failure(cause, "ui.mydrawings.notImported"));
          }
        });
  }

  private void add(MyDrawingsImport found) {
    Set<String> there = MyDrawings.ids(model.drawingsProperty().get());
    List<MyDrawing> fresh = MyDrawings.without(found.drawings(), there);
    int known = found.drawings().size() - fresh.size();
    String sentence =
        known == 0
            ? Messages.plural("ui.mydrawings.imported", fresh.size())
            : Messages.plural("ui.mydrawings.importedSome", fresh.size(), known);
    if (found.leftOut() > 0) {
      sentence =
          Messages.plural(
              "ui.mydrawings.importedWithout",
              found.leftOut(),
              Messages.part(sentence),
              Messages.part(found.firstProblem()));
    }
    if (fresh.isEmpty()) {
      model.tell(sentence);
    } else {
      model.addAll(fresh, sentence);
    }
  }

  /**
   * Writes drawings to a strokes file, gzipped if its name ends in {@code .gz}. A name without a
   * suffix gets one; a file that has that name already stays, as the person was not asked about it.
   */
  public void export(Path chosen, List<MyDrawing> drawings) {
    model.tell("");
    background.execute(
        () -> {
          try {
            Path file = withSuffix(chosen);
            DrawingFiles.requireForeign(file, folders.get().root());
            MyDrawingsExport.write(file, drawings);
            String done =
                Messages.plural("ui.mydrawings.exported", drawings.size(), file.getFileName());
            ui.execute(() -> model.tell(done));
          } catch (IOException | RuntimeException | Error cause) { // also a lack of memory
            tellFailure(failure(cause, "ui.mydrawings.notExported"));
          }
        });
  }

  private static Path withSuffix(Path chosen) {
    String name = String.valueOf(chosen.getFileName());
    if (name.endsWith(SUFFIX) || name.endsWith(SUFFIX + ".gz")) {
      return chosen;
    }
    Path file = chosen.resolveSibling(name + SUFFIX);
    if (Files.exists(file)) {
      throw new BadInputException(Messages.get("ui.drawings.exists", file));
    }
    return file;
  }

  private void tellFailure(String sentence) {
    ui.execute(() -> model.tellFailure(sentence));
  }

  private static String failure(Throwable cause, String key) {
    if (cause instanceof BadInputException) {
      return String.valueOf(cause.getMessage());
    }
    LoggerFactory.getLogger(MyDrawingFilesViewModel.class).warn("a file failed", cause);
    return Messages.get(key, FileErrors.reason(cause));
  }
}
