package org.digitpad.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.PlainText;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Explains in one sentence what is wrong with the arguments of a command. */
final class UsageSentence {
  private UsageSentence() {}

  /** Returns the sentence, which names the command's help. */
  static String of(ParameterException exception, String... arguments) {
    return Messages.get(
        "cli.usage.seeHelp",
        Messages.part(reason(exception, arguments)),
        exception.getCommandLine().getCommandSpec().qualifiedName());
  }

  private static String reason(ParameterException exception, String... arguments) {
    if (exception instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      String word = unmatched.getUnmatched().get(0);
      if (List.of(arguments).indexOf(word) == 0 && isFile(word)) {
        return Messages.get("cli.usage.fileWithoutCommand", word);
      }
      List<String> suggestions = unmatched.getSuggestions();
      return suggestions.isEmpty()
          ? Messages.get("cli.usage.unknown", word)
          : Messages.get("cli.usage.unknownButSimilar", word, suggestions.get(0));
    }
    if (exception instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      return missing(missing.getMissing(), List.of(arguments));
    }
    if (exception.getCause() instanceof TypeConversionException conversion
        && exception.getArgSpec() instanceof OptionSpec option) {
      return Messages.get(
          "cli.usage.invalidValue", option.longestName(), Messages.part(conversion.getMessage()));
    }
    if (exception.getArgSpec() == null && exception.getValue() != null) {
      // of picocli's help for an unknown command
      return Messages.get("cli.usage.unknown", exception.getValue());
    }
    String reason =
        exception.getMessage().lines().findFirst().orElseGet(() -> Messages.get("cli.usage.wrong"));
    return PlainText.brief(reason).replaceAll("[.;]$", "");
  }

  private static boolean isFile(String word) {
    try {
      return Files.isRegularFile(Path.of(word));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static String missing(List<ArgSpec> missing, List<String> arguments) {
    if (!(missing.get(0) instanceof OptionSpec first)) {
      return Messages.get("cli.usage.missingParameter", missing.get(0).paramLabel());
    }
    if (Stream.of(first.names()).anyMatch(arguments::contains)) {
      return Messages.get("cli.usage.missingValue", first.longestName(), first.paramLabel());
    }
    String names =
        missing.stream()
            .filter(OptionSpec.class::isInstance)
            .map(OptionSpec.class::cast)
            .map(option -> "'" + option.longestName() + "=" + option.paramLabel() + "'")
            .collect(Collectors.joining(", "));
    return Messages.plural("cli.usage.missingOption", missing.size(), names);
  }
}
