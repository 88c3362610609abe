package org.digitpad.ui.drawings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.strokes.StrokesFile;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.ink.StrokeBounds;
import org.digitpad.io.AtomicFiles;
import org.digitpad.io.BadInputException;
import org.digitpad.io.InputFile;
import org.digitpad.ui.pad.PadViewModel;

/** Reads and writes files of drawings; slow. */
public final class DrawingFiles {
  private static final int MAX_SVG_BYTES = 64 << 20;

  /** Enough to skip a byte order mark and blank lines. */
  private static final int BEGINNING = 64;

  /** Space that is left around a drawing that was too large for the canvas, in canvas units. */
  private static final double MARGIN = 30;

  private DrawingFiles() {}

  /**
   * Reads the drawings of a file, whatever its name.
   *
   * @return at least one drawing, none of them blank, as large as the canvas at most; or empty if
   *     the file is neither strokes nor SVG
   * @throws BadInputException if it is damaged or has no strokes, or another program's SVG
   */
  static Optional<List<Drawing>> read(Path file) {
    try {
      String beginning = beginning(file);
      if (beginning.startsWith("{")) {
        return Optional.of(usable(StrokesFile.read(file), file));
      }
      if (beginning.startsWith("<")) {
        String svg = new String(InputFile.readAll(file, MAX_SVG_BYTES), StandardCharsets.UTF_8);
        return Optional.of(List.of(fitted(DrawingSvg.parse(svg, file))));
      }
      return Optional.empty();
    } catch (IOException e) {
      throw InputFile.unusable(file, e);
    }
  }

  /**
   * Reads the drawings of a text, such as one from the clipboard.
   *
   * @return as {@link #read}
   * @throws BadInputException as {@link #read}
   */
  static Optional<List<Drawing>> parse(String text) {
    Path name = Path.of(Messages.get("ui.drawings.clipboard"));
    String stripped = text.strip();
    if (stripped.startsWith("{")) {
      byte[] bytes = stripped.getBytes(StandardCharsets.UTF_8);
      return Optional.of(usable(StrokesFile.parse(bytes, name), name));
    }
    if (stripped.startsWith("<")) {
      return Optional.of(List.of(fitted(DrawingSvg.parse(stripped, name))));
    }
    return Optional.empty();
  }

  private static String beginning(Path file) throws IOException {
    try (InputStream in = InputFile.open(file)) {
      String text = new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8);
      return (text.startsWith("\ufeff") ? text.substring(1) : text).stripLeading();
    }
  }

  private static List<Drawing> usable(List<LabeledDrawing> found, Path file) {
    List<Drawing> drawings =
        found.stream()
            .map(LabeledDrawing::drawing)
            .filter(drawing -> !drawing.isBlank())
            .map(DrawingFiles::fitted)
            .toList();
    if (drawings.isEmpty()) {
      throw new BadInputException(Messages.get("ui.drawings.noStrokes", file));
    }
    return drawings;
  }

  /** Scales a drawing that does not fit on the canvas, and moves it to the center. */
  public static Drawing fitted(Drawing drawing) {
    StrokeBounds bounds = StrokeBounds.of(drawing.strokes());
    double side = CanvasContent.SIZE;
    if (new StrokeBounds(0, 0, side, side).contains(bounds)) {
      return drawing;
    }
    // halving before adding keeps the largest coordinates from overflowing
    double half =
        Math.max(bounds.right() / 2 - bounds.left() / 2, bounds.bottom() / 2 - bounds.top() / 2);
    double target = side / 2 - MARGIN;
    InkPoint center = bounds.center();
    // what would fit is moved only
    double from = Math.max(half, target);
    List<Stroke> strokes = new ArrayList<>();
    for (Stroke stroke : drawing.strokes()) {
      List<InkPoint> points = new ArrayList<>();
      for (InkPoint point : stroke.points()) {
        points.add(
            new InkPoint(
                side / 2 + (point.x() - center.x()) / from * target,
                side / 2 + (point.y() - center.y()) / from * target));
      }
      double width = stroke.penWidth() / from * target;
      strokes.add(new Stroke(points, Math.max(PadViewModel.MIN_BRUSH, width)));
    }
    return new Drawing(strokes);
  }

  /**
   * Writes a content to a file, replacing an existing one.
   *
   * @throws IOException if it cannot be written; an existing file is then unchanged
   */
  static void write(CanvasContent content, Path file, DrawingFormat format) throws IOException {
    switch (format) {
      case PNG -> AtomicFiles.write(file, out -> DrawingPng.write(content, out));
      case SVG ->
          AtomicFiles.write(file, DrawingSvg.write(content).getBytes(StandardCharsets.UTF_8));
      case STROKES ->
          StrokesFile.write(file, List.of(new LabeledDrawing(null, null, content.drawing())));
      default -> throw new IllegalStateException("no writer for " + format);
    }
  }

  /**
   * Refuses files that DigitPad keeps, such as its settings.
   *
   * @param root DigitPad's folder
   * @throws BadInputException if the file exists and is one of them
   */
  public static void requireForeign(Path file, Path root) {
    boolean kept;
    try {
      kept = Files.isRegularFile(file) && file.toRealPath().startsWith(root.toRealPath());
    } catch (IOException missing) {
      kept = false;
    }
    if (kept) {
      throw new BadInputException(Messages.get("ui.drawings.isKept", file));
    }
  }
}
