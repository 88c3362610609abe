package org.digitpad.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.digitpad.fuzz.Oracle.Violation;
import org.digitpad.io.BadInputException;

/**
 * The target for Jazzer, which searches for bytes that a reader cannot cope with, guided by the
 * branches that they reach. Profile {@code fuzz} brings and starts it.
 */
public final class CoverageFuzz {
  private static FuzzFormat format;
  private static Path file;

  private CoverageFuzz() {}

  /**
   * Writes what the search starts from, at a time when Jazzer already sees the branches of the
   * classes that are loaded for it.
   *
   * @param arguments the name of a format and the folder for the search
   */
  public static void fuzzerInitialize(String... arguments) throws IOException {
    format = FuzzFormats.named(arguments[0]);
    Path folder = Path.of(arguments[1]);
    file = folder.resolve("input");
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    int count = 0;
    for (byte[] seed : format.files()) {
      Files.write(corpus.resolve("file-" + count++), seed);
    }
    StringBuilder words = new StringBuilder();
    for (byte[] word : format.words()) {
      words.append('"');
      for (byte each : word) {
        words.append(String.format("\\x%02x", each));
      }
      words.append("\"\n");
    }
    Files.writeString(folder.resolve("words"), words, StandardCharsets.US_ASCII);
  }

  /** Reads bytes as a file, and again behind the right checksums or as compressed bytes. */
  public static void fuzzerTestOneInput(byte[] bytes) throws IOException, Violation {
    read(bytes);
    byte[] packed = format.pack(bytes);
    if (packed != bytes) {
      read(packed);
    }
  }

  private static void read(byte[] bytes) throws IOException, Violation {
    Files.write(file, bytes);
    try {
      format.read(file);
    } catch (BadInputException refused) {
      Oracle.checkSentence(refused, file);
    }
  }
}
