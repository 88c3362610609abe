package org.digitpad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CliUsageTest {
  private static final String[] COMMANDS = {
    "",
    "predict",
    "train",
    "evaluate",
    "kaggle",
    "data",
    "data status",
    "data download",
    "data verify",
    "models",
    "describe"
  };

  @TempDir private Path home;

  @Test
  void everyCommandHasHelpAndAVersion() {
    for (String command : COMMANDS) {
      for (String option : List.of("--help", "-h")) {
        String help = run((command + " " + option).strip().split(" ")).done().out();
        assertThat(help).startsWith(("Usage: digitpad " + command).strip());
        assertThat(help.lines().map(String::length)).allMatch(length -> length <= 80);
      }
      for (String option : List.of("--version", "-V")) {
        CliRun version = run((command + " " + option).strip().split(" ")).done();
        assertThat(version.out()).matches("DigitPad \\S.*\\R");
      }
    }
  }

  @Test
  void helpListsTheCommands() {
    String help = run("--help").out();

    for (String command : COMMANDS) {
      assertThat(help).contains(command.split(" ")[0]);
    }
    assertThat(run("data", "--help").out()).contains("status", "download", "verify");
  }

  @Test
  void withoutADisplayNamesTheCommands() {
    StringWriter err = new StringWriter();
    Cli cli = new Cli(new PrintWriter(new StringWriter()), new PrintWriter(err), Map.of());

    assertThat(cli.refuseWindow()).isEqualTo(2);

    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString())
        .contains(
            "no display", "predict", "train", "evaluate", "data", "models", "describe", "export");
  }

  @Test
  void helpNamesTheOptionsOfTheContract() {
    assertThat(run("train", "--help").out())
        .contains(
            "--model", "--recipe", "--epochs", "--batch", "--rate", "--seed", "--threads", "--data")
        .contains("--out", "--resume", "--json", "best", "reference");
    assertThat(run("evaluate", "--help").out())
        .contains("--model", "--data", "--strokes", "--json");
    assertThat(run("export", "--help").out())
        .contains("--model", "--format", "--out", "--json", "onnx");
    assertThat(run("predict", "--help").out()).contains("--model", "--json", "FILE");
  }

  @ParameterizedTest
  @CsvSource({
    "predcit, predict",
    "predic, predict",
    "trian, train",
    "evalaute, evaluate",
    "evalute, evaluate",
    "model, models",
    "modles, models",
    "decsribe, describe",
    "exprot, export",
    "dta, data",
    "kagle, kaggle"
  })
  void suggestsTheNearestCommand(String word, String command) {
    assertThat(run(word).refused())
        .isEqualTo(
            "There is no command or option '%s' (did you mean '%s'?); see 'digitpad --help'."
                .formatted(word, command));
  }

  @Test
  void namesTheCommandThatReadsAFile() throws IOException {
    Path file = Files.createFile(home.resolve("seven.png"));

    assertThat(run(file.toString()).refused())
        .isEqualTo(
            "A command is missing before the file '%s', such as predict; see 'digitpad --help'."
                .formatted(file));
  }

  @ParameterizedTest
  @CsvSource({
    "data statsu, data, status",
    "data downlaod, data, download",
    "train --out x --epcohs 3, train, --epochs",
    "train --out x --sed 3, train, --seed",
    "evaluate --stroke x, evaluate, --strokes",
    "models --jsn, models, --json"
  })
  void suggestsTheNearestWordWithinACommand(String line, String command, String nearest) {
    assertThat(run(line.split(" ")).refused())
        .startsWith("There is no command or option '")
        .endsWith("(did you mean '%s'?); see 'digitpad %s --help'.".formatted(nearest, command));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        " | Name a command; see 'digitpad --help'.",
        "data | Say what to do with the data: status, download or verify; see 'digitpad data --help'.",
        "predict | Missing required parameter: 'FILE'; see 'digitpad predict --help'.",
        "train | Missing required option: '--out=FILE'; see 'digitpad train --help'.",
        "kaggle --test t.csv | Missing required option: '--out=FILE'; see 'digitpad kaggle --help'.",
        "kaggle --out s.csv | Missing required option: '--test=FILE'; see 'digitpad kaggle --help'.",
        "train --out | Missing required parameter for option '--out' (FILE); see 'digitpad train --help'.",
        "train --out m --epochs x | Invalid value for option '--epochs': 'x' is not a whole number in range; see 'digitpad train --help'.",
        "train --out m --epochs 1.5 | Invalid value for option '--epochs': '1.5' is not a whole number in range; see 'digitpad train --help'.",
        "train --out m --epochs 0 | --epochs is 0; give a number from 1 to 1000.",
        "train --out m --epochs 1001 | --epochs is 1001; give a number from 1 to 1000.",
        "train --out m --threads -1 | --threads is -1; give a number from 1 to 256.",
        "train --out m --threads 257 | --threads is 257; give a number from 1 to 256.",
        "train --out m --batch 0 | --batch is 0; give a number from 1 to 2147483647.",
        "train --out m --batch 9999999999 | Invalid value for option '--batch': '9999999999' is not a whole number in range; see 'digitpad train --help'.",
        "train --out m --rate 0 | --rate is 0.0; give a number above 0 and up to 1.",
        "train --out m --rate -0.001 | --rate is -0.001; give a number above 0 and up to 1.",
        "train --out m --rate 1.01 | --rate is 1.01; give a number above 0 and up to 1.",
        "train --out m --rate NaN | --rate is NaN; give a number above 0 and up to 1.",
        "train --out m --rate 1e999 | --rate is Infinity; give a number above 0 and up to 1.",
        "train --out m --rate x | Invalid value for option '--rate': 'x' is not a number; see 'digitpad train --help'.",
        "train --out m --seed x | Invalid value for option '--seed': 'x' is not a whole number in range; see 'digitpad train --help'.",
        "train --out m --model vgg | There is no model \"vgg\" to train; name one of conv-gru, lstm, mlp.",
        "bench --batch 0 | --batch is 0; give a number from 1 to 10000.",
        "bench --batch 128,10001 | --batch is 10001; give a number from 1 to 10000.",
        "bench --batch 128,x | Invalid value for option '--batch': 'x' is not a whole number in range; see 'digitpad bench --help'.",
        "bench --batch , | --batch names no size; give one or several, such as 128,1000.",
        "bench --batch 1,,2 | Invalid value for option '--batch': '' is not a whole number in range; see 'digitpad bench --help'.",
        "export | Missing required option: '--out=FILE'; see 'digitpad export --help'.",
        "export --out m --format tflite | There is no format \"tflite\" to export to; name onnx.",
        "train --out m --recipe worst | There is no recipe \"worst\" to train with; name one of best, reference.",
      })
  void refusesWrongUsage(String line, String sentence) {
    String[] arguments = line == null ? new String[0] : line.split(" ");

    CliRun run = run(arguments);

    assertThat(run.refused()).isEqualTo(sentence);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void quotesAnUnknownCommandWholeAndOnOneLine() {
    assertThat(run("help", "no\nhelp").refused())
        .isEqualTo("There is no command or option 'no help'; see 'digitpad --help'.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "predict x",
        "train --out x",
        "evaluate",
        "models",
        "describe",
        "export --out x",
        "data status"
      })
  void refusesUnknownOptionsOfEveryCommand(String command) {
    List<String> arguments = new ArrayList<>(Arrays.asList(command.split(" ")));
    arguments.add("--qqqqqq");

    assertThat(run(arguments.toArray(String[]::new)).refused())
        .contains("'--qqqqqq'")
        .endsWith("; see 'digitpad " + command.replaceAll(" (--out )?x$", "") + " --help'.");
  }

  private CliRun run(String... arguments) {
    return CliRun.of(home, arguments);
  }
}
