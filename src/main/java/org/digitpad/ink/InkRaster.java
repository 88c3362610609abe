package org.digitpad.ink;

/** Ink on pixels, however it is kept. */
public interface InkRaster {
  int width();

  int height();

  /** Returns a pixel's ink, 0 to 1; none outside of the image. */
  double at(int x, int y);
}
