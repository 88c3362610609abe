package org.digitpad.data.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.digitpad.i18n.Messages;
import org.digitpad.io.AtomicFiles;
import org.digitpad.io.BadInputException;
import org.digitpad.io.DataFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilesTest {
  @TempDir private Path root;

  private final Profiles profiles = new Profiles(() -> new DataFolders(root));

  @Test
  void atFirstThereIsOnePersonAndNoFile() {
    Profile first = profiles.list().profiles().get(0);
    assertThat(profiles.list().profiles()).hasSize(1);
    assertThat(first.isFirst()).isTrue();
    assertThat(first.name()).isEqualTo(Messages.get("data.profiles.first"));
    assertThat(first.modelsFolder()).isEqualTo(new DataFolders(root).models());
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void everyoneHasFoldersOfTheSameLayout() {
    Profile first = profiles.list().profiles().get(0);
    Profile anna = profiles.add("Anna");
    Path folder = root.resolve("people/anna");
    assertThat(folder.relativize(anna.drawingsFile()))
        .isEqualTo(root.relativize(first.drawingsFile()));
    assertThat(folder.relativize(anna.modelsFolder()))
        .isEqualTo(root.relativize(first.modelsFolder()));
  }

  @Test
  void peopleAreListedByName() {
    profiles.add("ben");
    profiles.add("Zoë");
    profiles.add("Anna");
    assertThat(names()).containsExactly("Me", "Anna", "ben", "Zoë");
    assertThat(new Profiles(() -> new DataFolders(root)).list()).isEqualTo(profiles.list());
  }

  @Test
  void namesMayBeAnything() {
    List<String> names =
        List.of("a/b", "..", "\\", "CON", "😀", "😀😀", "x".repeat(200), "李雷", "<b>", "A:B*?|\"");
    Set<String> folders = new HashSet<>();
    for (String name : names) {
      Profile added = profiles.add(name);
      assertThat(added.name()).isEqualTo(name);
      assertThat(added.folders().root().getParent()).isEqualTo(root.resolve("people"));
      folders.add(added.id().toLowerCase(Locale.ROOT));
    }
    assertThat(folders).hasSize(names.size());
    assertThat(names()).containsAll(names);
  }

  @Test
  void nobodyHasTheNameOfAnother() {
    profiles.add("Anna");
    assertThatThrownBy(() -> profiles.add(" anna "))
        .isInstanceOf(BadInputException.class)
        .hasMessage(Messages.get("data.profiles.name.taken", "Anna"));
    Profile ben = profiles.add("Ben");
    assertThatThrownBy(() -> profiles.rename(ben, "ANNA")).isInstanceOf(BadInputException.class);
    assertThat(profiles.rename(ben, "BEN").name()).isEqualTo("BEN");
  }

  @Test
  void aNewNameKeepsTheFolderAndTheModel() {
    Profile anna = profiles.rememberModel(profiles.add("Anna"), "lstm");
    Profile renamed = profiles.rename(anna, "Anne");
    assertThat(renamed).isEqualTo(new Profile("anna", "Anne", "lstm", anna.folders()));
    assertThat(profiles.find("anna")).isEqualTo(renamed);
    // another one of the name before has a folder of its own
    assertThat(profiles.add("Anna").id()).isEqualTo("anna-2");
  }

  @Test
  void theFirstPersonCanHaveAName() {
    Profile first = profiles.rename(profiles.find(""), "Maria");
    assertThat(first.name()).isEqualTo("Maria");
    assertThat(first.isFirst()).isTrue();
    assertThat(names()).containsExactly("Maria");
    assertThatThrownBy(() -> profiles.delete(first)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whoIsDeletedIsSetAsideAndCanComeBack() throws IOException {
    Profile anna = profiles.add("Anna");
    Files.createDirectories(anna.drawingsFile().getParent());
    Files.writeString(anna.drawingsFile(), "drawings");
    Profiles.Deleted deleted = profiles.delete(anna);
    assertThat(names()).containsExactly("Me");
    assertThat(profiles.find("anna").isFirst()).isTrue();
    assertThat(anna.drawingsFile()).doesNotExist();
    assertThat(deleted.folder().getParent()).isEqualTo(profiles.list().deletedFolder());

    Profile other = profiles.add("Anna");
    Profile back = profiles.restore(deleted);
    assertThat(back.id()).isNotEqualTo(other.id());
    assertThat(back.drawingsFile()).hasContent("drawings");
    assertThat(other.drawingsFile()).doesNotExist();
  }

  @Test
  void whoComesBackGetsANumberIfSomebodyHasTheName() {
    Profile anna = profiles.add("Anna");
    profiles.rememberModel(anna, "lstm");
    Profiles.Deleted deleted = profiles.delete(anna);
    profiles.add("ANNA");
    Profile back = profiles.restore(deleted);
    assertThat(back.name()).isEqualTo("Anna 2");
    assertThat(back.model()).isEqualTo("lstm");
    assertThat(names()).containsExactlyInAnyOrder("Me", "ANNA", "Anna 2");
  }

  @Test
  void whoIsDeletedInAnotherWindowDoesNotComeBackByAChange() {
    Profile anna = profiles.add("Anna");
    profiles.delete(anna);
    assertThatThrownBy(() -> profiles.rememberModel(anna, "lstm"))
        .isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(() -> profiles.rename(anna, "Anne"))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(names()).containsExactly("Me");
  }

  @Test
  void twoDeletedOfOneNameAreBothKept() {
    Path first = profiles.delete(profiles.add("Anna")).folder();
    Path second = profiles.delete(profiles.add("Anna")).folder();
    assertThat(first).isDirectory().isNotEqualTo(second);
    assertThat(second).isDirectory();
  }

  @Test
  void aDamagedFileCostsAtMostTheName() throws IOException {
    Profile anna = profiles.add("Anna M.");
    Path file = anna.folders().state().resolve("profile.json");
    Files.writeString(file, "{\"version\":1,\"na");
    Profiles.Content found = profiles.list();
    assertThat(found.profiles()).extracting(Profile::name).containsExactly("Me", "anna-m");
    assertThat(found.note()).contains("damaged-");
    try (var files = Files.list(file.getParent())) {
      assertThat(files.filter(each -> each.toString().contains(".damaged-"))).hasSize(1);
    }
    assertThat(profiles.list().note()).isEmpty();
    assertThat(profiles.rename(profiles.find("anna-m"), "Anna M.").name()).isEqualTo("Anna M.");
  }

  @Test
  void aDamagedFileIsTheOneBeforeTheLastChange() throws IOException {
    Profile anna = profiles.add("Anna");
    profiles.rememberModel(anna, "lstm");
    Path file = anna.folders().state().resolve("profile.json");
    Files.write(file, new byte[100]);
    assertThat(profiles.find("anna").name()).isEqualTo("Anna");
    Files.delete(AtomicFiles.previous(file));
    assertThat(profiles.find("anna").name()).isEqualTo("anna");
  }

  @Test
  void aFileOfANewerVersionStays() throws IOException {
    Profile anna = profiles.add("Anna");
    Path file = anna.folders().state().resolve("profile.json");
    String newer = "{\"version\":2,\"who\":\"Anna\"}";
    Files.writeString(file, newer);
    assertThat(profiles.list().note()).contains(Messages.get("data.profiles.newer"));
    assertThatThrownBy(() -> profiles.rename(anna, "Ann"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(Messages.get("data.profiles.newer"));
    assertThat(file).hasContent(newer);
  }

  @Test
  void aFolderThatCannotBeWrittenIsToldInASentence() throws IOException {
    Files.writeString(root.resolve("people"), "a file");
    assertThatThrownBy(() -> profiles.add("Anna"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(root.resolve("people").toString());
    assertThat(names()).containsExactly("Me");
  }

  @Test
  void whatIsNoPersonIsIgnored() throws IOException {
    Files.createDirectories(root.resolve("people/.hidden"));
    Files.createDirectories(root.resolve("people/With Space"));
    Files.writeString(root.resolve("people/file"), "");
    assertThat(names()).containsExactly("Me");
    assertThat(profiles.find("../people").isFirst()).isTrue();
  }

  private List<String> names() {
    return profiles.list().profiles().stream().map(Profile::name).toList();
  }
}
