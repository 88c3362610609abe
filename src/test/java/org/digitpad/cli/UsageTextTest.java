package org.digitpad.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.PrintWriter;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.digitpad.data.source.DataSource;
import org.digitpad.io.DataFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** All text of {@code --help} is in {@code usage.properties}, and all that is in it is used. */
final class UsageTextTest {
  private static final ResourceBundle USAGE = ResourceBundle.getBundle("org.digitpad.cli.usage");

  /** Attributes of picocli's annotations that are text. */
  private static final Set<String> TEXT =
      Set.of(
          "abbreviateSynopsis",
          "customSynopsis",
          "commandListHeading",
          "description",
          "descriptionHeading",
          "exitCodeList",
          "exitCodeListHeading",
          "footer",
          "footerHeading",
          "header",
          "headerHeading",
          "optionListHeading",
          "parameterListHeading",
          "synopsisHeading",
          "version");

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandAndArgumentIsDescribedInTheBundle(CommandLine command) {
    List<String> texts = texts();

    String[] description = command.getCommandSpec().usageMessage().description();
    assertThat(description).isNotEmpty().isSubsetOf(texts);
    for (ArgSpec argument : command.getCommandSpec().args()) {
      String defaultValue = String.valueOf(argument.defaultValue());
      assertThat(argument.description()).as(argument.toString()).isNotEmpty();
      assertThat(argument.description())
          .as(argument.toString())
          .allMatch(
              text ->
                  texts.stream()
                      .anyMatch(
                          each -> each.replace("${DEFAULT-VALUE}", defaultValue).equals(text)));
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void annotationsHoldNoText(CommandLine command) throws ReflectiveOperationException {
    assertNoText(command.getCommandSpec().userObject().getClass(), Command.class);
    for (CommandSpec mixin : command.getCommandSpec().mixins().values()) {
      assertNoText(mixin.userObject().getClass(), Command.class);
    }
    for (ArgSpec argument : command.getCommandSpec().args()) {
      AnnotatedElement field = (AnnotatedElement) argument.userObject();
      assertNoText(field, Option.class);
      assertNoText(field, Parameters.class);
    }
  }

  @ParameterizedTest
  @MethodSource("subcommands")
  void everyCommandHasExamplesThatItAccepts(CommandLine command) {
    String[] examples = command.getCommandSpec().usageMessage().footer();

    assertThat(examples).isNotEmpty();
    assertThat(command.getUsageMessage()).endsWith(String.join("\n", examples) + "\n");
    for (String example : examples) {
      String[] words = example.strip().split(" ");
      assertThat(words[0]).isEqualTo(RootCommand.NAME);
      assertThat(example.strip()).startsWith(command.getCommandSpec().qualifiedName());
      String[] arguments = Arrays.copyOfRange(words, 1, words.length);
      assertThatCode(() -> commandLine().parseArgs(arguments))
          .as(example)
          .doesNotThrowAnyException();
    }
  }

  static List<CommandLine> subcommands() {
    return commands().stream().filter(command -> command.getParent() != null).toList();
  }

  @Test
  void everyTextIsUsed() {
    Set<String> unused = new TreeSet<>(USAGE.keySet());
    ResourceBundle recording = recording(unused);

    all(commandLine().setResourceBundle(recording)).forEach(CommandLine::getUsageMessage);

    assertThat(unused).isEmpty();
  }

  @Test
  void exitCodesAndEnvironmentAreThoseOfTheProgram() {
    CommandLine root = commandLine();

    assertThat(root.getCommandSpec().usageMessage().exitCodeList().keySet())
        .containsExactly(
            String.valueOf(Cli.OK), String.valueOf(Cli.FAILED), String.valueOf(Cli.BAD_INPUT));
    assertThat(root.getCommandSpec().usageMessage().footer())
        .satisfiesExactly(
            line -> assertThat(line).startsWith(DataSource.FOLDER_VARIABLE + " "),
            line -> assertThat(line).startsWith(DataFolders.HOME_VARIABLE + " "));
  }

  static List<CommandLine> commands() {
    return all(commandLine());
  }

  private static CommandLine commandLine() {
    PrintWriter nowhere = new PrintWriter(PrintWriter.nullWriter());
    return new Cli(nowhere, nowhere, Map.of()).commands();
  }

  private static List<CommandLine> all(CommandLine command) {
    List<CommandLine> all = new ArrayList<>(List.of(command));
    command.getSubcommands().values().forEach(sub -> all.addAll(all(sub)));
    return all;
  }

  private static List<String> texts() {
    return USAGE.keySet().stream().map(USAGE::getString).toList();
  }

  /** picocli's own classes have texts, which the bundle replaces. */
  private static void assertNoText(AnnotatedElement element, Class<? extends Annotation> type)
      throws ReflectiveOperationException {
    Annotation annotation = element.getAnnotation(type);
    if (annotation == null || element.toString().contains("picocli.")) {
      return;
    }
    for (Method attribute : type.getDeclaredMethods()) {
      if (TEXT.contains(attribute.getName())) {
        assertThat(attribute.invoke(annotation))
            .as(element + ": " + attribute.getName())
            .isEqualTo(attribute.getDefaultValue());
      }
    }
  }

  /** The bundle, which takes the keys that are asked for out of a set. */
  private static ResourceBundle recording(Set<String> unused) {
    return new ResourceBundle() {
      @Override
      protected Object handleGetObject(String key) {
        unused.remove(key);
        return USAGE.getString(key);
      }

      @Override
      public Enumeration<String> getKeys() {
        return Collections.enumeration(USAGE.keySet());
      }
    };
  }
}
