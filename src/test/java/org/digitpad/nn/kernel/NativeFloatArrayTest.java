package org.digitpad.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bytedeco.javacpp.FloatPointer;
import org.junit.jupiter.api.Test;

class NativeFloatArrayTest {
  @Test
  void startsAsZeros() {
    try (NativeFloatArray array = new NativeFloatArray(1000)) {
      assertThat(array.length()).isEqualTo(1000);
      assertThat(array.toArray()).containsOnly(0f).hasSize(1000);
    }
  }

  @Test
  void readsBackWhatItWrote() {
    try (NativeFloatArray array = new NativeFloatArray(6)) {
      array.write(1, new float[] {1, 2, 3}, 2);
      array.write(3, new float[] {7, 8, 9}, 1, 2);
      assertThat(array.toArray()).containsExactly(0, 1, 2, 8, 9, 0);
      float[] target = new float[4];
      array.read(2, target, 1, 2);
      assertThat(target).containsExactly(0, 2, 8, 0);
      array.zero(2, 2);
      assertThat(array.toArray()).containsExactly(0, 1, 0, 0, 9, 0);
    }
  }

  @Test
  void mayBeEmpty() {
    try (NativeFloatArray array = new NativeFloatArray(0)) {
      assertThat(array.toArray()).isEmpty();
    }
  }

  @Test
  void wrapSharesMemory() {
    try (FloatPointer owner = new FloatPointer(1, 2, 3)) {
      NativeFloatArray wrapped = NativeFloatArray.wrap(owner, 2);
      wrapped.write(0, new float[] {5}, 1);
      assertThat(owner.get(0)).isEqualTo(5f);
      assertThat(wrapped.toArray()).containsExactly(5, 2);
    }
  }

  @Test
  void rejectsAccessOutOfBounds() {
    try (NativeFloatArray array = new NativeFloatArray(3)) {
      assertThatThrownBy(() -> array.write(2, new float[2], 2))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> array.read(2, new float[2], 2))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> array.zero(2, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void addsPartsOfVectors() {
    try (NativeFloatArray x = new NativeFloatArray(3);
        NativeFloatArray y = new NativeFloatArray(3)) {
      x.write(0, new float[] {1, 2, 3}, 3);
      y.write(0, new float[] {10, 20, 30}, 3);
      Blas.add(2f, x.slice(1, 2), y.slice(1, 2));
      assertThat(y.toArray()).containsExactly(10, 24, 36);
      assertThat(x.toArray()).containsExactly(1, 2, 3);
    }
  }
}
