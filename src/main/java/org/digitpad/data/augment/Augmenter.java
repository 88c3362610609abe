package org.digitpad.data.augment;

import org.digitpad.data.DigitImages;

/**
 * Writes changed copies of images. What an image becomes depends on the amounts, the seed and the
 * image's index alone. Keeps the memory that it works in, so it serves one thread and allocates
 * nothing per image.
 */
public final class Augmenter {
  private final Augmentation amounts;
  private final PaddedImage image = new PaddedImage();
  private final BSplineWarp grid = new BSplineWarp();
  private final BilinearSampler lookup = new BilinearSampler();
  private final ImageRandom random = new ImageRandom();

  Augmenter(Augmentation amounts) {
    this.amounts = amounts;
  }

  /**
   * Writes a changed copy of an image's 784 pixels, from 0 to 1.
   *
   * @param seed the same for all images of an epoch; neighbouring seeds give unrelated changes
   * @param at index of the first pixel in {@code target}
   */
  public void apply(DigitImages images, int index, long seed, float[] target, int at) {
    if (amounts.equals(Augmentation.NONE)) {
      images.copyImage(index, target, at);
      return;
    }
    random.start(seed, index);
    image.load(images, index);
    image.thicken((float) (amounts.thickness() * random.uniform()));
    grid.place(
        amounts.rotation() * random.uniform(),
        1 + amounts.scale() * random.uniform(),
        1 + amounts.scale() * random.uniform(),
        amounts.shear() * random.uniform(),
        amounts.translation() * random.uniform(),
        amounts.translation() * random.uniform());
    grid.disturb(amounts.elastic(), random);
    grid.refine();
    lookup.read(image, grid, target, at);
  }
}
