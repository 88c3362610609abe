package org.digitpad.data.synth;

import java.util.List;

/** All drawings in nondigits.txt. */
final class NonDigitTemplates {
  private static final List<StrokeTemplate> ALL =
      StrokeTemplateFile.lines("nondigits.txt").map(StrokeTemplate::parse).toList();

  private NonDigitTemplates() {}

  /** Returns the templates of a kind, which may be none. */
  static List<StrokeTemplate> of(NonDigitSplit part, NonDigitKind kind) {
    return ALL.stream()
        .filter(template -> template.part() == part && template.kind() == kind)
        .toList();
  }
}
