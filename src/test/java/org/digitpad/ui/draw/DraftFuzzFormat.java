package org.digitpad.ui.draw;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.fuzz.FuzzFormat;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.StrokeRenderer;
import org.digitpad.io.BadInputException;
import org.digitpad.io.InputFile;
import org.digitpad.io.Sha256;
import org.digitpad.ui.pad.SavedCanvas;

/** Drafts, for fuzzing. */
public final class DraftFuzzFormat {
  private static final String VERSION_0 =
      "{\"width\":16.0,\"strokes\":[[[82.5,62.0],[198.0,62.0],[124.0,228.0]],[[95.0,150.0]]]}\n";

  private static final Pattern LINE =
      Pattern.compile("(\\{\"version\":\\d+,\"sha256\":\")\\p{XDigit}{64}(\",)(.*)(\\}\\R)");

  private DraftFuzzFormat() {}

  public static FuzzFormat format() {
    Drawing seven = MnistLikeDigits.drawing(7);
    CanvasContent onDigit =
        new CanvasContent(StrokeRenderer.render(MnistLikeDigits.drawing(3)), seven);
    return new FuzzFormat(
            "draft",
            DraftFuzzFormat::read,
            VERSION_0.getBytes(StandardCharsets.UTF_8),
            bytes(new SavedCanvas(new CanvasContent(seven))),
            bytes(new SavedCanvas(onDigit, seven)))
        .words(
            "{\"version\":1,\"sha256\":\"", "{\"version\":2,", "\"background\":\"", "\"strokes\":")
        .words("\n", "}\n", "{}", "[[1,2]]", "NaN", "1e999", "\u001b[2J", "\0", "====")
        .shielded(file -> file, DraftFuzzFormat::withRightChecksums)
        // without its header it is a draft from before there were checksums
        .protectedIf(file -> new String(file, StandardCharsets.ISO_8859_1).startsWith("{\"v"))
        .handmade("nothing", "")
        .handmade("17 MB", () -> new byte[17 << 20])
        .handmade("millions of points", () -> millionsOfPoints())
        .handmade("two versions", "{\"version\":1,\"version\":2,\"strokes\":[]}\n");
  }

  /** Reads a draft as the window does, but without its lock and without renaming it. */
  private static Object read(Path file) throws IOException {
    byte[] bytes = InputFile.readAll(file, DraftFile.MAX_BYTES);
    try {
      return DraftFormat.parse(bytes, file);
    } catch (IOException newer) {
      throw new BadInputException("This is of a newer version.", newer);
    }
  }

  private static byte[] bytes(SavedCanvas content) {
    try {
      return DraftFormat.toBytes(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] millionsOfPoints() {
    String strokes = "[[[1,2]" + ",[1,2]".repeat(2_000_000) + "]]";
    return ("{\"width\":16.0,\"strokes\":" + strokes + "}\n").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] withRightChecksums(byte[] file) {
    return LINE.matcher(new String(file, StandardCharsets.ISO_8859_1))
        .replaceAll(
            line ->
                (line.group(1)
                        + Sha256.of(line.group(3).getBytes(StandardCharsets.ISO_8859_1))
                        + line.group(2)
                        + line.group(3)
                        + line.group(4))
                    .replace("\\", "\\\\")
                    .replace("$", "\\$"))
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
