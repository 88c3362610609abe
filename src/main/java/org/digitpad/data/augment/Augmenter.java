package org.digitpad.data.augment;

import org.digitpad.data.DigitImages;

/**
 * Applies an {@link Augmentation} to images. The result depends on the augmentation, the seed and
 * the index of the image alone. An augmenter reuses its buffers: it serves one thread and allocates
 * nothing per image.
 */
public final class Augmenter {
  private final Augmentation augmentation;
  private final PaddedImage image = new PaddedImage();
  private final BSplineWarp warp = new BSplineWarp();
  private final BilinearSampler sampler = new BilinearSampler();
  private final ImageRandom random = new ImageRandom();

  Augmenter(Augmentation augmentation) {
    this.augmentation = augmentation;
  }

  /**
   * Writes a transformed copy of an image's 784 pixels, from 0 to 1.
   *
   * @param seed the same for all images of an epoch; neighboring seeds give unrelated changes
   * @param offset index of the first pixel in {@code target}
   */
  public void apply(DigitImages images, int index, long seed, float[] target, int offset) {
    if (augmentation.equals(Augmentation.NONE)) {
      images.copyImage(index, target, offset);
      return;
    }
    random.reseed(seed, index);
    image.load(images, index);
    image.thicken((float) (augmentation.thickness() * random.nextUniform()));
    double degrees = augmentation.rotation() * random.nextUniform();
    double width = 1 + augmentation.scale() * random.nextUniform();
    double height = 1 + augmentation.scale() * random.nextUniform();
    if (augmentation.squared() > 0 && Math.abs(random.nextUniform()) < augmentation.squared()) {
      // from nearly as written to all of the square
      double part = Math.abs(random.nextUniform());
      width *= image.stretchToSquare(part, true);
      height *= image.stretchToSquare(part, false);
    }
    warp.setAffine(
        degrees,
        width,
        height,
        augmentation.shear() * random.nextUniform(),
        augmentation.translation() * random.nextUniform(),
        augmentation.translation() * random.nextUniform());
    warp.addElasticDisplacement(augmentation.elastic(), random);
    warp.interpolate();
    sampler.sample(image, warp, target, offset);
  }
}
