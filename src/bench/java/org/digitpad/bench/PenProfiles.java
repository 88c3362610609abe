package org.digitpad.bench;

import org.digitpad.data.LabeledImages;
import org.digitpad.data.mnist.MnistFolder;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.strokes.StrokesFile;
import org.digitpad.data.synth.BuiltinDigits;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.PenProfile;
import org.digitpad.ink.StrokeRenderer;


import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Prints the properties of the pen in MNIST's training images, if their folder is given, in the
 * builtin drawings, and in the drawings of strokes files: medians and quartiles.
 *
 * <pre>
 * mvn -Pbench -DskipTests package exec:exec -Dbench.main=org.digitpad.bench.PenProfiles \
 *   -Dbench.args="$DIGITPAD_MNIST_DIR strokes.jsonl.gz"
 * </pre>
 */
public final class PenProfiles {
  private static final int DRAWINGS = 10_000;

  private PenProfiles() {}

  public static void main(String[] arguments) {
    Map<String, List<DigitImage>> sets = new LinkedHashMap<>();
    for (String argument : arguments) {
      Path path = Path.of(argument);
      if (argument.contains(".jsonl")) {
        sets.put(path.getFileName().toString(), rendered(StrokesFile.read(path)));
      } else {
        LabeledImages train = new MnistFolder(path).train();
        sets.put("MNIST", IntStream.range(0, train.size()).mapToObj(train::image).toList());
      }
    }
    sets.put("builtin", rendered(BuiltinDigits.drawings(DRAWINGS, 1)));
    print("", sets.keySet().stream());
    print("---", sets.keySet().stream().map(name -> "---"));
    row("mean ink", sets, PenProfile::ink);
    row("stroke width, pixels", sets, PenProfile::width);
    row("edge, pixels", sets, PenProfile::edge);
    row("darkness", sets, PenProfile::darkness);
    row("share of full ink", sets, PenProfile::full);
  }

  private static List<DigitImage> rendered(List<LabeledDrawing> drawings) {
    return drawings.stream().map(each -> StrokeRenderer.render(each.drawing())).toList();
  }

  private static void row(
      String name, Map<String, List<DigitImage>> sets, ToDoubleFunction<PenProfile> measure) {
    print(
        name, sets.values().stream().map(images -> PenProfile.spread(images, measure).toString()));
  }

  private static void print(String name, Stream<String> cells) {
    System.out.println("| " + name + " | " + cells.collect(Collectors.joining(" | ")) + " |");
  }
}
