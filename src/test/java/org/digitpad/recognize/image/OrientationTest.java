package org.digitpad.recognize.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.digitpad.ink.scan.GrayImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OrientationTest {
  /** A picture of three columns and two rows is stored as 123, 456. */
  @ParameterizedTest
  @CsvSource({
    "1, 3, 123456",
    "2, 3, 321654",
    "3, 3, 654321",
    "4, 3, 456123",
    "5, 2, 142536",
    "6, 2, 415263",
    "7, 2, 635241",
    "8, 2, 362514",
    "0, 3, 123456",
    "9, 3, 123456"
  })
  void turnsAndMirrors(int number, int width, String shown) {
    GrayImage stored = new GrayImage(3, 2, new byte[] {1, 2, 3, 4, 5, 6});
    byte[] expected = new byte[6];
    for (int i = 0; i < 6; i++) {
      expected[i] = (byte) (shown.charAt(i) - '0');
    }

    assertThat(Orientation.of(number).upright(stored))
        .isEqualTo(new GrayImage(width, 6 / width, expected));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void jpegFilesAreTurned(int number) throws IOException {
    BufferedImage image = new BufferedImage(64, 32, BufferedImage.TYPE_BYTE_GRAY);
    for (int pixel = 0; pixel < 64 * 32; pixel++) {
      image.getRaster().setSample(pixel % 64, pixel / 64, 0, pixel % 64 < 32 ? 0 : 255);
    }
    byte[] jpeg = ImageFiles.encode(image, "jpg");
    GrayImage stored = read(jpeg);

    GrayImage shown = read(ImageFiles.withSegment(jpeg, 0xe1, ImageFiles.exif(number)));

    assertThat(shown).isEqualTo(Orientation.of(number).upright(stored));
  }

  @Test
  void readsTheByteOrderOfIntel() {
    byte[] exif = {'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 8, 0, 0, 0};

    assertThat(ExifOrientation.of(exif)).isEqualTo(Orientation.LEFT_BOTTOM);
  }

  @Test
  void damagedExifIsUpright() {
    byte[] exif = ImageFiles.exif(6);
    byte[] tiff = Arrays.copyOfRange(exif, 6, exif.length);
    assertThat(ExifOrientation.of(tiff)).isEqualTo(Orientation.RIGHT_TOP);
    for (int length = 0; length < 18; length++) {
      assertThat(ExifOrientation.of(Arrays.copyOf(tiff, length))).isEqualTo(Orientation.TOP_LEFT);
    }
    Random random = new Random(1);
    for (int round = 0; round < 10_000; round++) {
      byte[] damaged = tiff.clone();
      for (int i = 0; i < 3; i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      assertThat(ExifOrientation.of(damaged)).isNotNull();
    }
  }

  private static GrayImage read(byte[] file) throws IOException {
    return ImageFile.read(
            new BufferedInputStream(new ByteArrayInputStream(file)), Path.of("picture"))
        .image();
  }
}
