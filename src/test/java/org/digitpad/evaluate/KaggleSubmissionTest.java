package org.digitpad.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.kaggle.KaggleFixture;
import org.digitpad.data.mnist.MnistFolder;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.data.source.DataSource;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.model.Model;
import org.digitpad.recognize.ModelLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

final class KaggleSubmissionTest {
  @TempDir private Path folder;

  @Test
  void writesTheSameWithAnyNumberOfThreads() throws IOException {
    Path test = write(MnistLikeDigits.images(300, 3));
    Path one = folder.resolve("new/one.csv");
    Path five = folder.resolve("new/five.csv");

    assertThat(KaggleSubmission.write(model(), test, one, 1)).isEqualTo(300);
    assertThat(KaggleSubmission.write(model(), test, five, 5)).isEqualTo(300);

    assertThat(Files.readString(one)).startsWith("ImageId,Label\n1,").endsWith("\n");
    assertThat(five).hasSameBinaryContentAs(one);
  }

  @Test
  void refusesToWriteOverItsInput() throws IOException {
    Path test = write(MnistLikeDigits.images(3, 3));
    byte[] before = Files.readAllBytes(test);

    assertThatThrownBy(() -> KaggleSubmission.write(model(), test, test, 1))
        .isInstanceOf(BadInputException.class);

    assertThat(test).hasBinaryContent(before);
  }

  @Test
  @EnabledIfEnvironmentVariable(named = DataSource.FOLDER_VARIABLE, matches = ".+")
  void labelsTheTestImagesOfMnistAsTheyAreEvaluated() throws IOException {
    LabeledImages digits =
        new MnistFolder(Path.of(System.getenv(DataSource.FOLDER_VARIABLE))).test();
    Path submission = folder.resolve("submission.csv");
    Model model = model();

    KaggleSubmission.write(model, write(digits), submission, 2);

    Evaluation expected = Evaluator.evaluate(model.architecture(), model.parameters(), digits, 2);
    List<String> rows = Files.readAllLines(submission);
    int right = 0;
    for (int i = 0; i < digits.size(); i++) {
      right += rows.get(i + 1).equals(i + 1 + "," + digits.label(i)) ? 1 : 0;
    }
    assertThat(rows).hasSize(1 + digits.size());
    assertThat((double) right / digits.size()).isEqualTo(expected.accuracy());
  }

  private Path write(LabeledImages digits) {
    return KaggleFixture.writeTest(folder.resolve("test.csv"), digits);
  }

  private Model model() {
    return new ModelLibrary(folder).load(ModelLibrary.DEFAULT);
  }
}
