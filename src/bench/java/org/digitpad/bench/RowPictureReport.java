package org.digitpad.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.strokes.StrokesFile;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.Stroke;
import org.digitpad.io.json.BadJsonException;
import org.digitpad.io.json.Json;
import org.digitpad.io.json.JsonObject;
import org.digitpad.recognize.ModelLibrary;
import org.digitpad.recognize.PictureReading;
import org.digitpad.recognize.PictureRecognizer;
import org.digitpad.recognize.Recognizer;
import org.digitpad.recognize.image.Picture;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Draws pictures of rows of digits, which {@code rows.py --compose} writes, and prints how many are
 * read, as a Markdown table, and how many could be: rows whose digits are all read as drawings.
 *
 * <pre>
 * python3 src/bench/rows.py --strokes strokes.jsonl.gz --rows 300 --write FOLDER --compose
 * mvn -Pbench -DskipTests package exec:exec \
 *   -Dbench.main=org.digitpad.bench.RowPictureReport -Dbench.args="--rows FOLDER"
 * </pre>
 */
@Command(name = "row-pictures", mixinStandardHelpOptions = true)
public final class RowPictureReport implements Runnable {
  @Option(names = "--model", description = "A bundled model or a model file.")
  private String model = ModelLibrary.DEFAULT;

  @Option(names = "--rows", required = true, description = "Folder of rows.py --write.")
  private Path folder;

  @Option(names = "--count", description = "Number of rows of each kind.")
  private int count = 300;

  @Option(names = "--gaps", description = "Kinds of rows, by the names of their files.")
  private List<String> gaps = List.of("normal", "tight", "touching");

  @Option(names = "--kinds", description = "Kinds of paper, by their names in PictureKind.")
  private List<PictureKind> kinds = List.of(PictureKind.PLAIN, PictureKind.UNEVEN_LIGHT);

  @Option(names = "--save", description = "Folder for the pictures that are misread.")
  private Optional<Path> misread = Optional.empty();

  /**
   * A row of digits.
   *
   * @param digits each alone
   */
  private record Row(Drawing drawing, List<Drawing> digits, String text) {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new RowPictureReport()).execute(arguments));
  }

  @Override
  public void run() {
    Recognizer recognizer = new Recognizer(new ModelLibrary(Path.of("models")).load(model));
    PictureRecognizer pictures = new PictureRecognizer(recognizer);
    System.out.println("| rows | right | singly | ratio | right number | ms, at most |");
    System.out.println("|---|---|---|---|---|---|");
    for (PictureKind kind : kinds) {
      for (String gap : gaps) {
        List<Row> rows = read(folder.resolve(gap + ".jsonl"));
        int right = 0;
        int singly = 0;
        int counted = 0;
        long slowest = 0;
        for (int i = 0; i < rows.size(); i++) {
          Row row = rows.get(i);
          byte[] file = PictureReport.encode(kind, kind.render(row.drawing, i), i);
          Picture picture = PictureReport.read(file);
          long start = System.nanoTime();
          String text = text(pictures.recognizeAll(picture));
          slowest = Math.max(slowest, System.nanoTime() - start);
          boolean eachRight = true;
          for (int n = 0; n < row.digits.size(); n++) {
            eachRight &= recognizer.recognize(row.digits.get(n)).label() == row.text.charAt(n) - '0';
          }
          right += text.equals(row.text) ? 1 : 0;
          singly += eachRight ? 1 : 0;
          counted += text.length() == row.text.length() ? 1 : 0;
          if (!text.equals(row.text) && eachRight && misread.isPresent()) {
            String name = "%s-%s-%d-%s-%s.png".formatted(kind, gap, i, row.text, text);
            save(kind, row.drawing, i, misread.get().resolve(name));
          }
        }
        double all = rows.size();
        System.out.printf(
            Locale.ROOT,
            "| %s, %s | %.1f%% | %.1f%% | %.3f | %.1f%% | %d |%n",
            kind.title,
            gap,
            100 * right / all,
            100 * singly / all,
            (double) right / Math.max(1, singly),
            100 * counted / all,
            slowest / 1_000_000);
      }
    }
  }

  private static String text(List<PictureReading> readings) {
    return readings.stream()
        .map(reading -> Integer.toString(reading.prediction().label()))
        .collect(Collectors.joining());
  }

  private List<Row> read(Path file) {
    List<Row> rows = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file)) {
      Iterator<LabeledDrawing> drawings = StrokesFile.read(in, file).iterator();
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < Math.min(count, lines.size()); i++) {
        JsonObject line = JsonObject.of(Json.parse(lines.get(i)));
        rows.add(row(drawings.next().drawing(), line.text("text"), line.text("owners")));
      }
    } catch (BadJsonException e) {
      throw new IllegalArgumentException(file + " is not from rows.py", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  /**
   * @param owners the number of the digit that each stroke belongs to
   */
  private static Row row(Drawing drawing, String text, String owners) {
    List<List<Stroke>> strokes = new ArrayList<>();
    for (int digit = 0; digit < text.length(); digit++) {
      strokes.add(new ArrayList<>());
    }
    for (int stroke = 0; stroke < owners.length(); stroke++) {
      strokes.get(owners.charAt(stroke) - '0').add(drawing.strokes().get(stroke));
    }
    List<Drawing> digits =
        strokes.stream().map(digit -> new Drawing(digit, drawing.penWidth())).toList();
    return new Row(drawing, digits, text);
  }

  private static void save(PictureKind kind, Drawing drawing, int seed, Path file) {
    try {
      ImageIO.write(kind.render(drawing, seed), "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
