package org.digitpad.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.recognize.ModelLibrary;
import org.junit.jupiter.api.Test;

class ModelColorsTest {
  private final ModelColors colors = new ModelColors(ModelLibrary.bundled());

  @Test
  void bundledModelsHaveTheFirstColorsInAnyOrder() {
    List<LibraryModel> bundled = ModelLibrary.bundled();
    assertThat(colors.acquire(own(1), List.of())).isEqualTo(bundled.size() + 1);
    assertThat(colors.acquire(bundled.get(1), List.of())).isEqualTo(2);
    assertThat(colors.acquire(bundled.get(0), List.of(bundled.get(1)))).isEqualTo(1);
  }

  @Test
  void aModelKeepsItsColorWhereverItIsShown() {
    int color = colors.acquire(own(1), List.of());
    colors.acquire(own(2), List.of(own(1)));
    assertThat(colors.acquire(own(1), List.of(own(2)))).isEqualTo(color);
    colors.release(own(1));
    colors.release(own(1));
    assertThat(colors.of(own(1))).isEqualTo(color);
    assertThat(colors.style(own(1))).isEqualTo("model-" + color);
  }

  @Test
  void onlyModelsThatAreNotShownGiveTheirColorsUp() {
    List<LibraryModel> shown = new ArrayList<>();
    for (int i = 1; i <= ModelColors.COUNT; i++) {
      colors.acquire(own(i), shown);
      shown.add(own(i));
    }
    assertThat(shown).extracting(colors::of).doesNotHaveDuplicates();

    colors.release(own(3));
    int free = colors.of(own(3));
    shown.remove(own(3));
    assertThat(colors.acquire(own(99), shown)).isEqualTo(free);
    assertThat(colors.acquire(own(3), List.of(own(99)))).isNotEqualTo(free);
  }

  @Test
  void fiveModelsOfOneChartNeverShareAColor() {
    IntStream.range(0, 10).forEach(i -> colors.acquire(own(i), List.of()));
    List<LibraryModel> chart = new ArrayList<>();
    for (int i = 20; i < 25; i++) {
      colors.acquire(own(i), chart);
      chart.add(own(i));
    }
    assertThat(chart).extracting(colors::of).doesNotHaveDuplicates();
  }

  private static LibraryModel own(int number) {
    return LibraryModel.ofFile(Path.of("run-" + number + ".safetensors"));
  }
}
