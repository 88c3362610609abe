package org.digitpad.cli;

import java.util.concurrent.Callable;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.Numbers;
import org.digitpad.nn.model.ModelCard;
import org.digitpad.recognize.LibraryModel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the bundled models and the user's own. */
@Command(name = "models")
final class ModelsCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private CommonOptions common;

  ModelsCommand(Console console) {
    this.console = console;
  }

  /** A JSON line. */
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
          model.parameterCount(),
          card.recipe(),
          card.seed(),
          card.valAccuracy(),
          // the card is that of one part
          model.isCombination() ? null : card.strokesAccuracy(),
          model.parts().stream().mapToDouble(part -> part.model().card().latencyMicros()).sum(),
          model.location());
    }
  }

  @Override
  public Integer call() {
    ModelOption.library(console).forEach(this::print, console::printMessage);
    return Cli.OK;
  }

  private void print(LibraryModel model) {
    Line line = Line.of(model);
    if (common.json) {
      console.printJson(line);
    } else {
      console.print(sentence(line));
    }
  }

  private static String sentence(Line line) {
    Double strokes = line.strokesAccuracy();
    return Messages.get(
        "cli.models.line",
        TextColumns.left(line.model(), 12),
        TextColumns.right(Numbers.integer(line.parameters()), 8),
        line.recipe(),
        Long.toString(line.seed()),
        Numbers.percent(line.valAccuracy(), 2),
        strokes == null ? Messages.get("cli.models.notMeasured") : Numbers.percent(strokes, 2),
        Numbers.decimal(line.latencyMicros(), 0));
  }
}
