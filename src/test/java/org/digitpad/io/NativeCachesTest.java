package org.digitpad.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class NativeCachesTest {
  private static final List<String> PROPERTIES =
      List.of("javafx.cachedir", "org.bytedeco.javacpp.cachedir");

  private final Properties before = (Properties) System.getProperties().clone();
  @TempDir private Path folder;
  private Path home;
  private Path temporary;

  @BeforeEach
  void clearProperties() throws IOException {
    PROPERTIES.forEach(System::clearProperty);
    home = Files.createDirectory(folder.resolve("home"));
    temporary = Files.createDirectory(folder.resolve("tmp"));
  }

  @AfterEach
  void restoreProperties() {
    System.setProperties(before);
  }

  private void choose() {
    new NativeCaches(home, temporary).choose();
  }

  private static void permit(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  private Path cache() throws IOException {
    Files.createDirectories(home.resolve(".openjfx/cache"));
    return Files.createDirectories(home.resolve(".javacpp/cache/openblas"));
  }

  private void assertPrivate(String property) throws IOException {
    Path chosen = Path.of(System.getProperty(property));
    assertThat(chosen.getParent().getParent()).isEqualTo(temporary);
    assertThat(Files.getPosixFilePermissions(chosen.getParent()))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    assertThat(chosen).doesNotExist();
  }

  @Test
  void cachesInTheHomeAreUsedIfNobodyElseCanWriteThem() throws IOException {
    choose();
    cache();
    choose();
    PROPERTIES.forEach(property -> assertThat(System.getProperty(property)).isNull());
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void aCacheThatEverybodyCanWriteIsNotUsed() throws IOException {
    permit(Files.createFile(cache().resolve("libjniopenblas.so")), "rw-rw-rw-");
    choose();
    assertPrivate("org.bytedeco.javacpp.cachedir");
    assertThat(System.getProperty("javafx.cachedir")).isNull();

    permit(home, "rwxrwxrwx");
    choose();
    assertPrivate("javafx.cachedir");
  }

  @Test
  void aCacheOfAnotherUserIsNotUsed() throws IOException {
    Path library = Files.createFile(cache().resolve("libjniopenblas.so"));
    assumeThat((Integer) Files.getAttribute(library, "unix:uid")).as("administrator").isZero();
    Files.setAttribute(library, "unix:uid", 4711);
    choose();
    assertPrivate("org.bytedeco.javacpp.cachedir");
  }

  @Test
  void withoutAHomeANewFolderIsUsedEachTime() throws IOException {
    home = Files.createFile(folder.resolve("file"));
    // what JavaFX and JavaCPP would use; whoever is first creates them
    Files.createDirectories(temporary.resolve(".javacpp-" + System.getProperty("user.name")));
    choose();
    PROPERTIES.forEach(property -> assertThat(System.getProperty(property)).contains("digitpad-"));
    String first = System.getProperty("javafx.cachedir");
    PROPERTIES.forEach(System::clearProperty);
    choose();
    assertPrivate("javafx.cachedir");
    assertThat(System.getProperty("javafx.cachedir")).isNotEqualTo(first);
  }

  @Test
  void foldersOfKilledProgramsAreDeleted() throws IOException {
    home = Files.createFile(folder.resolve("file"));
    Path left = Files.createDirectories(temporary.resolve("digitpad-natives-1/javafx.cachedir"));
    Files.writeString(left.resolve("libglass.so"), "left");
    choose();
    assertThat(left.getParent()).doesNotExist();
  }

  @Test
  void whatTheUserHasSetIsKept() {
    PROPERTIES.forEach(property -> System.setProperty(property, "mine"));
    choose();
    PROPERTIES.forEach(property -> assertThat(System.getProperty(property)).isEqualTo("mine"));
  }

  @Test
  void withoutAnyFolderThereIsASentence() throws IOException {
    home = Files.createFile(folder.resolve("file"));
    temporary = home;
    assertThatThrownBy(this::choose)
        .isInstanceOf(UnsatisfiedLinkError.class)
        .hasMessageContainingAll(home.toString(), "-Djava.io.tmpdir");
  }
}
