package org.digitpad.cli;

import org.digitpad.data.source.DataSource;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.recognize.ModelLibrary;
import org.digitpad.train.Recipe;

import java.util.Collection;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;

/**
 * Generates the completion for Bash. To picocli's script it adds the values of options of type
 * String, which picocli does not complete.
 */
final class BashCompletion {
  private final String script;

  private BashCompletion(String script) {
    this.script = script;
  }

  /** Returns the script. */
  static String of(CommandLine commands) {
    List<String> models = ModelLibrary.bundled().stream().map(LibraryModel::name).toList();
    List<String> recipes = Recipe.all().stream().map(Recipe::name).toList();
    String script =
        AutoComplete.bash(commands.getCommandName(), commands)
            .replace("\r\n", "\n")
            // it is sourced, not run
            .replaceFirst("^#!.*\n", "");
    return new BashCompletion(script)
        // picocli passes file names to compgen -W, which expands them: commands in them would run
        .replace(
            "COMPREPLY=( $(compgen -W \"${commands// /$'\\n'}${IFS}${positionals}\" -- \"${curr_word}\") )",
            "mapfile -t COMPREPLY < <(compgen -W \"${commands// /$'\\n'}\" -- \"${curr_word}\";"
                + " printf '%s' \"${positionals:+${positionals}$'\\n'}\")")
        // and lets the shell expand a * in them
        .replace(
            "COMPREPLY=( $( compgen -f -- \"${curr_word}\" ) )",
            "mapfile -t COMPREPLY < <(compgen -f -- \"${curr_word}\")")
        .with("--model", models, true)
        .with("--data", List.of(DataSource.BUILTIN), true)
        .with("--recipe", recipes, false)
        .with("--format", List.of(ExportCommand.ONNX), false)
        .script;
  }

  private BashCompletion with(String option, Collection<String> words, boolean files) {
    String start = "    '" + option + "')\n";
    String nothing = start + "      return\n";
    String something =
        start
            + "      local IFS=$'\\n'\n"
            + (files ? "      type compopt &>/dev/null && compopt -o filenames\n" : "")
            + "      mapfile -t COMPREPLY < <(compgen %s-W \"%s\" -- \"${curr_word}\")\n"
                .formatted(files ? "-f " : "", String.join("${IFS}", words))
            + "      return $?\n";
    return replace(nothing, something);
  }

  private BashCompletion replace(String before, String after) {
    if (!script.contains(before)) {
      throw new IllegalStateException("picocli no longer writes " + before);
    }
    return new BashCompletion(script.replace(before, after));
  }
}
