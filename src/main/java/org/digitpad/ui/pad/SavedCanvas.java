package org.digitpad.ui.pad;

import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.Drawing;

/**
 * What is kept of the canvas between sessions.
 *
 * @param content the content
 * @param beneath the drawing that the content's background image has replaced, which undo brings
 *     back; blank if there is none
 */
public record SavedCanvas(CanvasContent content, Drawing beneath) {
  /** A content that replaced no drawing. */
  public SavedCanvas(CanvasContent content) {
    this(content, Drawing.BLANK);
  }

  /** Whether there is nothing to restore. */
  public boolean isBlank() {
    return content.isBlank() && beneath.isBlank();
  }
}
