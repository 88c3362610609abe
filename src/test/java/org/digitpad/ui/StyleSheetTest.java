package org.digitpad.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares the names in the style sheet with those in the sources of the window. */
class StyleSheetTest {
  private static final Path SHEET = Path.of("src/main/resources/org/digitpad/ui/digitpad.css");
  private static final Path SOURCES = Path.of("src/main/java/org/digitpad/ui");

  /** Style classes and pseudo-classes that JavaFX, AtlantaFX or Ikonli set. */
  private static final Set<String> FOREIGN =
      Set.of(
          (".root .button .flat .slider .thumb .scroll-pane .text-field .progress-bar .track .label"
                  + " .arrow .arrow-button .list-cell .text-input .combo-box-base .check-box"
                  + " .menu-button .toggle-button .left-pill .center-pill .right-pill .virtual-flow"
                  + " .clipped-container .sheet .ikonli-font-icon"
                  + " :hover :selected :focused :focus-visible :filled")
              .split(" "));

  @Test
  void everyStyledNameIsSetInTheSources() throws IOException {
    String sources = sources();
    Set<String> literals =
        Pattern.compile("\"([^\"\n]*)\"")
            .matcher(sources)
            .results()
            .map(literal -> literal.group(1))
            .collect(Collectors.toSet());
    Set<String> unknown = new TreeSet<>(styledNames());
    unknown.removeAll(FOREIGN);
    unknown.removeIf(name -> isSet(name.substring(1), literals));
    assertThat(unknown).isEmpty();
  }

  /** A name with a number, such as {@code model-1}, is a literal that ends in a hyphen. */
  private static boolean isSet(String name, Set<String> literals) {
    return literals.stream().flatMap(text -> Stream.of(text.split(" "))).anyMatch(name::equals)
        || literals.stream().anyMatch(name.replaceFirst("\\d+$", "")::equals)
        || literals.stream().anyMatch(text -> text.endsWith(" " + name.replaceFirst("\\d+$", "")));
  }

  private static Set<String> styledNames() throws IOException {
    String sheet = Files.readString(SHEET).replaceAll("(?s)/\\*.*?\\*/|\\{.*?\\}", "");
    return Pattern.compile("[.:][a-z][a-z0-9-]*")
        .matcher(sheet)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }

  private static String sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      StringBuilder text = new StringBuilder();
      for (Path source : sources) {
        text.append(Files.readString(source)).append('\n');
      }
      return text.toString();
    }
  }
}
