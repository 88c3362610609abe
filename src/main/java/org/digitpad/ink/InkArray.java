package org.digitpad.ink;

/**
 * A small raster of ink values in an array.
 *
 * @param width columns
 * @param height rows
 * @param ink width×height values from 0 to 1, row-major; not copied
 */
public record InkArray(int width, int height, float[] ink) implements InkRaster {
  @Override
  public double at(int x, int y) {
    return x < 0 || y < 0 || x >= width || y >= height ? 0 : ink[y * width + x];
  }
}
