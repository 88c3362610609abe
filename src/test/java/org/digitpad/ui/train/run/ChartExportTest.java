package org.digitpad.ui.train.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.digitpad.i18n.Messages;
import org.digitpad.train.RunFiles;
import org.digitpad.train.RunLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartExportTest {
  @TempDir private Path folder;

  @Test
  void savesAFile() {
    Path file = folder.resolve("curves.csv");
    assertThat(write(file, List.of()))
        .isEqualTo(Messages.get("ui.train.run.chartSaved", file.getFileName()));
    assertThat(file).hasContent("text");
  }

  @Test
  void doesNotReplaceTheModelThatACurveComesFrom() throws IOException {
    Path model = Files.writeString(folder.resolve("m.safetensors"), "a model");
    Path link = Files.createLink(folder.resolve("link.csv"), model);
    assertThat(write(link, List.of(model)))
        .isNotEqualTo(Messages.get("ui.train.run.chartSaved", link.getFileName()));
    assertThat(model).hasContent("a model");
    assertThat(link).hasContent("a model");
  }

  @Test
  void doesNotReplaceTheFileOfATraining() throws IOException {
    Path file = folder.resolve("m.safetensors");
    try (RunLock lock = RunLock.acquire(new RunFiles(file), RunLock.Holder.COMMAND_LINE)) {
      assertThat(lock).isNotNull();
      assertThat(write(file, List.of()))
          .isNotEqualTo(Messages.get("ui.train.run.chartSaved", file.getFileName()));
      assertThat(file).doesNotExist();
    }
  }

  private static String write(Path file, List<Path> inputs) {
    return ChartExport.write(
        file, inputs, out -> out.write("text".getBytes(StandardCharsets.UTF_8)));
  }
}
