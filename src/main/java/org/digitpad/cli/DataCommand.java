package org.digitpad.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.digitpad.data.mnist.MnistFolder;
import org.digitpad.data.mnist.MnistStatus;
import org.digitpad.data.mnist.MnistStatus.FileStatus;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.Numbers;
import org.digitpad.io.BadInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows, downloads and verifies the MNIST files. */
@Command(name = "data", mixinStandardHelpOptions = true, versionProvider = VersionProvider.class)
final class DataCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), Messages.get("cli.data.noCommand"));
  }

  /** The JSON line. */
  private record Line(String folder, boolean complete, List<FileLine> files) {
    record FileLine(String name, long bytes, boolean ok) {}

    static Line of(MnistStatus status) {
      return new Line(
          status.folder().toString(),
          status.isComplete(),
          status.files().stream()
              .map(file -> new FileLine(file.name(), file.bytes(), file.isOriginal()))
              .toList());
    }
  }

  private static void print(MnistStatus status, boolean json, Console console) {
    if (json) {
      console.printJson(Line.of(status));
      return;
    }
    console.print(
        Messages.get(
            status.isComplete() ? "cli.data.complete" : "cli.data.incomplete", status.folder()));
    for (FileStatus file : status.files()) {
      console.print(
          TextColumns.row(
              " ",
              TextColumns.left(file.name(), 28),
              TextColumns.right(Numbers.integer(file.bytes()), 11) + ' ',
              state(file)));
    }
  }

  private static String state(FileStatus file) {
    if (file.isOriginal()) {
      return Messages.get("cli.data.ok");
    }
    return file.present() ? String.valueOf(file.problem()) : Messages.get("cli.data.missing");
  }

  @Command(name = "status")
  static final class Status implements Callable<Integer> {
    private final Console console;
    @Mixin private CommonOptions common;
    @Mixin private DataOption data;

    Status(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      print(new MnistFolder(data.folder(console)).status(), common.json, console);
      return Cli.OK;
    }
  }

  @Command(name = "verify")
  static final class Verify implements Callable<Integer> {
    private final Console console;
    @Mixin private CommonOptions common;
    @Mixin private DataOption data;

    Verify(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      MnistStatus status = new MnistFolder(data.folder(console)).status();
      print(status, common.json, console);
      Optional<String> problem =
          status.files().stream()
              .filter(file -> !file.isOriginal())
              .map(FileStatus::problem)
              .findFirst();
      problem.ifPresent(
          sentence -> {
            throw new BadInputException(sentence);
          });
      return Cli.OK;
    }
  }

  @Command(name = "download")
  static final class Download implements Callable<Integer> {
    private final Console console;
    @Mixin private CommonOptions common;
    @Mixin private DataOption data;

    Download(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws Exception {
      Path folder = data.newFolder(console);
      MnistFolder files = new MnistFolder(folder);
      if (!files.status().isComplete()) {
        DataOption.download(folder, console);
      }
      print(files.status(), common.json, console);
      return Cli.OK;
    }
  }
}
