package org.digitpad.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.data.source.DataSource;
import org.digitpad.io.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestImagesTest {
  @TempDir private Path folder;

  @Test
  void takesTheTestImagesThatAreThere() {
    MnistLikeDigits.writeFolder(folder, 20, 30);

    TestImages found = TestImages.find(() -> new DataSource.OwnFolder(folder));

    assertThat(found.standIn()).isFalse();
    assertThat(found.images().size()).isEqualTo(30);
    assertThat(found.sentence()).isEqualTo("30 test images, none of them trained on");
  }

  @Test
  void makesUpDigitsWhereThereAreNoneAndSaysWhatToDo() {
    TestImages own = TestImages.find(() -> new DataSource.OwnFolder(folder.resolve("none")));

    assertThat(own.standIn()).isTrue();
    assertThat(own.images().size()).isEqualTo(10_000);
    assertThat(own.sentence())
        .isEqualTo(
            "MNIST is not on this computer; download it in the Train tab (once, 11.6 MB)."
                + " Meanwhile these are 10,000 digits that DigitPad makes up itself.");
  }

  @Test
  void saysWhatIsWrongWithAFolderThatWasNamed() {
    TestImages named = TestImages.find(() -> new DataSource.Folder(folder.resolve("none")));
    assertThat(named.standIn()).isTrue();
    assertThat(named.sentence()).contains("none is not a folder").contains("Meanwhile");

    TestImages unknown =
        TestImages.find(
            () -> {
              throw new BadInputException("The variable is empty.");
            });
    assertThat(unknown.sentence()).startsWith("The variable is empty. Meanwhile");
  }
}
