package org.digitpad.cli;




import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/** Writes the Bash completion and the man pages (as AsciiDoc) that installers contain. */
public final class CommandDocs {
  private CommandDocs() {}

  /** Writes {@code digitpad.bash} and {@code man/*.adoc}; takes a folder and the version. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    PrintWriter nowhere = new PrintWriter(PrintWriter.nullWriter());
    CommandLine commands = new Cli(nowhere, nowhere, Map.of()).commands();
    Files.writeString(folder.resolve("digitpad.bash"), BashCompletion.of(commands));
    List<CommandSpec> pages = new ArrayList<>();
    collect(commands, "DigitPad " + arguments[1], pages);
    Path man = Files.createDirectories(folder.resolve("man"));
    int fault =
        ManPageGenerator.generateManPage(
            man.toFile(), null, new boolean[0], false, pages.toArray(CommandSpec[]::new));
    if (fault != 0) {
      throw new IOException("the man pages cannot be written to " + man);
    }
    try (Stream<Path> written = Files.list(man)) {
      for (Path page : written.toList()) {
        Files.writeString(page, toManPage(Files.readString(page)));
      }
    }
  }

  /** Turns the headings of the help into those of man pages, and corrects the program's name. */
  private static String toManPage(String page) {
    return page.replace("Digitpad Manual", "DigitPad Manual")
        .replace("== Exit codes:", "== Exit status")
        .replaceAll("(?m)^== (.*):$", "== $1");
  }

  private static void collect(CommandLine command, String version, List<CommandSpec> pages) {
    CommandSpec spec = command.getCommandSpec();
    // the provider reads the version from the jar, which is not built yet
    spec.versionProvider(null);
    spec.version(version);
    pages.add(spec);
    command.getSubcommands().values().forEach(sub -> collect(sub, version, pages));
  }
}
