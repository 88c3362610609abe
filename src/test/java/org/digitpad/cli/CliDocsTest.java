package org.digitpad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.digitpad.data.kaggle.KaggleFixture;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.data.source.DataSource;
import org.digitpad.data.strokes.StrokesFile;
import org.digitpad.io.DataFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code docs/cli.md} describes every command with its options, parameters and JSON fields. */
final class CliDocsTest {
  private static final Path DOCS = Path.of("docs", "cli.md");

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("commands")
  void describesEveryOptionOfEveryCommand(CommandSpec command) throws IOException {
    String section = section(command.qualifiedName(" ").replaceFirst("^digitpad ", ""));
    String common = section("Common options");

    for (OptionSpec option : command.options()) {
      if (!common.contains("`" + option.longestName() + "`")) {
        assertThat(section).contains(option.longestName());
      }
    }
    for (PositionalParamSpec parameter : command.positionalParameters()) {
      assertThat(section).contains(parameter.paramLabel());
    }
  }

  static List<CommandSpec> commands() {
    return UsageTextTest.commands().stream()
        .map(CommandLine::getCommandSpec)
        .filter(command -> command.parent() != null)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "predict, predict --explain strokes.jsonl",
    "evaluate, evaluate --strokes strokes.jsonl",
    "kaggle, kaggle --test test.csv --out submission.csv",
    "data, data status --data .",
    "models, models",
    "describe, describe",
    "export, export --out model.onnx"
  })
  void describesEveryFieldOfTheJson(String command, String line) throws IOException {
    StrokesFile.write(folder.resolve("strokes.jsonl"), MnistLikeDigits.drawings(1, 1));
    KaggleFixture.writeTest(folder.resolve("test.csv"), MnistLikeDigits.images(1, 1));

    JsonNode json = CliRun.of(folder, inFolder(line + " --json").split(" ")).json().get(0);

    Set<String> fields = new TreeSet<>();
    collectFields(json, fields);
    assertThat(fields).isNotEmpty();
    assertThat(section(command)).contains(fields.stream().map(field -> "`" + field + "`").toList());
  }

  /** Names of files become paths in the test's folder. */
  private String inFolder(String line) {
    return line.replaceAll(
        "(?<= )([\\w]+\\.\\w+|\\.)(?= )", Matcher.quoteReplacement(folder + "/") + "$1");
  }

  /** The fields of an object and of the objects in it; a card is that of the model file. */
  private static void collectFields(JsonNode node, Set<String> fields) {
    node.properties()
        .forEach(
            field -> {
              fields.add(field.getKey());
              if (!field.getKey().equals("card")) {
                collectFields(field.getValue(), fields);
              }
            });
    if (node.isArray()) {
      node.forEach(element -> collectFields(element, fields));
    }
  }

  @Test
  void describesExitCodesAndEnvironment() throws IOException {
    assertThat(section("Conventions"))
        .contains("| " + Cli.OK + " |", "| " + Cli.FAILED + " |", "| " + Cli.BAD_INPUT + " |");
    assertThat(section("Environment"))
        .contains("`" + DataSource.FOLDER_VARIABLE + "`", "`" + DataFolders.HOME_VARIABLE + "`");
  }

  /** The text below a heading, up to the next heading of the same or a higher level. */
  private static String section(String heading) throws IOException {
    StringBuilder section = new StringBuilder();
    int level = 0;
    for (String line : Files.readAllLines(DOCS)) {
      int hashes = line.length() - line.replaceFirst("^#+", "").length();
      if (hashes > 0 && line.substring(hashes).equals(" " + heading)) {
        level = hashes;
      } else if (hashes > 0 && hashes <= level) {
        break;
      } else if (level > 0) {
        section.append(line).append('\n');
      }
    }
    assertThat(section).as("the section about " + heading).isNotEmpty();
    return section.toString();
  }
}
