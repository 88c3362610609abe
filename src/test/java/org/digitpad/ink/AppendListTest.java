package org.digitpad.ink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AppendListTest {
  @Test
  void everyVersionKeepsItsElements() {
    Random random = new Random(1);
    List<AppendList<Integer>> versions = new ArrayList<>(List.of(AppendList.empty()));
    List<List<Integer>> expected = new ArrayList<>(List.of(List.of()));
    for (int step = 0; step < 2_000; step++) {
      // mostly the newest, sometimes one that was appended to already
      int from = random.nextInt(4) > 0 ? versions.size() - 1 : random.nextInt(versions.size());
      versions.add(versions.get(from).append(step));
      List<Integer> longer = new ArrayList<>(expected.get(from));
      longer.add(step);
      expected.add(longer);
      if (step % 5 == 0) {
        int count = random.nextInt(longer.size() + 1);
        versions.add(versions.get(versions.size() - 1).prefix(count));
        expected.add(List.copyOf(longer.subList(0, count)));
      }
    }
    for (int i = 0; i < versions.size(); i++) {
      AppendList<Integer> version = versions.get(i);
      assertThat(version).isEqualTo(expected.get(i)).hasSameHashCodeAs(expected.get(i));
      assertThat(version.toArray()).isEqualTo(expected.get(i).toArray());
      assertThat(AppendList.copyOf(expected.get(i))).isEqualTo(version);
    }
  }

  @Test
  void isImmutable() {
    AppendList<Integer> list = AppendList.copyOf(List.of(1, 2));
    assertThat(AppendList.copyOf(list)).isSameAs(list);
    assertThatThrownBy(() -> list.add(3)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> list.set(0, 3)).isInstanceOf(UnsupportedOperationException.class);
    list.toArray()[0] = 7;
    assertThat(list).containsExactly(1, 2);
  }

  @Test
  void aListDoesNotShowWhatOthersAppended() {
    AppendList<Integer> one = AppendList.<Integer>empty().append(1);
    AppendList<Integer> two = one.append(2);
    assertThat(one).containsExactly(1).isNotEqualTo(two);
    assertThat(one.append(3)).containsExactly(1, 3).isNotEqualTo(two);
    assertThat(AppendList.copyOf(List.of(0, 2))).isNotEqualTo(two);
    assertThat(two).containsExactly(1, 2);
    assertThatThrownBy(() -> one.get(1)).isInstanceOf(IndexOutOfBoundsException.class);
    Iterator<Integer> iterator = one.iterator();
    assertThat(iterator.next()).isEqualTo(1);
    assertThat(iterator.hasNext()).isFalse();
    assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void aPrefixHasNotMoreElements() {
    AppendList<Integer> list = AppendList.copyOf(List.of(1, 2));
    assertThat(list.prefix(2)).isSameAs(list);
    assertThatThrownBy(() -> list.prefix(3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> list.prefix(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void rejectsNull() {
    List<Integer> withNull = new ArrayList<>();
    withNull.add(null);
    assertThatNullPointerException().isThrownBy(() -> AppendList.copyOf(withNull));
    assertThatNullPointerException().isThrownBy(() -> AppendList.empty().append(null));
  }
}
