package org.digitpad.recognize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.model.ModelFile;
import org.digitpad.nn.model.Models;
import org.junit.jupiter.api.Test;
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
    assertThat(models).extracting(LibraryModel::name).containsExactly("conv-gru", "lstm", "mlp");
    assertThat(models).extracting(LibraryModel::title).contains("Conv-GRU", "LSTM");
    assertThat(models).allMatch(LibraryModel::isBundled);
    assertThat(models)
        .allSatisfy(
            model -> assertThat(model.model().architecture().name()).isEqualTo(model.name()));
    assertThat(models.get(0).model()).isEqualTo(library.load(ModelLibrary.DEFAULT));
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
            first.toString(),
            second.toString());
    assertThat(models.get(3).model()).isEqualTo(Models.numbered());
    assertThat(models.get(3).title()).isEqualTo("a");
    assertThat(models.get(3).file()).contains(first);
    assertThat(models.get(3).size()).isEqualTo(Files.size(first));
    assertThat(skipped).hasSize(2).allMatch(sentence -> sentence.endsWith("."));
    assertThat(skipped.get(0)).startsWith(junk.toString());
    assertThat(skipped.get(1)).startsWith(inner.toString());
  }

  @Test
  void everyListedNameCanBeLoaded() throws IOException {
    ModelFile.write(Models.numbered(), folder.resolve("own.safetensors"));
    ModelLibrary library = new ModelLibrary(folder);

    List<LibraryModel> models = library.all(skipped -> assertThat(skipped).isNull());

    assertThat(models).hasSize(4);
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
                "recognize.library.unknown", name, "conv-gru, lstm, mlp", ModelFile.EXTENSION));
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
