package org.digitpad.data.synth;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * Reads the text resources with stroke templates: one template per line; # starts a comment line.
 */
final class StrokeTemplateFile {
  private StrokeTemplateFile() {}

  /** Returns the lines with templates. */
  static Stream<String> lines(String name) {
    try (InputStream in = StrokeTemplateFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
