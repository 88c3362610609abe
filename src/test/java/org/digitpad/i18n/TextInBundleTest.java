package org.digitpad.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All text that people read is in the bundle, and all that is in the bundle is used. */
final class TextInBundleTest {
  private static final Path SOURCES = Path.of("src/main/java/org/digitpad");
  private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("org.digitpad.messages");

  /** A comment, or a literal (group 1: its content). */
  private static final Pattern LITERAL =
      Pattern.compile("//[^\n]*|/\\*(?s:.*?)\\*/|'(?:\\\\.|[^'\\\\])+'|\"((?:\\\\.|[^\"\\\\])*)\"");

  /** A key, or with a dot at its end the beginning of one; not a file such as train.csv. */
  private static final Pattern KEY =
      Pattern.compile(
          "(?!.*\\.csv$)(format|common|io|ink|data|nn|recognize|explain|evaluate|train|cli|ui|launcher)(\\.[a-zA-Z0-9-]+)+\\.?");

  /** Two words, or one that begins as a sentence or a label does. */
  private static final Pattern PROSE =
      Pattern.compile(".*\\p{L}\\p{Punct}* \\p{Punct}*\\p{L}.*|[^\\p{L}]*\\p{Lu}\\p{Ll}+.*");

  /** Statements whose literals nobody reads in the window or on the command line. */
  private static final Pattern TECHNICAL =
      Pattern.compile(
          "(?s).*(\\b(?i:log)\\.(warn|info|error|debug)\\(|LoggerFactory|@SuppressWarnings"
              + "|Illegal(State|Argument)Exception\\(|AssertionError\\(|getResource).*");

  /** Literals that look like prose and are none. */
  private static final Set<String> NO_PROSE =
      Set.of(
          "DigitPad",
          "Unsupported JavaFX configuration",
          "AppleInterfaceStyle",
          "AppsUseLightTheme");

  @Test
  void everyKeyInTheSourcesHasAText() throws IOException {
    Set<String> known = BUNDLE.keySet();
    assertThat(keys())
        .allSatisfy(
            key ->
                assertThat(known)
                    .as(key)
                    .anyMatch(
                        each ->
                            key.endsWith(".")
                                ? each.startsWith(key)
                                : each.equals(key) || each.equals(key + ".other")));
  }

  @Test
  void everyTextIsUsed() throws IOException {
    Set<String> used = keys();
    assertThat(BUNDLE.keySet())
        .allSatisfy(
            key ->
                assertThat(used)
                    .as(key)
                    .anyMatch(
                        each ->
                            each.endsWith(".")
                                ? key.startsWith(each)
                                : key.replaceFirst("\\.(zero|one|two|few|many|other)$", "")
                                        .equals(each)
                                    || key.equals(each)));
  }

  @Test
  void everyTextIsAPattern() {
    for (String key : BUNDLE.keySet()) {
      assertThatCode(() -> new MessageFormat(BUNDLE.getString(key)))
          .as(key)
          .doesNotThrowAnyException();
      assertThat(BUNDLE.getString(key).replace("''", ""))
          .as(key + ": apostrophes are doubled")
          .doesNotContainPattern("(?<!\\{)'(?![{}])");
    }
  }

  @ParameterizedTest
  @MethodSource("shown")
  void windowAndCommandLineHoldNoText(Path file) throws IOException {
    assertThat(prose(Files.readString(SOURCES.resolve(file)))).as(file.toString()).isEmpty();
  }

  static Stream<Path> shown() throws IOException {
    return Stream.concat(sources(SOURCES.resolve("ui")), sources(SOURCES.resolve("cli")))
        .map(SOURCES::relativize);
  }

  private static List<String> prose(String source) {
    return literals(source)
        .filter(literal -> PROSE.matcher(literal.text()).matches())
        .filter(literal -> !NO_PROSE.contains(literal.text()))
        .filter(literal -> !TECHNICAL.matcher(literal.statement()).matches())
        .map(Literal::text)
        .toList();
  }

  private static Set<String> keys() throws IOException {
    Set<String> keys = new TreeSet<>();
    for (Path file : sources(SOURCES).toList()) {
      literals(Files.readString(file))
          .map(Literal::text)
          .filter(text -> KEY.matcher(text).matches())
          .forEach(keys::add);
    }
    return keys;
  }

  private static Stream<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .sorted()
          .collect(Collectors.toList())
          .stream();
    }
  }

  /** A literal, and the statement that it stands in as far as it goes before it. */
  private record Literal(String text, String statement) {}

  private static Stream<Literal> literals(String source) {
    Stream.Builder<Literal> found = Stream.builder();
    Matcher matcher = LITERAL.matcher(source);
    while (matcher.find()) {
      if (matcher.group(1) != null) {
        String before = source.substring(0, matcher.start());
        int statement = Stream.of(";", "{", "}").mapToInt(before::lastIndexOf).max().orElse(-1);
        found.add(new Literal(matcher.group(1), before.substring(statement + 1)));
      }
    }
    return found.build();
  }
}
