package org.digitpad.io;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The jar files that the program is running from: its own and those of its libraries. */
final class ProgramFiles {
  private ProgramFiles() {}

  /** Is looked for at the first need only, since start-up has none. */
  private static final class Running {
    static final List<Path> JARS = jars(System.getProperty("java.class.path", ""));
  }

  /** Whether a file is one of them, under whatever name. */
  static boolean contain(Path file) {
    return Running.JARS.stream().anyMatch(jar -> isSame(jar, file));
  }

  private static boolean isSame(Path jar, Path file) {
    try {
      return Files.isSameFile(jar, file);
    } catch (IOException missing) {
      return false;
    }
  }

  /** The jar files of a class path, and those that their manifests name. */
  static List<Path> jars(String classPath) {
    return Stream.of(classPath.split(File.pathSeparator))
        .map(File::new)
        .filter(File::isFile)
        .flatMap(jar -> Stream.concat(Stream.of(jar.toPath()), named(jar)))
        .toList();
  }

  private static Stream<Path> named(File jar) {
    try (JarFile file = new JarFile(jar)) {
      return Optional.ofNullable(file.getManifest())
          .map(manifest -> manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH))
          .map(names -> Stream.of(names.strip().split(" +")))
          .orElseGet(Stream::empty)
          .flatMap(name -> file(jar.toURI(), name));
    } catch (IOException noJar) {
      return Stream.empty();
    }
  }

  private static Stream<Path> file(URI jar, String name) {
    try {
      return Stream.of(Path.of(jar.resolve(name)));
    } catch (IllegalArgumentException | FileSystemNotFoundException noFile) {
      return Stream.empty();
    }
  }
}
