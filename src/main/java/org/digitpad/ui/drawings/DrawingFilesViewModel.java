package org.digitpad.ui.drawings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import org.digitpad.data.drawings.KeptDrawing;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.Drawing;
import org.digitpad.io.BadInputException;
import org.digitpad.io.DataFolders;
import org.digitpad.io.FileErrors;
import org.digitpad.train.RunLock;
import org.digitpad.ui.pad.PadViewModel;
import org.slf4j.LoggerFactory;

/**
 * Opens, saves and pastes drawings, in the background. What went wrong is told in one sentence, see
 * {@link DrawingsViewModel#messageProperty}.
 */
public final class DrawingFilesViewModel {
  /** Drawings of one file that come to the strip, so that the person's own stay there. */
  static final int MAX_OPENED = 50;

  private final PadViewModel pad;
  private final DrawingsViewModel strip;
  private final Supplier<DataFolders> folders;
  private final Executor background;
  private final Executor ui;

  private Consumer<List<Path>> pictures;

  /**
   * @param pad the canvas
   * @param strip the recent drawings, which also tell what went wrong
   * @param folders returns DigitPad's folders, whose files are not overwritten; may be slow
   * @param background runs tasks one after the other
   * @param ui runs a task on the UI thread
   */
  public DrawingFilesViewModel(
      PadViewModel pad,
      DrawingsViewModel strip,
      Supplier<DataFolders> folders,
      Executor background,
      Executor ui) {
    this.pad = pad;
    this.strip = strip;
    this.folders = folders;
    this.background = background;
    this.ui = ui;
    this.pictures = files -> strip.tell(Messages.get("ui.drawings.unknownFile", files.get(0)));
  }

  /**
   * Sets what opens files that are neither strokes nor SVG.
   *
   * @param opener receives the files, at least one, on the UI thread
   */
  public void setPictures(Consumer<List<Path>> opener) {
    pictures = opener;
  }

  /** Whether there is something to save or copy. */
  public ReadOnlyBooleanProperty canSaveProperty() {
    return pad.canClearProperty();
  }

  /** What is on the canvas. */
  CanvasContent content() {
    return pad.content();
  }

  /**
   * Opens files, whatever their names: a drawing comes to the canvas; of several in a file, the first
   * one, and all to the strip. Other files are handed on together, see {@link #setPictures}.
   */
  public void open(List<Path> files) {
    strip.tell("");
    background.execute(
        () -> {
          List<Path> others = new ArrayList<>();
          for (Path file : files) {
            try {
              DrawingFiles.read(file)
                  .ifPresentOrElse(
                      found -> ui.execute(() -> show(found)), () -> others.add(file));
            } catch (RuntimeException | Error cause) { // also a lack of memory
              tell(failure(cause, "ui.drawings.notOpened"));
            }
          }
          if (!others.isEmpty()) {
            ui.execute(() -> pictures.accept(List.copyOf(others)));
          }
        });
  }

  /**
   * Pastes a text of strokes or SVG.
   *
   * @return false if the text is neither, so that nothing will happen
   */
  public boolean paste(String text) {
    String beginning = text.stripLeading();
    if (!beginning.startsWith("{") && !beginning.startsWith("<")) {
      return false;
    }
    strip.tell("");
    background.execute(
        () -> {
          try {
            Optional<List<Drawing>> found = DrawingFiles.parse(text);
            ui.execute(() -> found.ifPresent(this::show));
          } catch (RuntimeException | Error cause) {
            tell(failure(cause, "ui.drawings.notOpened"));
          }
        });
    return true;
  }

  private void show(List<Drawing> found) {
    strip.show(found.get(0));
    if (found.size() > 1) {
      List<Drawing> taken = found.subList(0, Math.min(found.size(), MAX_OPENED));
      strip.add(taken.stream().map(drawing -> new KeptDrawing(drawing, "")).toList());
      strip.inform(
          taken.size() < found.size()
              ? Messages.get("ui.drawings.openedSome", taken.size(), found.size())
              : Messages.get("ui.drawings.openedAll", found.size()));
    }
  }

  /**
   * Saves what is on the canvas. A name without a known suffix gets one; a file that has that name
   * already stays, as the user was not asked about it.
   *
   * @param chosen the file that the user has chosen
   * @param kind the format that the dialog shows, for a name without a suffix
   */
  public void save(Path chosen, DrawingFormat kind) {
    strip.tell("");
    CanvasContent content = pad.content();
    Optional<DrawingFormat> named = DrawingFormat.of(chosen);
    DrawingFormat format = named.orElse(kind);
    Path file =
        named.isPresent() ? chosen : chosen.resolveSibling(chosen.getFileName() + format.suffix());
    background.execute(
        () -> {
          try {
            if (named.isEmpty() && Files.exists(file)) {
              throw new BadInputException(Messages.get("ui.drawings.exists", file.getFileName()));
            }
            DrawingFiles.requireForeign(file, folders.get().root());
            RunLock.requireFree(file);
            DrawingFiles.write(content, file, format);
            String saved = Messages.get("ui.drawings.saved", file.getFileName());
            ui.execute(() -> strip.inform(saved));
          } catch (IOException | RuntimeException | Error cause) { // also a lack of memory
            tell(failure(cause, "ui.drawings.notSaved"));
          }
        });
  }

  /** Renders the canvas in the background as {@link DrawingPng} does. */
  void picture(Consumer<byte[]> done) {
    CanvasContent content = pad.content();
    background.execute(
        () -> {
          byte[] coverage = DrawingRaster.coverage(content, DrawingPng.SIDE);
          ui.execute(() -> done.accept(coverage));
        });
  }

  /** Tells at once what went wrong. */
  void tellNow(String sentence) {
    strip.tell(sentence);
  }

  /** Tells at once what went well. */
  void informNow(String sentence) {
    strip.inform(sentence);
  }

  private void tell(String sentence) {
    ui.execute(() -> strip.tell(sentence));
  }

  private static String failure(Throwable cause, String key) {
    if (cause instanceof BadInputException) {
      return String.valueOf(cause.getMessage());
    }
    LoggerFactory.getLogger(DrawingFilesViewModel.class).warn("a drawing's file failed", cause);
    return Messages.get(key, FileErrors.reason(cause));
  }
}
