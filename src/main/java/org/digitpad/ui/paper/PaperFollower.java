package org.digitpad.ui.paper;

import org.digitpad.ink.Subject;

/** Whoever makes something of what lies on the paper. Told on the UI thread. */
public interface PaperFollower {
  /** The same drawing has grown: what was made of its younger self still holds for it. */
  void follow(Subject subject);

  /** Something else lies there than before. */
  void restart(Subject subject);
}
