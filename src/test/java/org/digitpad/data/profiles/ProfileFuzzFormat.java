package org.digitpad.data.profiles;

import java.io.IOException;
import java.nio.file.Path;
import org.digitpad.fuzz.FuzzFormat;
import org.digitpad.io.BadInputException;
import org.digitpad.io.InputFile;

/** What a person's folder says about the person, for fuzzing. */
public final class ProfileFuzzFormat {
  private ProfileFuzzFormat() {}

  public static FuzzFormat format() {
    return new FuzzFormat(
            "profile",
            ProfileFuzzFormat::read,
            ProfileFormat.toBytes(new ProfileFormat.Content("Zoë", "conv-gru")),
            ProfileFormat.toBytes(ProfileFormat.Content.NONE))
        .words("{\"version\":1,", "\"name\":\"", "\"model\":\"", "{\"version\":2,", "null", "{}")
        .words("\n", "\\n", "\\u202e", "\\ud800", "1e999", "\u001b[2J", "\0", "  ")
        .handmade("nothing", "")
        .handmade("no name", "{\"version\":1,\"model\":\"\"}\n")
        .handmade("a number for a name", "{\"version\":1,\"name\":7,\"model\":\"\"}\n")
        .handmade("a name of two lines", "{\"version\":1,\"name\":\"a\\nb\",\"model\":\"\"}\n")
        .handmade("300 KB", () -> new byte[300 << 10])
        .handmade("depth", "[".repeat(100_000));
  }

  /** Reads the file as the window does, but without renaming it. */
  private static Object read(Path file) throws IOException {
    byte[] bytes = InputFile.readAll(file, Profiles.MAX_BYTES);
    try {
      return ProfileFormat.parse(bytes, file);
    } catch (IOException newer) {
      throw new BadInputException("This is of a newer version.", newer);
    }
  }
}
