package org.digitpad.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.Models;
import org.digitpad.ui.export.ExportViewModel.State;
import org.digitpad.ui.models.LoadedModel;
import org.digitpad.ui.models.ModelChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All on the test's own thread, with a model that reads every digit as a 3. */
class ExportViewModelTest {
  @TempDir private Path folder;

  @Test
  void writesASubmission() throws IOException {
    ExportViewModel model = model(ExportTask.kaggle());
    assertThat(model.canWriteProperty().get()).isFalse();
    model.inputProperty().set(table(folder.resolve("test.csv"), 784));
    Path out = folder.resolve("submission.csv");
    model.outputProperty().set(out);
    assertThat(model.canWriteProperty().get()).isTrue();

    model.write();

    assertThat(model.stateProperty().get()).isEqualTo(State.DONE);
    assertThat(model.sentenceProperty().get())
        .isEqualTo("2 digits are read and their labels in " + out + ".");
    assertThat(out).hasContent("ImageId,Label\n1,3\n2,3\n");
  }

  @Test
  void saysWhatIsWrongWithTheTable() throws IOException {
    ExportViewModel model = model(ExportTask.kaggle());
    model.inputProperty().set(table(folder.resolve("short.csv"), 783));
    model.outputProperty().set(folder.resolve("submission.csv"));

    model.write();

    assertThat(model.stateProperty().get()).isEqualTo(State.FAILED);
    assertThat(model.sentenceProperty().get()).contains("short.csv");
    assertThat(folder.resolve("submission.csv")).doesNotExist();
    assertThat(model.canWriteProperty().get()).isTrue();
  }

  @Test
  void exportsANetworkWithoutAnInput() {
    ExportViewModel model = model(ExportTask.onnx());
    Path out = folder.resolve("model.onnx");
    model.outputProperty().set(out);
    assertThat(model.canWriteProperty().get()).isTrue();

    model.write();

    assertThat(model.sentenceProperty().get()).startsWith("Written to " + out);
    assertThat(out).isNotEmptyFile();
  }

  @Test
  void saysWhyAPlaceDoesNotDo() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    ExportViewModel model = model(ExportTask.onnx());
    model.outputProperty().set(file.resolve("model.onnx"));

    model.write();

    assertThat(model.stateProperty().get()).isEqualTo(State.FAILED);
    assertThat(model.sentenceProperty().get())
        .startsWith("Nothing was written: ")
        .endsWith("Choose another place.");
  }

  private static ExportViewModel model(ExportTask export) {
    Model threes = Models.always(3, 8);
    return new ExportViewModel(
        export,
        () -> List.of(new ModelChoice("threes", () -> new LoadedModel(threes, 1))),
        Runnable::run,
        Runnable::run);
  }

  /** Two blank digits as Kaggle has them, of so many pixels. */
  private static Path table(Path file, int pixels) throws IOException {
    String header =
        IntStream.range(0, pixels).mapToObj(i -> "pixel" + i).collect(Collectors.joining(","));
    String row = IntStream.range(0, pixels).mapToObj(i -> "0").collect(Collectors.joining(","));
    return Files.writeString(file, header + "\n" + row + "\n" + row + "\n");
  }
}
