package org.digitpad.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.data.source.DataSource;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestImagesTest {
  @TempDir private Path folder;

  @Test
  void loadsTheTestImagesOfTheSource() {
    MnistLikeDigits.writeFolder(folder, 20, 30);

    TestImages found = TestImages.find(() -> new DataSource.OwnFolder(folder));

    assertThat(found.substitute()).isFalse();
    assertThat(found.images().size()).isEqualTo(30);
    assertThat(found.description()).isEqualTo(Messages.plural("ui.compare.images.found", 30));
  }

  @Test
  void generatesDigitsWhereMnistIsMissingAndOffersTheDownload() {
    TestImages own = TestImages.find(() -> new DataSource.OwnFolder(folder.resolve("none")));

    assertThat(own.substitute()).isTrue();
    assertThat(own.images().size()).isEqualTo(10_000);
    assertThat(own.description())
        .isEqualTo(
            Messages.get(
                "ui.compare.images.substitute",
                Messages.get("ui.compare.images.download"),
                10_000));
  }

  @Test
  void explainsWhyASourceCannotBeUsed() {
    TestImages named = TestImages.find(() -> new DataSource.Folder(folder.resolve("none")));
    assertThat(named.substitute()).isTrue();
    assertThat(named.description()).contains(folder.resolve("none").toString());

    TestImages unknown =
        TestImages.find(
            () -> {
              throw new BadInputException("The variable is empty.");
            });
    assertThat(unknown.substitute()).isTrue();
    assertThat(unknown.description()).startsWith("The variable is empty.");
  }
}
