package org.digitpad.data.mydrawings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.digitpad.data.strokes.StrokesFile;

/** Writes drawings to a strokes file. */
public final class MyDrawingsExport {
  private MyDrawingsExport() {}

  /**
   * Writes a file with one drawing a line, gzipped if its name ends in {@code .gz}. An existing
   * file is replaced.
   *
   * @throws IOException if it cannot be written; an existing file is then unchanged
   */
  public static void write(Path file, List<MyDrawing> drawings) throws IOException {
    StrokesFile.writeNoted(file, drawings.stream().map(MyDrawingsFormat::noted).toList());
  }
}
