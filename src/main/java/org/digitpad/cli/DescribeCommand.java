package org.digitpad.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.Numbers;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architecture.PlacedLayer;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.ModelCard;
import org.digitpad.recognize.LibraryModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints a model's layers and its card. */
@Command(name = "describe")
final class DescribeCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private CommonOptions common;
  @Mixin private ModelOption modelOption;

  DescribeCommand(Console console) {
    this.console = console;
  }

  /** The JSON line. */
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
    List<LibraryModel> parts = modelOption.find().parts();
    for (LibraryModel part : parts) {
      describe(part);
    }
    return Cli.OK;
  }

  /** Prints one network; a combination has several. */
  private void describe(LibraryModel part) {
    Model model = part.model();
    Architecture architecture = model.architecture();
    Description description =
        new Description(
            part.name(),
            architecture.parameterCount(),
            architecture.placedLayers().stream().map(Description.LayerLine::of).toList(),
            model.card());
    if (common.json) {
      console.printJson(description);
      return;
    }
    print(description);
    print(model.card());
  }

  private void print(Description description) {
    printRow(
        Messages.get("cli.describe.name"),
        Messages.get("cli.describe.layer"),
        Messages.get("cli.describe.output"),
        Messages.get("cli.describe.parameters"));
    for (Description.LayerLine layer : description.layers()) {
      printRow(layer.name(), layer.layer(), layer.output(), Numbers.integer(layer.parameters()));
    }
    printRow(Messages.get("cli.describe.total"), "", "", Numbers.integer(description.parameters()));
  }

  private void printRow(String name, String layer, String output, String parameters) {
    console.print(
        TextColumns.row(
            TextColumns.left(name, 8),
            TextColumns.left(layer, 22),
            TextColumns.left(output, 8),
            TextColumns.right(parameters, 10)));
  }

  private void print(ModelCard card) {
    console.print("");
    console.print(training(card));
    console.print(
        Messages.plural(
            "cli.describe.validation", card.validatedOn(), Numbers.percent(card.valAccuracy(), 2)));
    if (card.strokesAccuracy() != null && card.strokes() != null) {
      console.print(
          Messages.plural(
              "cli.describe.strokes", card.strokes(), Numbers.percent(card.strokesAccuracy(), 2)));
    }
    if (card.parent() != null) {
      console.print(
          Messages.get("cli.describe.parent", card.parent().name(), card.parent().sha256()));
    }
    if (card.kernels() != null) {
      console.print(Messages.get("cli.describe.kernels", card.kernels()));
    }
    console.print(Messages.get("cli.describe.command", card.command()));
  }

  private static String training(ModelCard card) {
    String recipe = card.recipe();
    String seed = Long.toString(card.seed());
    String epochs = Integer.toString(card.epochs());
    String batch = Integer.toString(card.batchSize());
    Double rate = card.learningRate();
    return rate == null
        ? Messages.get("cli.describe.training", recipe, seed, epochs, card.trainedOn(), batch)
        : Messages.get(
            "cli.describe.trainingAtRate",
            recipe,
            seed,
            epochs,
            card.trainedOn(),
            batch,
            rate.toString());
  }
}
