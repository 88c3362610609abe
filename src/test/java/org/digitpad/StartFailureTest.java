package org.digitpad;

import static org.assertj.core.api.Assertions.assertThat;

import org.digitpad.i18n.Messages;
import org.junit.jupiter.api.Test;

class StartFailureTest {
  private static String sentence(Throwable failure, String printed) {
    return StartFailure.sentence(new RuntimeException(failure), printed);
  }

  @Test
  void namesTheLibraryThatIsMissing() {
    String printed =
        "java.lang.UnsatisfiedLinkError: /x/libglass.so: libgtk-3.so.0: "
            + "cannot open shared object file: No such file or directory";
    assertThat(sentence(new RuntimeException("No toolkit found"), printed))
        .isEqualTo(Messages.get("launcher.missingLibrary", "libgtk-3.so.0"))
        .contains("apt-get install libgtk-3-0");
    assertThat(sentence(new UnsupportedOperationException("Unable to load glass GTK library."), ""))
        .isEqualTo(Messages.get("launcher.missingLibrary", "GTK 3"));
  }

  @Test
  void namesWhatElseIsMissing() {
    assertThat(sentence(new OutOfMemoryError(), "")).isEqualTo(Messages.get("launcher.memory"));
    assertThat(sentence(new RuntimeException("No toolkit found"), "No space left on device"))
        .contains(System.getProperty("java.io.tmpdir"), "no room");
    assertThat(
            StartFailure.sentence(new UnsupportedOperationException("Unable to open DISPLAY"), ""))
        .contains("DISPLAY");
    assertThat(sentence(new NullPointerException("Cannot read field \"firstFont\""), ""))
        .isEqualTo(Messages.get("launcher.noFonts"));
  }

  @Test
  void saysWhatJavaFxSaysOfAllElse() {
    assertThat(sentence(new IllegalStateException("odd."), ""))
        .isEqualTo(Messages.get("launcher.windowFailed", "odd"));
  }
}
