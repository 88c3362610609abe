package org.digitpad.nn.dl4j;

import java.util.stream.IntStream;
import org.digitpad.nn.RandomNumbers;
import org.digitpad.nn.arch.Shape;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Seeded images of ten classes, for DL4J and for {@link TrainableNetwork} alike. */
record Images(Shape shape, int classes, int first, int size) implements Batch {
  static final Shape PAD = new Shape(28, 28);

  Images(int first, int size) {
    this(PAD, 10, first, size);
  }

  /** A dark row whose place is the class, on an image that says nothing: easy to tell apart. */
  @Override
  public void image(int position, float[] target, int at) {
    float[] image = RandomNumbers.image(first + position, shape);
    System.arraycopy(image, 0, target, at, image.length);
    int row = at + label(position) * shape.steps() / classes * shape.features();
    java.util.Arrays.fill(target, row, row + shape.features(), 1f);
  }

  @Override
  public int label(int position) {
    return (first + position) % classes;
  }

  float[] image(int position) {
    float[] pixels = new float[shape.size()];
    image(position, pixels, 0);
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
