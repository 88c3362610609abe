package org.digitpad.data.kaggle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.digitpad.data.Dataset;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.mnist.MnistFixture;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KaggleDatasetTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"10, 9", "19, 18", "20, 18", "57, 52", "100, 90"})
  void holdsOutTheLastTenth(int count, int trainCount) {
    LabeledImages all = MnistFixture.digits(count, 1);
    Dataset dataset = new KaggleDataset(KaggleFixture.writeTrain(folder.resolve("train.csv"), all));

    assertThat(dataset.train().sha256()).isEqualTo(all.slice(0, trainCount).sha256());
    assertThat(dataset.test().sha256()).isEqualTo(all.slice(trainCount, count).sha256());
  }

  @Test
  void rejectsTooFewDigits() {
    Path file = KaggleFixture.writeTrain(folder.resolve("train.csv"), MnistFixture.digits(9, 1));
    Dataset dataset = new KaggleDataset(file);

    assertThatThrownBy(dataset::train)
        .isInstanceOf(BadInputException.class)
        .hasMessage(Messages.plural("data.kaggle.tooFewDigits", 9, file, 10));
    assertThatThrownBy(dataset::test).isInstanceOf(BadInputException.class);
  }

  @Test
  void returnsTheHashOfTheFile() {
    Path file = MnistFixture.write(folder.resolve("train.csv"), new byte[] {97, 98, 99});

    assertThat(new KaggleDataset(file).sha256())
        .isEqualTo(
            Map.of(
                "train.csv", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    assertThatThrownBy(() -> new KaggleDataset(folder.resolve("none.csv")).sha256())
        .isInstanceOf(BadInputException.class);
  }
}
