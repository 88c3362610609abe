package org.digitpad.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.digitpad.evaluate.KaggleSubmission;
import org.digitpad.io.AtomicFiles;
import org.digitpad.nn.model.Model;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads Kaggle's test images. */
@Command(
    name = "kaggle",
    description = "Read the digits of Kaggle's Digit Recognizer and write a submission.")
final class KaggleCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CommonOptions common;
  @Mixin private ModelOption modelOption;

  @Option(
      names = "--test",
      required = true,
      paramLabel = "FILE",
      description = "Kaggle's test.csv, gzipped or not: pixel0 to pixel783, one digit a row.")
  private Path test;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where the submission goes: ImageId and Label, one digit a row.")
  private Path out;

  KaggleCommand(Console console) {
    this.console = console;
  }

  /** One line of JSON. */
  private record Line(int rows, String file) {}

  @Override
  public Integer call() throws Exception {
    Model model = modelOption.load(console);
    AtomicFiles.requireDistinct(out, Path.of(modelOption.name));
    OutputFile.check(out);
    int rows = KaggleSubmission.write(model, test, out, Runtime.getRuntime().availableProcessors());
    if (common.json) {
      console.printJson(new Line(rows, out.toString()));
    } else {
      console.print("%,d digits read, written to %s", rows, out);
    }
    return Cli.DONE;
  }
}
