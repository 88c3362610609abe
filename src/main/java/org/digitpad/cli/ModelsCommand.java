package org.digitpad.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.digitpad.nn.model.ModelCard;
import org.digitpad.recognize.LibraryModel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists models. */
@Command(name = "models", description = "List the bundled models and your own, with their figures.")
final class ModelsCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private CommonOptions common;

  ModelsCommand(Console console) {
    this.console = console;
  }

  /** One line of JSON. */
  private record Line(
      String model,
      int parameters,
      String recipe,
      long seed,
      double valAccuracy,
      @Nullable Double strokesAccuracy,
      double latencyMicros,
      String file) {
    static Line of(LibraryModel model) {
      ModelCard card = model.model().card();
      return new Line(
          model.name(),
          model.model().architecture().parameterCount(),
          card.recipe(),
          card.seed(),
          card.valAccuracy(),
          card.strokesAccuracy(),
          card.latencyMicros(),
          model.location());
    }
  }

  @Override
  public Integer call() {
    for (LibraryModel model :
        ModelOption.library(console).all(skipped -> console.say("%s", skipped))) {
      Line line = Line.of(model);
      if (common.json) {
        console.printJson(line);
      } else {
        Double strokes = line.strokesAccuracy();
        console.print(
            "%-10s %,8d parameters  %s, seed %d  test %.2f%%  strokes %s  %.0f µs",
            line.model(),
            line.parameters(),
            line.recipe(),
            line.seed(),
            100 * line.valAccuracy(),
            strokes == null ? "not measured" : String.format(Locale.ROOT, "%.2f%%", 100 * strokes),
            line.latencyMicros());
      }
    }
    return Cli.DONE;
  }
}
