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
 * Draws the drawings of a strokes file with the X server's mouse in the real window, and compares the
 * digit that the window shows with the output of {@code predict --json}.
 *
 * <p>The window starts as usual. The mouse is moved by xdotool, another process, by whole pixels.
 * {@code predict} runs on three versions of each drawing: the strokes of the file, the strokes as
 * sent, at whole pixels, and the strokes that the pad received, which are in its draft. The pad may
 * receive less than was sent: JavaFX lets GTK send hints of mouse moves and requests the next hint
 * after it has handled one, so moves in between are lost. Only the shown digit is read from the
 * window, see {@link PadWindow}. The exit code is 1 if a shown digit differs from the prediction for
 * the sent or the received strokes.
 *
 * <pre>
 * apt-get install -y xvfb xauth xdotool imagemagick libgtk-3-0
 * DIGITPAD_HOME=$(mktemp -d) xvfb-run -a mvn -Pbench -DskipTests package exec:exec \
 *   -Dbench.main=org.digitpad.bench.RobotReplay -Dbench.args="strokes.jsonl.gz"
 * </pre>
 */
@Command(name = "replay", mixinStandardHelpOptions = true)
public final class RobotReplay implements Callable<Integer> {
  /** Side of the canvas in the units of strokes. */
  private static final double UNITS = 280;

  private static final int SCREENSHOT_INTERVAL = 40;

  @Parameters(paramLabel = "FILE", description = "Strokes, one drawing a line, none blank.")
  private Path file;

  @Option(names = "--count", description = "Number of drawings, spread evenly over the file.")
  private int count = 200;

  @Option(names = "--pictures", description = "A folder for screenshots of some of the drawings.")
  private Optional<Path> pictures = Optional.empty();

  @Option(names = "--pace", description = "Seconds between moves; a mouse's 0.008 if left out.")
  private double moveSeconds = 0.008;

  private final PadWindow window = new PadWindow();
  private final Path home = DataFolders.ofUser(System.getenv()).root();

  /**
   * One drawing and its result in the window.
   *
   * @param sent the strokes in the pad's units, at the pixels that the mouse was moved to
   * @param shown the digit that the window shows, or "?"
   * @param received the strokes that the pad received
   */
  private record Replay(LabeledDrawing original, Drawing sent, String shown, Drawing received) {}

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
      if (pictures.isPresent() && i % SCREENSHOT_INTERVAL == 0) {
        Path picture = Files.createDirectories(pictures.get()).resolve("drawing-" + i + ".png");
        run(List.of("import", "-window", "root", picture.toString()));
      }
      run(List.of("xdotool", "key", "Delete"));
      window.await("a blank canvas", () -> PadWindow.shown().equals("–"));
      System.err.printf("\r%d of %d", i + 1, drawings);
    }
    System.err.println();
    return report(replays);
  }

  private Replay replay(LabeledDrawing original) throws Exception {
    Bounds canvas = window.canvas();
    List<String> mouse = new ArrayList<>(List.of("xdotool"));
    List<Stroke> sent = new ArrayList<>();
    for (Stroke stroke : original.drawing().strokes()) {
      List<InkPoint> points = new ArrayList<>();
      for (InkPoint point : stroke.points()) {
        long x = Math.round(canvas.getMinX() + point.x() / UNITS * canvas.getWidth());
        long y = Math.round(canvas.getMinY() + point.y() / UNITS * canvas.getHeight());
        mouse.addAll(List.of("mousemove", String.valueOf(x), String.valueOf(y)));
        mouse.addAll(points.isEmpty() ? List.of("mousedown", "1") : List.of());
        mouse.addAll(List.of("sleep", String.valueOf(moveSeconds)));
        InkPoint position =
            new InkPoint(
                (x - canvas.getMinX()) / canvas.getWidth() * UNITS,
                (y - canvas.getMinY()) / canvas.getHeight() * UNITS);
        if (points.isEmpty() || !points.get(points.size() - 1).equals(position)) {
          points.add(position);
        }
      }
      mouse.addAll(List.of("mouseup", "1", "sleep", String.valueOf(moveSeconds)));
      sent.add(new Stroke(points));
    }
    run(mouse);
    return new Replay(original, new Drawing(sent), window.digit(), received(sent.size()));
  }

  /** Waits until the draft has all strokes; the pad saves it after each stroke. */
  private Drawing received(int strokes) throws Exception {
    window.await("the draft", () -> Files.exists(draft()) && draftStrokes() == strokes);
    return StrokesFile.read(draft()).get(0).drawing();
  }

  private int draftStrokes() {
    return StrokesFile.read(draft()).get(0).drawing().strokes().size();
  }

  private int report(List<Replay> replays) throws IOException {
    List<String> ofSent = predicted("sent.jsonl", replays, Replay::sent);
    List<String> ofReceived = predicted("received.jsonl", replays, Replay::received);
    List<String> ofFile = predicted("file.jsonl", replays, replay -> replay.original().drawing());
    List<String> labels =
        replays.stream().map(replay -> String.valueOf(replay.original().label())).toList();
    List<String> shown = replays.stream().map(Replay::shown).toList();
    for (int i = 0; i < replays.size(); i++) {
      if (!shown.get(i).equals(ofSent.get(i)) || !shown.get(i).equals(ofReceived.get(i))) {
        System.out.printf(
            "drawing %d: shown %s, predicted %s as sent, %s as received, %s as in the file%n",
            i, shown.get(i), ofSent.get(i), ofReceived.get(i), ofFile.get(i));
      }
    }
    System.out.printf("%d drawings%n", replays.size());
    System.out.printf("%d shown as predicted for the strokes as sent%n", agreements(shown, ofSent));
    System.out.printf("%d shown as predicted for the strokes as received%n", agreements(shown, ofReceived));
    System.out.printf("%d shown as predicted for the strokes of the file%n", agreements(shown, ofFile));
    System.out.printf("%d shown as labeled%n", agreements(shown, labels));
    System.out.printf(
        "%d of %d points received%n",
        replays.stream().mapToInt(replay -> points(replay.received())).sum(),
        replays.stream().mapToInt(replay -> points(replay.sent())).sum());
    return shown.equals(ofSent) && shown.equals(ofReceived) ? 0 : 1;
  }

  private static int agreements(List<String> one, List<String> other) {
    return (int)
        IntStream.range(0, one.size()).filter(i -> one.get(i).equals(other.get(i))).count();
  }

  private static int points(Drawing drawing) {
    return drawing.strokes().stream().mapToInt(stroke -> stroke.points().size()).sum();
  }

  /** The predictions of {@code predict --json}: the digit, or "?" if the drawing is rejected. */
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
    List<String> predictions = new ArrayList<>();
    for (String line : out.toString().lines().toList()) {
      JsonNode prediction = new ObjectMapper().readTree(line);
      predictions.add(prediction.get("rejected").asBoolean() ? "?" : prediction.get("label").asText());
    }
    return predictions;
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
