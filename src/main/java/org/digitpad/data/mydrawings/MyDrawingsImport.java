package org.digitpad.data.mydrawings;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.digitpad.data.strokes.NotedDrawing;
import org.digitpad.data.strokes.StrokesFile;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;

/**
 * The labeled drawings of a strokes file, which any program may have written.
 *
 * @param drawings those of the file, each once; the same strokes have the same id in all files
 * @param leftOut number of lines that are no drawing, have no label, or are blank
 * @param firstProblem a sentence about the first of them; empty if there is none
 */
public record MyDrawingsImport(List<MyDrawing> drawings, int leftOut, String firstProblem) {
  public MyDrawingsImport {
    drawings = List.copyOf(drawings);
  }

  /**
   * Reads a file, gzipped or not.
   *
   * @param now the date of drawings without one
   * @throws BadInputException if the file is missing, is no strokes file, holds too much, or has no
   *     labeled drawing
   */
  public static MyDrawingsImport read(Path file, Instant now) {
    List<MyDrawing> drawings = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    List<BadInputException> bad = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    List<NotedDrawing> lines = StrokesFile.readNoted(file, MyDrawingsFormat.NOTES, bad::add);
    bad.forEach(problem -> problems.add(String.valueOf(problem.getMessage())));
    int withoutLabel = 0;
    for (NotedDrawing line : lines) {
      MyDrawing drawing = MyDrawingsFormat.toMyDrawing(line, now);
      if (drawing == null || drawing.drawing().isBlank()) {
        withoutLabel++;
      } else if (ids.add(drawing.id())) {
        drawings.add(drawing);
      }
    }
    if (withoutLabel > 0) {
      problems.add(Messages.plural("data.mydrawings.noLabel", withoutLabel, file));
    }
    String first = problems.isEmpty() ? "" : problems.get(0);
    if (drawings.isEmpty()) {
      throw new BadInputException(first);
    }
    return new MyDrawingsImport(drawings, bad.size() + withoutLabel, first);
  }
}
