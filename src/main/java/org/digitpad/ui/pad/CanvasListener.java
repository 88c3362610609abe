package org.digitpad.ui.pad;

import org.digitpad.ink.CanvasContent;

/** Whoever makes something of what lies on the paper. Told on the UI thread. */
public interface CanvasListener {
  /** The same drawing has grown: what was made of its younger self still holds for it. */
  void follow(CanvasContent subject);

  /** Something else lies there than before. */
  void restart(CanvasContent subject);
}
