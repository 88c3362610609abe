package org.digitpad.data.synth;

import java.util.List;
import java.util.stream.IntStream;

/** The writing styles in styles.txt. */
final class WritingStyles {
  private static final List<List<WritingStyle>> BY_DIGIT = load();

  private WritingStyles() {}

  /** Returns the styles of a digit. */
  static List<WritingStyle> of(int digit) {
    return BY_DIGIT.get(digit);
  }

  /** Picks a style of a digit with a probability in proportion to its weight. */
  static WritingStyle pick(int digit, PortableRandom random) {
    List<WritingStyle> styles = of(digit);
    double total = styles.stream().mapToDouble(WritingStyle::weight).sum();
    double remaining = random.uniform(0, total);
    for (WritingStyle style : styles) {
      remaining -= style.weight();
      if (remaining < 0) {
        return style;
      }
    }
    return styles.get(styles.size() - 1);
  }

  private static List<List<WritingStyle>> load() {
    List<WritingStyle> all =
        StrokeTemplateFile.lines("styles.txt").map(WritingStyle::parse).toList();
    return IntStream.range(0, 10)
        .mapToObj(digit -> all.stream().filter(style -> style.digit() == digit).toList())
        .toList();
  }
}
