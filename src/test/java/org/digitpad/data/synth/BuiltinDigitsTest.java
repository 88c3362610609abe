package org.digitpad.data.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.StrokeRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BuiltinDigitsTest {
  @Test
  void theSameSeedGivesTheSameDigits() {
    assertThat(BuiltinDigits.images(300, 7).sha256())
        .isEqualTo(BuiltinDigits.images(300, 7).sha256());
    assertThat(BuiltinDigits.drawings(300, 7)).isEqualTo(BuiltinDigits.drawings(300, 7));
  }

  /**
   * Model cards identify the digits by their hashes and their version: a change of the digits
   * requires a new version, see {@link BuiltinDataset}.
   */
  @Test
  void theDigitsAreTheSameOnEveryMachine() {
    assertThat(BuiltinDigits.images(200, 1).sha256())
        .isEqualTo("cf5ec15b6b57fba0623fe782ab2eaeefcf04726fc6a9b44fbb0512714433163f");
  }

  @Test
  void otherSeedsGiveOtherDigits() {
    List<DigitImage> one = images(BuiltinDigits.images(200, 1));
    List<DigitImage> two = images(BuiltinDigits.images(200, 2));

    assertThat(one).doesNotHaveDuplicates().doesNotContainAnyElementsOf(two);
  }

  @Test
  void theNumberOfThreadsDoesNotMatter() throws ExecutionException, InterruptedException {
    ForkJoinPool alone = new ForkJoinPool(1);
    ForkJoinPool many = new ForkJoinPool(7);
    try {
      assertThat(alone.submit(() -> BuiltinDigits.images(500, 3).sha256()).get())
          .isEqualTo(many.submit(() -> BuiltinDigits.images(500, 3).sha256()).get());
    } finally {
      alone.shutdown();
      many.shutdown();
    }
  }

  /** At 50 kB for a digit, the heap grew by hundreds of megabytes before a training began. */
  @Test
  void leavesLittleGarbage() throws ExecutionException, InterruptedException {
    ForkJoinPool alone = new ForkJoinPool(1);
    try {
      alone.submit(() -> BuiltinDigits.images(100, 3)).get(); // allocates what is reused
      long bytes =
          alone
              .submit(
                  () -> {
                    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
                    long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
                    BuiltinDigits.images(1_000, 3);
                    return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
                  })
              .get();

      assertThat(bytes / 1_000).isLessThan(20_000);
    } finally {
      alone.shutdown();
    }
  }

  @Test
  void aLargerSetStartsWithTheSmallerOne() {
    assertThat(BuiltinDigits.images(200, 4).slice(0, 90).sha256())
        .isEqualTo(BuiltinDigits.images(90, 4).sha256());
    assertThat(BuiltinDigits.drawings(200, 4).subList(0, 90))
        .isEqualTo(BuiltinDigits.drawings(90, 4));
  }

  @Test
  void allDigitsAreEquallyFrequent() {
    LabeledImages images = BuiltinDigits.images(205, 5);
    List<LabeledDrawing> drawings = BuiltinDigits.drawings(205, 5);

    for (int digit = 0; digit < 10; digit++) {
      int label = digit;
      assertThat(IntStream.range(0, 200).filter(i -> images.label(i) == label)).hasSize(20);
    }
    assertThat(drawings).hasSize(205);
    assertThat(IntStream.range(0, 205))
        .allMatch(
            i -> drawings.get(i).label() != null && drawings.get(i).label() == images.label(i));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 9, 123})
  void returnsTheRequestedNumber(int count) {
    assertThat(BuiltinDigits.images(count, 1).size()).isEqualTo(count);
    assertThat(BuiltinDigits.drawings(count, 1)).hasSize(count);
  }

  /** Up to a pixel off the center, where centering the mass would cut off the ink. */
  @Test
  void everyImageHasInkInTheCenter() {
    for (DigitImage image : images(BuiltinDigits.images(1_000, 6))) {
      double ink = 0;
      double x = 0;
      double y = 0;
      for (int row = 0; row < DigitImage.SIDE; row++) {
        for (int column = 0; column < DigitImage.SIDE; column++) {
          double pixel = image.at(row, column);
          ink += pixel;
          x += pixel * column;
          y += pixel * row;
        }
      }
      assertThat(ink).isBetween(15.0, 400.0);
      assertThat(x / ink).isCloseTo(14, within(1.0));
      assertThat(y / ink).isCloseTo(14, within(1.0));
    }
  }

  @Test
  void someImagesAreRenderedAsOnTheCanvas() {
    LabeledImages images = BuiltinDigits.images(1_000, 8);
    List<LabeledDrawing> drawings = BuiltinDigits.drawings(1_000, 8);

    long same =
        IntStream.range(0, 1_000)
            .filter(i -> isClose(images.image(i), StrokeRenderer.render(drawings.get(i).drawing())))
            .count();

    assertThat(same).isBetween(180L, 320L);
  }

  private static boolean isClose(DigitImage image, DigitImage other) {
    return IntStream.range(0, DigitImage.PIXELS)
        .allMatch(
            i -> {
              int row = i / DigitImage.SIDE;
              int column = i % DigitImage.SIDE;
              return Math.abs(image.at(row, column) - other.at(row, column)) < 1.0 / 255;
            });
  }

  private static List<DigitImage> images(LabeledImages images) {
    return IntStream.range(0, images.size()).mapToObj(images::image).toList();
  }
}
