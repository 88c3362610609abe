package org.digitpad.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.digitpad.ui.common.SystemAppearance.Detected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class SystemAppearanceTest {
  @Test
  void isLightWithMotionWhereNothingAnswers() {
    for (String system : List.of("Linux", "Mac OS X", "Windows 11", "FreeBSD")) {
      assertThat(detect(system, "", "nothing", "")).isEqualTo(Detected.DEFAULT);
    }
  }

  @Test
  void asksThePortalFirst() {
    assertThat(detect("Linux", "", "portal", "(<<uint32 1>>,)").dark()).isTrue();
    assertThat(detect("Linux", "", "portal", "(<<uint32 2>>,)").dark()).isFalse();
  }

  @Test
  void asksGnomeWhereThereIsNoPortal() {
    assertThat(detect("Linux", "", "color-scheme", "'prefer-dark'", "gdbus").dark()).isTrue();
    assertThat(detect("Linux", "", "color-scheme", "'default'", "gdbus").dark()).isFalse();
    assertThat(detect("Linux", "", "enable-animations", "false").motionReduced()).isTrue();
    assertThat(detect("Linux", "", "enable-animations", "true").motionReduced()).isFalse();
  }

  @Test
  void prefersTheGtkThemeOfTheEnvironment() {
    assertThat(detect("Linux", "Adwaita:dark", "nothing", "").dark()).isTrue();
    assertThat(detect("Linux", "Adwaita", "portal", "uint32 1").dark()).isFalse();
  }

  @Test
  void asksTheMac() {
    assertThat(detect("Mac OS X", "", "AppleInterfaceStyle", "Dark").dark()).isTrue();
    assertThat(detect("Mac OS X", "", "reduceMotion", "1").motionReduced()).isTrue();
  }

  @Test
  void asksTheRegistry() {
    String entry = "    AppsUseLightTheme    REG_DWORD    ";
    assertThat(detect("Windows 11", "", "AppsUseLightTheme", entry + "0x0").dark()).isTrue();
    assertThat(detect("Windows 11", "", "AppsUseLightTheme", entry + "0x1").dark()).isFalse();
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void runsCommandsAndIgnoresThoseThatFail() {
    ProcessRunner runner = new ProcessRunner(Duration.ofMinutes(2));
    assertThat(runner.run(List.of("echo", "hello"))).contains("hello");
    assertThat(runner.run(List.of("false"))).isEmpty();
    assertThat(runner.run(List.of("no-such-command-anywhere"))).isEmpty();
  }

  /** Answers commands that contain a word, except programs in {@code silent}. */
  private static Detected detect(
      String system, String gtkTheme, String word, String answer, String... silent) {
    return new SystemAppearance(
            system,
            gtkTheme,
            command -> {
              String line = String.join(" ", command);
              boolean asked = line.contains(word) && !List.of(silent).contains(command.get(0));
              return asked ? Optional.of(answer) : Optional.empty();
            })
        .detect();
  }
}
