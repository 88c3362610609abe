package org.digitpad.ui.pad;

import org.digitpad.ink.CanvasContent;

/** Is notified of changes to the content of the canvas, on the UI thread. */
public interface CanvasListener {
  /**
   * The stroke in progress has grown. Results for the content before are outdated but not wrong.
   */
  void contentExtended(CanvasContent content);

  /** The pen is lifted: the stroke in progress is finished, and stays as it was. */
  void strokeEnded(CanvasContent content);

  /** The content has changed in any other way. Results for the content before are wrong. */
  void contentReplaced(CanvasContent content);
}
