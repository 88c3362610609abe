package org.digitpad.data.drawings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.digitpad.fuzz.FuzzFormat;
import org.digitpad.io.BadInputException;
import org.digitpad.io.InputFile;
import org.digitpad.io.Sha256;

/** Kept drawings, for fuzzing. */
public final class DrawingsFuzzFormat {
  private static final Pattern HEADER =
      Pattern.compile("(\\{\"version\":\\d+,\"sha256\":\")\\p{XDigit}{64}\",");

  private DrawingsFuzzFormat() {}

  public static FuzzFormat format() {
    return new FuzzFormat(
            "drawings",
            DrawingsFuzzFormat::read,
            bytes(List.of()),
            bytes(List.of(KeptDrawingsTest.digit(7))),
            bytes(
                List.of(
                    KeptDrawingsTest.digit(4),
                    new KeptDrawing(KeptDrawingsTest.digit(2).drawing(), ""),
                    KeptDrawingsTest.digit(1))))
        .words("{\"version\":1,\"sha256\":\"", "{\"version\":2,", "{\"read\":\"", "\"strokes\":")
        .words("\n", "}\n", "{}", "[[1,2]]", "NaN", "1e999", "\u001b[2J", "\0", "\"read\":\"7\",")
        .shielded(file -> file, DrawingsFuzzFormat::withRightChecksum)
        .protectedIf(file -> true)
        .handmade("nothing", "")
        .handmade("33 MB", () -> new byte[33 << 20])
        .handmade("millions of points", DrawingsFuzzFormat::millionsOfPoints)
        .handmade("a strokes file", "{\"strokes\":[[[1,2]]]}\n");
  }

  /** Reads the drawings as the window does, but without its lock and without renaming them. */
  private static Object read(Path file) throws IOException {
    byte[] bytes = InputFile.readAll(file, DrawingsFile.MAX_BYTES);
    try {
      return DrawingsFormat.parse(bytes, file);
    } catch (IOException newer) {
      throw new BadInputException("This is of a newer version.", newer);
    }
  }

  private static byte[] bytes(List<KeptDrawing> drawings) {
    try {
      return DrawingsFormat.toBytes(drawings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] millionsOfPoints() {
    String strokes = "[[[1,2]" + ",[1,2]".repeat(2_000_000) + "]]";
    String body = "\"read\":\"\",\"width\":16.0,\"strokes\":" + strokes + "}\n";
    return withRightChecksum(
        ("{\"version\":1,\"sha256\":\"" + "0".repeat(64) + "\"," + body)
            .getBytes(StandardCharsets.UTF_8));
  }

  /** Returns a file with the checksum that its content has. */
  public static byte[] withRightChecksum(byte[] file) {
    String text = new String(file, StandardCharsets.ISO_8859_1);
    Matcher header = HEADER.matcher(text);
    if (!header.lookingAt()) {
      return file;
    }
    String body = text.substring(header.end());
    String sum = Sha256.of(body.getBytes(StandardCharsets.ISO_8859_1));
    return (header.group(1) + sum + "\"," + body).getBytes(StandardCharsets.ISO_8859_1);
  }
}
