package org.digitpad.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architecture.PlacedLayer;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.ModelCard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows a model's layers and card. */
@Command(name = "describe", description = "Show a model's layers and where it comes from.")
final class DescribeCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private CommonOptions common;
  @Mixin private ModelOption modelOption;

  DescribeCommand(Console console) {
    this.console = console;
  }

  /** One line of JSON. */
  private record Description(String model, int parameters, List<LayerLine> layers, ModelCard card) {
    record LayerLine(String name, String layer, String output, int parameters) {
      static LayerLine of(PlacedLayer layer) {
        return new LayerLine(
            layer.spec().name(),
            layer.spec().title(),
            layer.output().toString(),
            layer.parameterCount());
      }
    }
  }

  @Override
  public Integer call() {
    Model model = modelOption.load(console);
    Architecture architecture = model.architecture();
    Description description =
        new Description(
            modelOption.name,
            architecture.parameterCount(),
            architecture.placedLayers().stream().map(Description.LayerLine::of).toList(),
            model.card());
    if (common.json) {
      console.printJson(description);
      return Cli.DONE;
    }
    console.print("%-8s %-22s %-8s %10s", "name", "layer", "output", "parameters");
    for (Description.LayerLine layer : description.layers()) {
      console.print(
          "%-8s %-22s %-8s %,10d", layer.name(), layer.layer(), layer.output(), layer.parameters());
    }
    console.print("%-8s %-22s %-8s %,10d", "total", "", "", description.parameters());
    ModelCard card = model.card();
    console.print(
        "%nrecipe %s, seed %d, epochs %d, images %,d in batches of %d%s",
        card.recipe(),
        card.seed(),
        card.epochs(),
        card.trainedOn(),
        card.batchSize(),
        card.learningRate() == null ? "" : ", rate " + card.learningRate());
    console.print(
        "validation accuracy %.2f%% on %,d images", 100 * card.valAccuracy(), card.validatedOn());
    if (card.strokesAccuracy() != null && card.strokes() != null) {
      console.print(
          "accuracy %.2f%% on %,d pen drawings", 100 * card.strokesAccuracy(), card.strokes());
    }
    console.print("made by: %s", card.command());
    return Cli.DONE;
  }
}
