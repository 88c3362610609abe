package org.digitpad.nn.dl4j;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.digitpad.nn.RandomNumbers;
import org.digitpad.nn.arch.Shape;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Seeded images of ten classes, both for DL4J and for {@link TrainableNetwork}. */
record SyntheticBatch(Shape shape, int classes, int first, int size) implements Batch {
  static final Shape IMAGE = new Shape(28, 28);

  SyntheticBatch(int first, int size) {
    this(IMAGE, 10, first, size);
  }

  /** A random image with a dark row whose position is the class, which is easy to learn. */
  @Override
  public void copyImage(int index, float[] target, int offset) {
    float[] image = RandomNumbers.image(first + index, shape);
    System.arraycopy(image, 0, target, offset, image.length);
    int row = offset + label(index) * shape.steps() / classes * shape.features();
    Arrays.fill(target, row, row + shape.features(), 1f);
  }

  @Override
  public int label(int index) {
    return (first + index) % classes;
  }

  float[] image(int index) {
    float[] pixels = new float[shape.size()];
    copyImage(index, pixels, 0);
    return pixels;
  }

  DataSet dataSet(DataType type) {
    INDArray features = Nd4j.create(DataType.FLOAT, size, shape.steps(), shape.features());
    INDArray labels = Nd4j.zeros(type, size, classes);
    for (int i = 0; i < size; i++) {
      features
          .slice(i)
          .assign(Nd4j.createFromArray(image(i)).reshape(shape.steps(), shape.features()));
      labels.putScalar(i, label(i), 1);
    }
    return new DataSet(features.castTo(type), labels);
  }

  int[] labels() {
    return IntStream.range(0, size).map(this::label).toArray();
  }
}
