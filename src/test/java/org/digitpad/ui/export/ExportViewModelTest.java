package org.digitpad.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.digitpad.data.kaggle.KaggleFixture;
import org.digitpad.data.mnist.MnistFixture;
import org.digitpad.i18n.Messages;
import org.digitpad.nn.model.ModelFile;
import org.digitpad.nn.model.Models;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.train.RunFiles;
import org.digitpad.train.RunLock;
import org.digitpad.ui.export.ExportViewModel.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything runs on the test's thread; the model predicts a 3 for every digit. */
class ExportViewModelTest {
  @TempDir private Path folder;

  @Test
  void writesASubmission() throws IOException {
    ExportViewModel model = model(ExportTask.kaggle());
    assertThat(model.canWriteProperty().get()).isFalse();
    model
        .inputProperty()
        .set(KaggleFixture.writeTest(folder.resolve("test.csv"), MnistFixture.digits(2, 1)));
    Path out = folder.resolve("submission.csv");
    model.outputProperty().set(out);
    assertThat(model.canWriteProperty().get()).isTrue();

    model.write();

    assertThat(model.stateProperty().get()).isEqualTo(State.DONE);
    assertThat(model.messageProperty().get())
        .isEqualTo(Messages.plural("ui.export.kaggle.done", 2, out));
    assertThat(out).hasContent("ImageId,Label\n1,3\n2,3\n");
  }

  @Test
  void refusesATableWithMissingColumns() throws IOException {
    ExportViewModel model = model(ExportTask.kaggle());
    model
        .inputProperty()
        .set(Files.writeString(folder.resolve("short.csv"), "pixel0,pixel1\n0,0\n"));
    model.outputProperty().set(folder.resolve("submission.csv"));

    model.write();

    assertThat(model.stateProperty().get()).isEqualTo(State.FAILED);
    assertThat(model.messageProperty().get()).contains("short.csv");
    assertThat(folder.resolve("submission.csv")).doesNotExist();
    assertThat(model.canWriteProperty().get()).isTrue();
  }

  @Test
  void exportsANetwork() throws IOException {
    ExportViewModel model = model(ExportTask.onnx());
    Path out = folder.resolve("model.onnx");
    model.outputProperty().set(out);
    assertThat(model.canWriteProperty().get()).isTrue();

    model.write();

    assertThat(model.stateProperty().get()).isEqualTo(State.DONE);
    assertThat(model.messageProperty().get()).contains(out.toString());
    assertThat(out).isNotEmptyFile();
  }

  @Test
  void failsWhereTheOutputCannotBeWritten() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    ExportViewModel model = model(ExportTask.onnx());
    model.outputProperty().set(file.resolve("model.onnx"));

    model.write();

    assertThat(model.stateProperty().get()).isEqualTo(State.FAILED);
    assertThat(model.messageProperty().get()).isNotEmpty();
    assertThat(model.canWriteProperty().get()).isTrue();
  }

  /** Nor the images that a submission is made of. */
  @ParameterizedTest
  @CsvSource({
    "false, threes.safetensors",
    "false, ./threes.safetensors",
    "true, threes.safetensors",
    "true, test.csv"
  })
  void neverReplacesTheModelItself(boolean submission, String out) throws IOException {
    ExportViewModel model = model(submission ? ExportTask.kaggle() : ExportTask.onnx());
    Path test = KaggleFixture.writeTest(folder.resolve("test.csv"), MnistFixture.digits(2, 1));
    Path target = folder.resolve(out);
    byte[] before = Files.readAllBytes(target);
    model.inputProperty().set(test);
    model.outputProperty().set(target);

    model.write();

    assertThat(model.stateProperty().get()).isEqualTo(State.FAILED);
    assertThat(model.messageProperty().get()).isEqualTo(Messages.get("io.overwritesInput", target));
    assertThat(target).hasBinaryContent(before);
  }

  @Test
  void neverReplacesTheModelOfALivingTraining() throws IOException {
    ExportViewModel model = model(ExportTask.onnx());
    Path out = folder.resolve("live.safetensors");
    model.outputProperty().set(out);

    try (RunLock lock = RunLock.acquire(new RunFiles(out), RunLock.Holder.WINDOW)) {
      assertThat(lock.files().output()).isEqualTo(out);
      model.write();
    }

    assertThat(model.stateProperty().get()).isEqualTo(State.FAILED);
    assertThat(model.messageProperty().get()).contains(out.toString(), "training");
    assertThat(out).doesNotExist();
  }

  private ExportViewModel model(ExportTask export) throws IOException {
    Path threes = folder.resolve("threes.safetensors");
    ModelFile.write(Models.always(3, 8), threes);
    return new ExportViewModel(
        export, () -> List.of(LibraryModel.ofFile(threes)), Runnable::run, Runnable::run);
  }
}
