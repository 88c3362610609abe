package org.digitpad.data.synth;

import java.util.List;

/** The templates in nondigits.txt. */
final class NonDigitTemplates {
  private static final List<StrokeTemplate> ALL =
      StrokeTemplateFile.lines("nondigits.txt").map(StrokeTemplate::parse).toList();

  private NonDigitTemplates() {}

  /** Returns the templates of a kind; the list may be empty. */
  static List<StrokeTemplate> of(NonDigitSplit split, NonDigitKind kind) {
    return ALL.stream()
        .filter(template -> template.split() == split && template.kind() == kind)
        .toList();
  }
}
