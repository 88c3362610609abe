package org.digitpad.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.onnx.OnnxFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a model for other programs. */
@Command(name = "export", description = "Write a model to a file for other programs.")
final class ExportCommand implements Callable<Integer> {
  static final String ONNX = "onnx";

  private final Console console;
  @Mixin private CommonOptions common;
  @Mixin private ModelOption modelOption;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = ONNX,
      description = "The format: onnx. Default: ${DEFAULT-VALUE}.")
  private String format;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where the exported model goes.")
  private Path out;

  ExportCommand(Console console) {
    this.console = console;
  }

  /** One line of JSON. */
  private record Line(String file, String format, int opset) {}

  @Override
  public Integer call() throws IOException {
    if (!format.equals(ONNX)) {
      throw new BadInputException(
          "There is no format \"" + format + "\" to export to; name " + ONNX + ".");
    }
    Model model = modelOption.load(console);
    refuseToReplaceTheModel();
    OutputFile.check(out);
    OnnxFile.write(model, out);
    if (common.json) {
      console.printJson(new Line(out.toString(), format, OnnxFile.OPSET));
    } else {
      console.print("%s is written to %s (ONNX, opset %d)", modelOption.name, out, OnnxFile.OPSET);
    }
    return Cli.DONE;
  }

  private void refuseToReplaceTheModel() throws IOException {
    Path model = Path.of(modelOption.name);
    if (Files.exists(model) && Files.exists(out) && Files.isSameFile(model, out)) {
      throw new BadInputException(
          "--out " + out + " is the model itself, which would be lost; name another file.");
    }
  }
}
