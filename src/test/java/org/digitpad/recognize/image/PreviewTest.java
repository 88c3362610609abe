package org.digitpad.recognize.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.digitpad.ink.scan.GrayImage;
import org.digitpad.io.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreviewTest {
  private static final Path FILE = Path.of("picture");

  private static PreviewedPicture read(BufferedImage image, String format) throws IOException {
    return read(ImageFiles.encode(image, format), DecodingMonitor.NONE);
  }

  private static PreviewedPicture read(byte[] file, DecodingMonitor monitor) throws IOException {
    return ImageFile.readWithPreview(
        new BufferedInputStream(new ByteArrayInputStream(file)), FILE, monitor);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp"})
  void hasTheColorsOfThePicture(String format) throws IOException {
    BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
    image.setRGB(1, 0, 0xff8000);
    image.setRGB(2, 1, 0x0080ff);
    PreviewedPicture read = read(image, format);
    assertThat(read.preview())
        .isEqualTo(
            new Preview(
                3,
                2,
                new int[] {
                  0xff000000, 0xffff8000, 0xff000000, 0xff000000, 0xff000000, 0xff0080ff
                }));
  }

  @Test
  void grayLevelsStayAsTheyAre() throws IOException {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setSample(1, 0, 0, 100);
    assertThat(read(image, "png").preview().rgb()).containsExactly(0xff000000, 0xff646464);
  }

  @Test
  void transparencyIsWhiteAsItIsRead() throws IOException {
    BufferedImage image = new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB);
    for (int y = 5; y < 15; y++) {
      image.setRGB(10, y, 0xff000000);
    }
    PreviewedPicture read = read(image, "png");
    assertThat(read.preview().rgb()[0]).isEqualTo(0xffffffff);
    assertThat(read.picture().image().at(0, 0)).isEqualTo(255);
  }

  @Test
  void whiteInkOnTransparencyIsOnBlackAsItIsRead() throws IOException {
    BufferedImage image = new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB);
    for (int y = 5; y < 15; y++) {
      image.setRGB(10, y, 0xffffffff);
    }
    PreviewedPicture read = read(image, "png");
    assertThat(read.preview().rgb()[0]).isEqualTo(0xff000000);
    assertThat(read.picture().image().at(0, 0)).isZero();
  }

  @Test
  void isUprightLikeThePicture() {
    Preview stored = new Preview(2, 1, new int[] {1, 2});
    for (Orientation orientation : Orientation.values()) {
      Preview upright = orientation.upright(stored);
      GrayImage gray = orientation.upright(new GrayImage(2, 1, new byte[] {1, 2}));
      assertThat(upright.width()).isEqualTo(gray.width());
      for (int i = 0; i < 2; i++) {
        assertThat(upright.rgb()[i]).as(orientation.name()).isEqualTo(gray.luminance()[i]);
      }
    }
  }

  @Test
  void aLargePictureIsShrunk() throws IOException {
    BufferedImage image = new BufferedImage(3000, 4, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 3000; x += 2) {
      for (int y = 0; y < 4; y++) {
        image.setRGB(x, y, 0xffffff);
      }
    }
    Preview preview = read(image, "png").preview();
    assertThat(preview.width()).isEqualTo(1500);
    assertThat(preview.height()).isEqualTo(2);
    assertThat(preview.rgb()).containsOnly(0xff808080);
  }

  @Test
  void rowsFromMemoryAreReadAsAFileIs() throws IOException {
    BufferedImage image = new BufferedImage(5000, 3000, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 5000; x++) {
      for (int y = 0; y < 3000; y++) {
        image.setRGB(x, y, x * 31 + y * 7);
      }
    }
    List<Integer> rows = new ArrayList<>();
    PreviewedPicture read =
        ImageFile.read(
            new PixelRows() {
              @Override
              public int width() {
                return 5000;
              }

              @Override
              public int height() {
                return 3000;
              }

              @Override
              public void copyRow(int y, int[] argb) {
                rows.add(y);
                image.getRGB(0, y, 5000, 1, argb, 0, 5000);
              }
            },
            FILE);
    assertThat(read).isEqualTo(read(image, "png"));
    assertThat(rows).hasSize(1500);
  }

  @Test
  void anImageInMemoryCanBeTooLarge() {
    PixelRows huge =
        new PixelRows() {
          @Override
          public int width() {
            return 10_000;
          }

          @Override
          public int height() {
            return 10_000;
          }

          @Override
          public void copyRow(int y, int[] argb) {
            throw new AssertionError();
          }
        };
    assertThatThrownBy(() -> ImageFile.read(huge, FILE))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("10,000×10,000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "bmp", "gif"})
  void decodingTellsItsProgressAndCanBeCancelled(String format) {
    BufferedImage image = new BufferedImage(2000, 1500, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 1500; y++) {
      for (int x = 0; x < 2000; x++) {
        image.setRGB(x, y, x * y);
      }
    }
    byte[] file = ImageFiles.encode(image, format);
    List<Double> progress = new ArrayList<>();
    DecodingMonitor monitor =
        new DecodingMonitor() {
          @Override
          public void progress(double share) {
            progress.add(share);
          }

          @Override
          public boolean isCancelled() {
            return !progress.isEmpty() && progress.get(progress.size() - 1) > 0.1;
          }
        };
    assertThatThrownBy(() -> read(file, monitor)).isInstanceOf(CancellationException.class);
    assertThat(progress).isSorted();
    assertThat(progress.get(progress.size() - 1)).as(format).isLessThan(0.9);
  }
}
