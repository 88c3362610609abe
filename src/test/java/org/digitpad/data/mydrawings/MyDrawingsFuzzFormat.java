package org.digitpad.data.mydrawings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.digitpad.data.drawings.DrawingsFuzzFormat;
import org.digitpad.fuzz.FuzzFormat;
import org.digitpad.io.BadInputException;
import org.digitpad.io.InputFile;

/** A person's drawings, for fuzzing. */
public final class MyDrawingsFuzzFormat {
  private MyDrawingsFuzzFormat() {}

  public static FuzzFormat format() {
    return new FuzzFormat(
            "my-drawings",
            MyDrawingsFuzzFormat::read,
            bytes(List.of()),
            bytes(List.of(MyDrawingsTest.digit(7))),
            bytes(
                List.of(
                    MyDrawingsTest.digit(4).withLabel(9),
                    MyDrawingsTest.digit(2).withLabel(MyDrawing.NO_DIGIT))))
        .words("{\"version\":1,\"sha256\":\"", "{\"version\":2,", "{\"id\":\"", "\"strokes\":")
        .words(
            "\"kind\":\"none\",",
            "\"date\":\"",
            "\"answer\":\"none\"",
            "\"model\":\"",
            "\"label\":7,")
        .words("\n", "}\n", "{}", "[[1,2]]", "NaN", "1e999", "\u001b[2J", "\0")
        .shielded(file -> file, DrawingsFuzzFormat::withRightChecksum)
        .protectedIf(file -> true)
        .handmade("nothing", "")
        .handmade("97 MB", () -> new byte[97 << 20])
        .handmade("a strokes file", "{\"label\":1,\"strokes\":[[[1,2]]]}\n");
  }

  /** Reads the drawings as the window does, but without its lock and without renaming them. */
  private static Object read(Path file) throws IOException {
    byte[] bytes = InputFile.readAll(file, MyDrawingsStore.MAX_BYTES);
    try {
      return MyDrawingsFormat.parse(bytes, file);
    } catch (IOException newer) {
      throw new BadInputException("This is of a newer version.", newer);
    }
  }

  private static byte[] bytes(List<MyDrawing> drawings) {
    try {
      return MyDrawingsFormat.toBytes(drawings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
