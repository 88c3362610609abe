package org.digitpad.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.digitpad.evaluate.KaggleSubmission;
import org.digitpad.i18n.Messages;
import org.digitpad.nn.model.Model;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Classifies Kaggle's test images. */
@Command(name = "kaggle")
final class KaggleCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CommonOptions common;
  @Mixin private ModelOption modelOption;

  @Option(names = "--test", required = true, paramLabel = "FILE")
  private Path test;

  @Option(names = "--out", required = true, paramLabel = "FILE")
  private Path out;

  KaggleCommand(Console console) {
    this.console = console;
  }

  /** The JSON line. */
  private record Line(int rows, String file) {}

  @Override
  public Integer call() throws Exception {
    Model model = modelOption.loadForPictures(console);
    List<Path> inputs = new ArrayList<>(modelOption.inputs());
    inputs.add(test);
    OutputFileCheck.check(out, inputs);
    int rows = KaggleSubmission.write(model, test, out, Runtime.getRuntime().availableProcessors());
    if (common.json) {
      console.printJson(new Line(rows, out.toString()));
    } else {
      console.print(Messages.plural("cli.kaggle.written", rows, out));
    }
    return Cli.OK;
  }
}
