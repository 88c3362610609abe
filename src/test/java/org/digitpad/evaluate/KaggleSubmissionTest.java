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
import org.digitpad.recognize.BundledModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

final class KaggleSubmissionTest {
  @TempDir private Path folder;

  @Test
  void doesNotDependOnThreads() throws IOException {
    Path test = write(MnistLikeDigits.images(300, 3));
    Path one = folder.resolve("new/one.csv");
    Path five = folder.resolve("new/five.csv");

    assertThat(KaggleSubmission.write(BundledModels.convGru(), test, one, 1)).isEqualTo(300);
    assertThat(KaggleSubmission.write(BundledModels.convGru(), test, five, 5)).isEqualTo(300);

    assertThat(Files.readString(one)).startsWith("ImageId,Label\n1,").endsWith("\n");
    assertThat(five).hasSameBinaryContentAs(one);
  }

  @Test
  void refusesToOverwriteItsInput() throws IOException {
    Path test = write(MnistLikeDigits.images(3, 3));
    byte[] before = Files.readAllBytes(test);

    assertThatThrownBy(() -> KaggleSubmission.write(BundledModels.convGru(), test, test, 1))
        .isInstanceOf(BadInputException.class);

    assertThat(test).hasBinaryContent(before);
  }

  @Test
  @EnabledIfEnvironmentVariable(named = DataSource.FOLDER_VARIABLE, matches = ".+")
  void hasTheAccuracyOfTheEvaluation() throws IOException {
    LabeledImages digits =
        new MnistFolder(Path.of(System.getenv(DataSource.FOLDER_VARIABLE))).test();
    Path submission = folder.resolve("submission.csv");
    Model model = BundledModels.convGru();

    KaggleSubmission.write(model, write(digits), submission, 2);

    Evaluation expected = Evaluator.evaluate(model.architecture(), model.parameters(), digits, 2);
    List<String> rows = Files.readAllLines(submission);
    int correct = 0;
    for (int i = 0; i < digits.size(); i++) {
      correct += rows.get(i + 1).equals(i + 1 + "," + digits.label(i)) ? 1 : 0;
    }
    assertThat(rows).hasSize(1 + digits.size());
    assertThat((double) correct / digits.size()).isEqualTo(expected.accuracy());
  }

  private Path write(LabeledImages digits) {
    return KaggleFixture.writeTest(folder.resolve("test.csv"), digits);
  }
}
