package org.digitpad.bench;

import org.digitpad.cli.Cli;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.strokes.StrokesFile;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.io.DataFolders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Draws the drawings of a strokes file with the X server's mouse on the real window, and compares
 * the digit that it shows with what {@code predict --json} says.
 *
 * <p>The window starts as it always does. The mouse is xdotool's, another process, and moves by
 * whole pixels. {@code predict} is asked about the strokes as they were sent, at those pixels, and
 * about those of the file, and about what the pad caught of them, which is in the draft that it
 * keeps. That may be less: JavaFX has GTK hint at moves, and asks for the next hint once it has
 * handled one, so that what the mouse does meanwhile is lost. Of the window only the answer is
 * read, see {@link PadWindow}. Exits with 1 if one answer is another than predicted for what was
 * sent or caught.
 *
 * <pre>
 * apt-get install -y xvfb xauth xdotool imagemagick libgtk-3-0
 * DIGITPAD_HOME=$(mktemp -d) xvfb-run -a mvn -Pbench -DskipTests package exec:exec \
 *   -Dbench.main=org.digitpad.bench.RobotReplay -Dbench.args="strokes.jsonl.gz"
 * </pre>
 */
@Command(name = "replay", mixinStandardHelpOptions = true)
public final class RobotReplay implements Callable<Integer> {
  /** Side of the pad in the units of strokes. */
  private static final double UNITS = 280;

  private static final int PICTURE_EVERY = 40;

  @Parameters(paramLabel = "FILE", description = "Strokes, one drawing a line, none blank.")
  private Path file;

  @Option(names = "--count", description = "How many drawings, spread evenly over the file.")
  private int count = 200;

  @Option(names = "--pictures", description = "A folder for pictures of some of the windows.")
  private Optional<Path> pictures = Optional.empty();

  @Option(names = "--pace", description = "Seconds from move to move; a mouse's 0.008 if left out.")
  private double pace = 0.008;

  private final PadWindow window = new PadWindow();
  private final Path home = DataFolders.ofUser(System.getenv()).root();

  /**
   * One drawing and what became of it.
   *
   * @param sent in the pad's units, at the pixels that the mouse went to
   * @param shown the digit in large type, or "?"
   * @param caught the strokes that the pad kept
   */
  private record Replay(LabeledDrawing original, Drawing sent, String shown, Drawing caught) {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new RobotReplay()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    if (System.getenv(DataFolders.HOME_VARIABLE) == null || Files.exists(draft())) {
      throw new IllegalStateException("Set " + DataFolders.HOME_VARIABLE + " to an empty folder.");
    }
    List<LabeledDrawing> all = StrokesFile.read(file);
    int drawings = Math.min(count, all.size());
    window.open();
    List<Replay> replays = new ArrayList<>();
    for (int i = 0; i < drawings; i++) {
      replays.add(replay(all.get((int) ((long) i * all.size() / drawings))));
      if (pictures.isPresent() && i % PICTURE_EVERY == 0) {
        Path picture = Files.createDirectories(pictures.get()).resolve("drawing-" + i + ".png");
        run(List.of("import", "-window", "root", picture.toString()));
      }
      run(List.of("xdotool", "key", "Delete"));
      window.await("a blank paper", () -> PadWindow.shown().equals("–"));
      System.err.printf("\r%d of %d", i + 1, drawings);
    }
    System.err.println();
    return report(replays);
  }

  private Replay replay(LabeledDrawing original) throws Exception {
    Bounds paper = window.paper();
    List<String> mouse = new ArrayList<>(List.of("xdotool"));
    List<Stroke> sent = new ArrayList<>();
    for (Stroke stroke : original.drawing().strokes()) {
      List<InkPoint> points = new ArrayList<>();
      for (InkPoint point : stroke.points()) {
        long x = Math.round(paper.getMinX() + point.x() / UNITS * paper.getWidth());
        long y = Math.round(paper.getMinY() + point.y() / UNITS * paper.getHeight());
        mouse.addAll(List.of("mousemove", String.valueOf(x), String.valueOf(y)));
        mouse.addAll(points.isEmpty() ? List.of("mousedown", "1") : List.of());
        mouse.addAll(List.of("sleep", String.valueOf(pace)));
        InkPoint place =
            new InkPoint(
                (x - paper.getMinX()) / paper.getWidth() * UNITS,
                (y - paper.getMinY()) / paper.getHeight() * UNITS);
        if (points.isEmpty() || !points.get(points.size() - 1).equals(place)) {
          points.add(place);
        }
      }
      mouse.addAll(List.of("mouseup", "1", "sleep", String.valueOf(pace)));
      sent.add(new Stroke(points));
    }
    run(mouse);
    return new Replay(original, new Drawing(sent), window.winner(), caught(sent.size()));
  }

