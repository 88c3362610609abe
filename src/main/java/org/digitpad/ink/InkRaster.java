package org.digitpad.ink;

/** A raster of ink values, stored or computed. */
public interface InkRaster {
  int width();

  int height();

  /** Returns the ink of a pixel, 0 to 1; outside of the raster it is 0. */
  double at(int x, int y);
}
