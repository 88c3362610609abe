package org.digitpad.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes.Name;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramFilesTest {
  @TempDir private Path folder;

  @Test
  void areTheJarsOfTheClassPathAndWhatTheyName() throws IOException {
    Path library = jar(Files.createDirectory(folder.resolve("a lib")).resolve("library.jar"), "");
    Path program = jar(folder.resolve("program.jar"), "a%20lib/library.jar missing.jar in:valid");
    Path noJar = Files.writeString(folder.resolve("no.jar"), "something else");

    String path = String.join(File.pathSeparator, program.toString(), noJar.toString(), "none", "");

    assertThat(ProgramFiles.jars(path)).contains(program, library, noJar);
  }

  @Test
  void areNoOthers() throws IOException {
    assertThat(ProgramFiles.contain(Files.writeString(folder.resolve("a.jar"), "a"))).isFalse();
    assertThat(ProgramFiles.contain(folder.resolve("missing"))).isFalse();
  }

  private static Path jar(Path file, String classPath) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Name.CLASS_PATH, classPath);
    new JarOutputStream(Files.newOutputStream(file), manifest).close();
    return file;
  }
}