  /** Waits until the pad has kept all strokes, as it does after each. */
  private Drawing caught(int strokes) throws Exception {
    window.await("the draft", () -> Files.exists(draft()) && draftStrokes() == strokes);
    return StrokesFile.read(draft()).get(0).drawing();
  }

  private int draftStrokes() {
    return StrokesFile.read(draft()).get(0).drawing().strokes().size();
  }

  private int report(List<Replay> replays) throws IOException {
    List<String> ofSent = predicted("sent.jsonl", replays, Replay::sent);
    List<String> ofCaught = predicted("caught.jsonl", replays, Replay::caught);
    List<String> ofFile = predicted("file.jsonl", replays, replay -> replay.original().drawing());
    List<String> labels =
        replays.stream().map(replay -> String.valueOf(replay.original().label())).toList();
    List<String> shown = replays.stream().map(Replay::shown).toList();
    for (int i = 0; i < replays.size(); i++) {
      if (!shown.get(i).equals(ofSent.get(i)) || !shown.get(i).equals(ofCaught.get(i))) {
        System.out.printf(
            "drawing %d: shown %s, predicted %s as sent, %s as caught, %s as in the file%n",
            i, shown.get(i), ofSent.get(i), ofCaught.get(i), ofFile.get(i));
      }
    }
    System.out.printf("%d drawings%n", replays.size());
    System.out.printf("%d shown as predicted for what was sent%n", agreements(shown, ofSent));
    System.out.printf("%d shown as predicted for what was caught%n", agreements(shown, ofCaught));
    System.out.printf("%d shown as predicted for the file%n", agreements(shown, ofFile));
    System.out.printf("%d shown as labelled%n", agreements(shown, labels));
    System.out.printf(
        "%d points of %d caught%n",
        replays.stream().mapToInt(replay -> points(replay.caught())).sum(),
        replays.stream().mapToInt(replay -> points(replay.sent())).sum());
    return shown.equals(ofSent) && shown.equals(ofCaught) ? 0 : 1;
  }

  private static int agreements(List<String> one, List<String> other) {
    return (int)
        IntStream.range(0, one.size()).filter(i -> one.get(i).equals(other.get(i))).count();
  }

  private static int points(Drawing drawing) {
    return drawing.strokes().stream().mapToInt(stroke -> stroke.points().size()).sum();
  }

  /** What {@code predict --json} says, in the pad's way: the digit, or "?" if it is rejected. */
  private List<String> predicted(
      String name, List<Replay> replays, Function<Replay, Drawing> drawing) throws IOException {
    Path strokes = home.resolve(name);
    StrokesFile.write(
        strokes,
        replays.stream()
            .map(replay -> new LabeledDrawing(null, null, drawing.apply(replay)))
            .toList());
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        new Cli(new PrintWriter(out), new PrintWriter(err), Map.of())
            .run("predict", "--json", strokes.toString());
    if (code != Cli.OK) {
      throw new IllegalStateException(err.toString());
    }
    List<String> answers = new ArrayList<>();
    for (String line : out.toString().lines().toList()) {
      JsonNode answer = new ObjectMapper().readTree(line);
      answers.add(answer.get("rejected").asBoolean() ? "?" : answer.get("label").asText());
    }
    return answers;
  }

  private Path draft() {
    return new DataFolders(home).state().resolve("draft.jsonl");
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new IllegalStateException(command.get(0) + " failed");
    }
  }
}
