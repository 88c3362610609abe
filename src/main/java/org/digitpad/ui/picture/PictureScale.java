package org.digitpad.ui.picture;

/**
 * Where a picture is on the screen.
 *
 * @param left left edge of the picture, in pixels of the screen
 * @param top top edge of the picture, in pixels of the screen
 * @param scale pixels of the screen per pixel of the picture; a whole number from 1 on
 */
record PictureScale(double left, double top, double scale) {
  /** Fits a picture into the center of an area, enlarged by a whole number or reduced. */
  static PictureScale fit(
      int pictureWidth, int pictureHeight, double areaWidth, double areaHeight) {
    double largest =
        Math.max(Math.min(areaWidth / pictureWidth, areaHeight / pictureHeight), Double.MIN_NORMAL);
    double scale = largest >= 1 ? Math.floor(largest) : largest;
    return new PictureScale(
        Math.floor((areaWidth - scale * pictureWidth) / 2),
        Math.floor((areaHeight - scale * pictureHeight) / 2),
        scale);
  }

  double screenX(double pictureX) {
    return left + scale * pictureX;
  }

  double screenY(double pictureY) {
    return top + scale * pictureY;
  }

  int pictureX(double screenX) {
    return (int) Math.round((screenX - left) / scale);
  }

  int pictureY(double screenY) {
    return (int) Math.round((screenY - top) / scale);
  }

  /** Returns how many pixels of the picture a distance on the screen is. */
  int pictureLength(double screenLength) {
    return (int) Math.round(screenLength / scale);
  }
}
