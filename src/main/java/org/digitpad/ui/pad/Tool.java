package org.digitpad.ui.pad;

/** What the mouse, a finger or a pen does on the canvas. */
public enum Tool {
  PEN,
  ERASER,
  SELECT
}
