package org.digitpad;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.digitpad.evaluate.ReferenceResults;
import org.digitpad.i18n.Numbers;
import org.digitpad.nn.model.EpochMetrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The documentation names only what exists, and README stays an introduction. */
final class DocumentationTest {
  private static final Path README = Path.of("README.md");
  private static final int MAX_README_WORDS = 1300;

  private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^```.*?^```$");
  private static final Pattern CODE_SPAN = Pattern.compile("`([^`\n]+)`");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.*)$");

  /** The target of a link or an image, with its anchor (group 2) if it has one. */
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]*)(?:#([^)\\s]*))?\\)");

  private static final Pattern URL = Pattern.compile("[a-z]+:.*");
  private static final Pattern PROJECT_PATH =
      Pattern.compile("(src|docs|installer|models|screenshots|\\.ci|\\.github)/[\\w./-]*\\w");
  private static final Pattern CLASS = Pattern.compile("[A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)+");
  private static final Pattern QUALIFIED_CLASS =
      Pattern.compile("\\borg\\.digitpad(?:\\.[a-z0-9]+)+\\.([A-Z]\\w+)");

  static List<Path> pages() throws IOException {
    return files(".md").toList();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkResolves(Path page) throws IOException {
    List<MatchResult> links = matches(LINK, withoutCode(page));

    assertThat(links)
        .filteredOn(link -> !URL.matcher(link.group(1)).matches())
        .allSatisfy(
            link -> {
              Path target = target(page, link.group(1));
              assertThat(target).as(link.group()).exists();
              if (link.group(2) != null) {
                assertThat(anchors(target)).as(link.group()).contains(link.group(2));
              }
            });
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyFileInCodeExists(Path page) throws IOException {
    assertThat(codeSpans(page))
        .filteredOn(span -> PROJECT_PATH.matcher(span).matches())
        .allSatisfy(path -> assertThat(Path.of(path)).exists());
  }

  /** The reference's figures are published elsewhere; all copies must be those of the program. */
  @ParameterizedTest
  @ValueSource(strings = {"conv-gru", "lstm", "mlp"})
  void referenceAccuraciesAreTheProgramsOwn(String architecture) throws IOException {
    double accuracy = ReferenceResults.testAccuracy(architecture).orElseThrow();
    String percent = Numbers.percent(accuracy, 2);

    for (String page : List.of("README.md", "docs/figures.md", "docs/models.md")) {
      assertThat(Files.readString(Path.of(page))).as(page).contains(percent);
    }
    assertThat(Files.readString(Path.of("src/bench/renew.py")))
        .contains("\"%s\": %s".formatted(architecture, accuracy));
  }

  @Test
  void referenceEpochsAreTheProgramsOwn() throws IOException {
    String figures = Files.readString(Path.of("docs/figures.md"));
    for (EpochMetrics epoch : ReferenceResults.history("conv-gru")) {
      assertThat(figures)
          .contains(
              String.format(
                  Locale.ROOT,
                  "| %d | %.0f | %.4f | %.2f%% | %.4f | %.2f%% |",
                  epoch.epoch(),
                  epoch.seconds(),
                  epoch.loss(),
                  100 * epoch.accuracy(),
                  epoch.valLoss(),
                  100 * epoch.valAccuracy()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONTRIBUTING.md", "docs/architecture.md"})
  void everyClassInCodeExists(Path page) throws IOException {
    Set<String> classes = classes();

    assertThat(codeSpans(page))
        .filteredOn(span -> CLASS.matcher(span).matches() && !classes.contains(span))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyQualifiedClassExists(Path page) throws IOException {
    Set<String> classes = classes();

    assertThat(matches(QUALIFIED_CLASS, Files.readString(page)))
        .extracting(match -> match.group(1))
        .filteredOn(name -> !classes.contains(name))
        .isEmpty();
  }

  @Test
  void readmeIsShort() throws IOException {
    assertThat(Files.readString(README).strip().split("\\s+"))
        .hasSizeLessThanOrEqualTo(MAX_README_WORDS);
  }

  @Test
  void readmeHasTheTestLineOfTheBuild() throws IOException {
    assertThat(linesEndingIn("mvn verify", README))
        .hasSize(1)
        .isEqualTo(linesEndingIn("mvn verify", Path.of(".ci/run")));
  }

  @Test
  void readmeHasOneLineThatOpensTheWindow() throws IOException {
    assertThat(linesEndingIn("mvn javafx:run", README)).hasSize(1);
  }

  /** The simple names of all classes in files of their own. */
  private static Set<String> classes() throws IOException {
    return files(".java")
        .map(file -> file.getFileName().toString().replace(".java", ""))
        .collect(Collectors.toSet());
  }

  private static List<String> linesEndingIn(String command, Path file) throws IOException {
    return Files.readAllLines(file).stream().filter(line -> line.endsWith(command)).toList();
  }

  /** Files of the project, without build output, whose names have an ending. */
  private static Stream<Path> files(String ending) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(""))) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .filter(file -> !file.startsWith("target") && !file.startsWith(".git"))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static Path target(Path page, String link) {
    String path = URLDecoder.decode(link, StandardCharsets.UTF_8);
    return path.isEmpty() ? page : page.resolveSibling(path).normalize();
  }

  /** The anchors that GitHub gives the headings of a page. */
  private static Set<String> anchors(Path page) throws IOException {
    Map<String, Integer> uses = new HashMap<>();
    return matches(HEADING, CODE_BLOCK.matcher(Files.readString(page)).replaceAll("")).stream()
        .map(heading -> anchor(heading.group(1)))
        .map(
            anchor -> {
              int earlier = uses.merge(anchor, 1, Integer::sum) - 1;
              return earlier == 0 ? anchor : anchor + "-" + earlier;
            })
        .collect(Collectors.toSet());
  }

  private static String anchor(String heading) {
    return heading
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .strip()
        .replace(' ', '-');
  }

  private static List<String> codeSpans(Path page) throws IOException {
    String text = CODE_BLOCK.matcher(Files.readString(page)).replaceAll("");
    return matches(CODE_SPAN, text).stream().map(span -> span.group(1)).toList();
  }

  private static String withoutCode(Path page) throws IOException {
    String text = CODE_BLOCK.matcher(Files.readString(page)).replaceAll("");
    return CODE_SPAN.matcher(text).replaceAll("");
  }

  private static List<MatchResult> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().toList();
  }
}
