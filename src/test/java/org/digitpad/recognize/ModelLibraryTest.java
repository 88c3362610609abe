package org.digitpad.recognize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.digitpad.io.SpecialFiles;
import org.digitpad.nn.model.ModelFile;
import org.digitpad.nn.model.Models;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ModelLibraryTest {
  @TempDir private Path folder;

  @Test
  void hasTheBundledModels() {
    ModelLibrary library = new ModelLibrary(folder.resolve("none"));

    List<LibraryModel> models = library.all(skipped -> assertThat(skipped).isNull());

    assertThat(models).isEqualTo(ModelLibrary.bundled());
    assertThat(models)
        .extracting(LibraryModel::name)
        .containsExactly("conv-gru", "lstm", "mlp", "pen", "conv-gru+pen");
    assertThat(models)
        .extracting(LibraryModel::title)
        .containsExactly("Conv-GRU", "LSTM", "MLP", "Pen", "Conv-GRU + pen");
    assertThat(models).allMatch(LibraryModel::isBundled);
    assertThat(models.subList(0, 4))
        .allSatisfy(
            model -> {
              assertThat(model.model().architecture().name()).isEqualTo(model.name());
              assertThat(model.parts()).containsExactly(model);
            });
    assertThat(models.get(0).model()).isEqualTo(library.load(ModelLibrary.DEFAULT));
  }

  @Test
  void combinesTheConvGruAndThePen() {
    LibraryModel combination = ModelLibrary.find("conv-gru+pen");

    assertThat(combination.isCombination()).isTrue();
    assertThat(combination.isBundled()).isTrue();
    assertThat(combination.parts())
        .extracting(LibraryModel::name)
        .containsExactly("conv-gru", "pen");
    assertThat(combination.parameterCount()).isEqualTo(28_506 + 28_630);
    assertThat(combination.size())
        .isEqualTo(ModelLibrary.find("conv-gru").size() + ModelLibrary.find("pen").size());
    assertThat(combination.readsMovementOnly()).isFalse();
    assertThat(ModelLibrary.find("pen").readsMovementOnly()).isTrue();
    assertThat(combination.model()).isEqualTo(ModelLibrary.find("conv-gru").model());
  }

  @Test
  void passesOnTheSameModelsOneAfterAnother() throws IOException {
    ModelFile.write(Models.numbered(), folder.resolve("b.safetensors"));
    ModelFile.write(Models.numbered(), folder.resolve("a.safetensors"));
    Files.writeString(folder.resolve("junk.safetensors"), "junk and more of it");
    List<String> skipped = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    List<LibraryModel> all = new ModelLibrary(folder).all(expected::add);
    List<String> passed = new ArrayList<>();

    new ModelLibrary(folder).forEach(model -> passed.add(model.location()), skipped::add);

    assertThat(passed).isEqualTo(all.stream().map(LibraryModel::location).toList());
    assertThat(skipped).isEqualTo(expected).hasSize(1);
  }

  @Test
  void listsTheUsersModelsByNameAndSkipsOtherFiles() throws IOException {
    Path second = folder.resolve("b.safetensors");
    Path first = folder.resolve("a.safetensors");
    ModelFile.write(Models.numbered(), second);
    ModelFile.write(Models.numbered(), first);
    Path junk = Files.writeString(folder.resolve("junk.safetensors"), "junk and more of it");
    Path inner = Files.createDirectory(folder.resolve("z.safetensors"));
    Files.writeString(folder.resolve("notes.txt"), "ignored");
    List<String> skipped = new ArrayList<>();

    List<LibraryModel> models = new ModelLibrary(folder).all(skipped::add);

    assertThat(models)
        .extracting(LibraryModel::location)
        .containsExactly(
            "/org/digitpad/models/conv-gru.safetensors",
            "/org/digitpad/models/lstm.safetensors",
            "/org/digitpad/models/mlp.safetensors",
            "/org/digitpad/models/pen.safetensors",
            "/org/digitpad/models/conv-gru.safetensors + /org/digitpad/models/pen.safetensors",
            first.toString(),
            second.toString());
    assertThat(models.get(5).model()).isEqualTo(Models.numbered());
    assertThat(models.get(5).title()).isEqualTo("a");
    assertThat(models.get(5).file()).contains(first);
    assertThat(models.get(5).size()).isEqualTo(Files.size(first));
    assertThat(skipped).hasSize(2).allMatch(sentence -> sentence.endsWith("."));
    assertThat(skipped.get(0)).startsWith(junk.toString());
    assertThat(skipped.get(1)).startsWith(inner.toString());
  }

  @Test
  @Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  @DisabledOnOs(OS.WINDOWS)
  void skipsWhatIsNoRegularFileAndSaysSo() throws Exception {
    Path own = folder.resolve("m.safetensors");
    ModelFile.write(Models.numbered(), own);
    Path pipe = SpecialFiles.pipe(folder.resolve("a.safetensors"));
    Path device = Files.createSymbolicLink(folder.resolve("b.safetensors"), Path.of("/dev/zero"));
    Path dangling = Files.createSymbolicLink(folder.resolve("c.safetensors"), Path.of("none"));
    List<String> skipped = new ArrayList<>();

    List<LibraryModel> models = new ModelLibrary(folder).own(skipped::add);

    assertThat(models).extracting(LibraryModel::location).containsExactly(own.toString());
    assertThat(skipped)
        .containsExactly(
            Messages.get("io.input.notRegularFile", pipe),
            Messages.get("io.input.notRegularFile", device),
            Messages.get("nn.model.missing", dangling));
  }

  /** Large files are not read, and of models that are too many, the first are listed. */
  @Test
  void limitsTheSizeOfFilesAndOfAllModels() throws IOException {
    Path large = folder.resolve("0.safetensors");
    try (RandomAccessFile sparse = new RandomAccessFile(large.toFile(), "rw")) {
      sparse.setLength(600 << 20);
    }
    Path model = folder.resolve("1.safetensors");
    ModelFile.write(Models.overflowing(), model);
    int most = (int) ((128 << 20) / Files.size(model));
    for (int i = 2; i <= most + 1; i++) {
      Files.createLink(folder.resolve("9".repeat(i) + ".safetensors"), model);
    }
    List<String> skipped = new ArrayList<>();

    assertThat(new ModelLibrary(folder).own(skipped::add)).hasSize(most);

    assertThat(skipped)
        .containsExactly(
            Messages.get("io.input.tooLarge", large, 16 << 20),
            Messages.get(
                "recognize.library.tooMany", folder, 128, "9".repeat(most + 1) + ".safetensors"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void tellsAFolderThatIsClosed() throws IOException {
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder);
    Files.setPosixFilePermissions(folder, Set.of());
    try {
      assumeThat(Files.isReadable(folder)).as("an administrator may read everything").isFalse();
      List<String> skipped = new ArrayList<>();
      assertThat(new ModelLibrary(folder).own(skipped::add)).isEmpty();
      assertThat(skipped)
          .containsExactly(
              Messages.get(
                  "recognize.library.unreadableFolder",
                  folder,
                  Messages.get("io.reason.permissionDenied")));
    } finally {
      Files.setPosixFilePermissions(folder, permissions);
    }
  }

  @Test
  void readsOnlyFilesThatHaveChanged() throws IOException {
    Path kept = folder.resolve("a.safetensors");
    Path replaced = folder.resolve("b.safetensors");
    Path deleted = folder.resolve("c.safetensors");
    for (Path file : List.of(kept, replaced, deleted)) {
      ModelFile.write(Models.numbered(), file);
    }
    ModelLibrary library = new ModelLibrary(folder);
    List<LibraryModel> before = library.own(skipped -> assertThat(skipped).isNull());

    ModelFile.write(Models.always(3, 8), replaced);
    Files.delete(deleted);
    List<LibraryModel> after = library.own(skipped -> assertThat(skipped).isNull());

    assertThat(after).hasSize(2);
    assertThat(after.get(0)).isSameAs(before.get(0));
    assertThat(after.get(1)).isNotSameAs(before.get(1));
    assertThat(after.get(1).model()).isEqualTo(Models.always(3, 8));
  }

  @Test
  void everyListedNameCanBeLoaded() throws IOException {
    ModelFile.write(Models.numbered(), folder.resolve("own.safetensors"));
    ModelLibrary library = new ModelLibrary(folder);

    List<LibraryModel> models = library.all(skipped -> assertThat(skipped).isNull());

    assertThat(models).hasSize(6);
    for (LibraryModel model : models) {
      assertThat(library.load(model.name())).isEqualTo(model.model());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"conv", "Conv-GRU", "", " ", "a\0b", "../conv-gru"})
  void refusesUnknownNames(String name) {
    assertThatThrownBy(() -> new ModelLibrary(folder).load(name))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            Messages.get(
                "recognize.library.unknown",
                name,
                "conv-gru, lstm, mlp, pen, conv-gru+pen",
                ModelFile.EXTENSION));
  }

  @Test
  void aModelFileIsReadOnFirstUse() throws IOException {
    Path file = folder.resolve("late.safetensors");
    LibraryModel model = LibraryModel.ofFile(file);
    assertThatThrownBy(model::model).isInstanceOf(BadInputException.class);

    ModelFile.write(Models.numbered(), file);

    assertThat(model.model()).isEqualTo(Models.numbered()).isSameAs(model.model());
    assertThat(model).isEqualTo(LibraryModel.ofFile(file));
  }

  @Test
  void refusesAMissingFile() {
    String file = folder.resolve("missing.safetensors").toString();

    assertThatThrownBy(() -> new ModelLibrary(folder).load(file))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(file);
  }

  @Test
  void aModelThatWasJustWrittenIsNotReadAgain() throws IOException {
    Path file = folder.resolve("written.safetensors");
    var written = Models.numbered();
    ModelFile.write(written, file);

    LibraryModel model = LibraryModel.ofFile(file, written);

    assertThat(model.model()).isSameAs(written);
    assertThat(model.size()).isEqualTo(Files.size(file));
    assertThat(model).isEqualTo(LibraryModel.ofFile(file));
  }
}
