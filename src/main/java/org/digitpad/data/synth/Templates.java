package org.digitpad.data.synth;

import java.util.List;

/** All drawings in nondigits.txt. */
final class Templates {
  private static final List<Template> ALL =
      TemplateFile.lines("nondigits.txt").map(Template::parse).toList();

  private Templates() {}

  /** Returns the templates of a kind, which may be none. */
  static List<Template> of(DoodlePart part, DoodleKind kind) {
    return ALL.stream()
        .filter(template -> template.part() == part && template.kind() == kind)
        .toList();
  }
}
