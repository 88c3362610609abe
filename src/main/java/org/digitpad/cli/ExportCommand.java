package org.digitpad.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.onnx.OnnxFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a model to a file for other programs. */
@Command(name = "export")
final class ExportCommand implements Callable<Integer> {
  static final String ONNX = "onnx";

  private final Console console;
  @Mixin private CommonOptions common;
  @Mixin private ModelOption modelOption;

  @Option(names = "--format", paramLabel = "FORMAT", defaultValue = ONNX)
  private String format;

  @Option(names = "--out", required = true, paramLabel = "FILE")
  private Path out;

  ExportCommand(Console console) {
    this.console = console;
  }

  /** The JSON line. */
  private record Line(String file, String format, int opset) {}

  @Override
  public Integer call() throws IOException {
    if (!format.equals(ONNX)) {
      throw new BadInputException(Messages.get("cli.export.unknownFormat", format, ONNX));
    }
    Model model = modelOption.loadSingle();
    OutputFileCheck.check(out, modelOption.inputs());
    OnnxFile.write(model, out);
    if (common.json) {
      console.printJson(new Line(out.toString(), format, OnnxFile.OPSET));
    } else {
      console.print(
          Messages.get(
              "cli.export.written", modelOption.name, out, Integer.toString(OnnxFile.OPSET)));
    }
    return Cli.OK;
  }
}
