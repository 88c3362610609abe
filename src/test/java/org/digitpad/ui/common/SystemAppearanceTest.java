package org.digitpad.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.digitpad.ui.common.SystemAppearance.Look;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class SystemAppearanceTest {
  @Test
  void isLightWhereNothingAnswers() {
    for (String system : List.of("Linux", "Mac OS X", "Windows 11", "FreeBSD")) {
      assertThat(look(system, "", "nothing", "")).isEqualTo(Look.DEFAULT);
    }
  }

  @Test
  void asksThePortalFirst() {
    assertThat(look("Linux", "", "portal", "(<<uint32 1>>,)").dark()).isTrue();
    assertThat(look("Linux", "", "portal", "(<<uint32 2>>,)").dark()).isFalse();
  }

  @Test
  void asksGnomeWhereThereIsNoPortal() {
    assertThat(look("Linux", "", "color-scheme", "'prefer-dark'", "gdbus").dark()).isTrue();
    assertThat(look("Linux", "", "color-scheme", "'default'", "gdbus").dark()).isFalse();
    assertThat(look("Linux", "", "enable-animations", "false").still()).isTrue();
    assertThat(look("Linux", "", "enable-animations", "true").still()).isFalse();
  }

  @Test
  void obeysTheGtkTheme() {
    assertThat(look("Linux", "Adwaita:dark", "nothing", "").dark()).isTrue();
    assertThat(look("Linux", "Adwaita", "portal", "uint32 1").dark()).isFalse();
  }

  @Test
  void asksTheMac() {
    assertThat(look("Mac OS X", "", "AppleInterfaceStyle", "Dark").dark()).isTrue();
    assertThat(look("Mac OS X", "", "reduceMotion", "1").still()).isTrue();
  }

  @Test
  void asksTheRegistry() {
    String entry = "    AppsUseLightTheme    REG_DWORD    ";
    assertThat(look("Windows 11", "", "AppsUseLightTheme", entry + "0x0").dark()).isTrue();
    assertThat(look("Windows 11", "", "AppsUseLightTheme", entry + "0x1").dark()).isFalse();
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void runsCommandsAndForgivesThoseThatFail() {
    ProcessRunner runner = new ProcessRunner();
    assertThat(runner.run(List.of("echo", "hello"))).contains("hello");
    assertThat(runner.run(List.of("false"))).isEmpty();
    assertThat(runner.run(List.of("no-such-command-anywhere"))).isEmpty();
  }

  /** Answers commands with this word in them, but for those with the silent word. */
  private static Look look(
      String system, String gtkTheme, String word, String answer, String... silent) {
    return new SystemAppearance(
            system,
            gtkTheme,
            command -> {
              String line = String.join(" ", command);
              boolean asked = line.contains(word) && !List.of(silent).contains(command.get(0));
              return asked ? Optional.of(answer) : Optional.empty();
            })
        .look();
  }
}
