package org.digitpad.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.digitpad.io.DataFolders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileCheckTest {
  @TempDir private Path home;
  @TempDir private Path elsewhere;
  private DataFolders folders;
  private Path draft;
  private Path model;

  @BeforeEach
  void writeOwnFiles() throws IOException {
    folders = new DataFolders(home);
    draft = write(folders.state().resolve("draft.jsonl"));
    model = write(folders.models().resolve("mine.safetensors"));
  }

  private static Path write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "kept");
  }

  @Test
  void drawingsModelsAndCheckpointsAreNotReplaced() throws IOException {
    Path link = Files.createSymbolicLink(elsewhere.resolve("link.csv"), draft);
    Path checkpoint = write(folders.models().resolve("mine.safetensors.checkpoint"));
    for (Path out : new Path[] {draft, model, link, checkpoint}) {
      assertThatThrownBy(() -> OutputFileCheck.requireForeign(out, folders, false))
          .isInstanceOf(BadInputException.class)
          .hasMessage(Messages.get("cli.output.isKept", out));
    }
  }

  @Test
  void trainingMayReplaceModelsAlone() {
    assertThatCode(() -> OutputFileCheck.requireForeign(model, folders, true))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> OutputFileCheck.requireForeign(draft, folders, true))
        .isInstanceOf(BadInputException.class);
  }

  @Test
  void newFilesAndOtherFoldersAreFree() throws IOException {
    Path other = write(elsewhere.resolve("submission.csv"));
    Path fresh = folders.models().resolve("new.onnx");
    for (Path out : new Path[] {other, fresh}) {
      assertThatCode(() -> OutputFileCheck.requireForeign(out, folders, false))
          .doesNotThrowAnyException();
    }
  }
}
