package org.digitpad.recognize.image;

/**
 * A picture to be read and to be looked at.
 *
 * @param picture what is read
 * @param preview what is looked at; as wide in proportion to its height as the picture, up to a
 *     pixel
 */
public record PreviewedPicture(Picture picture, Preview preview) {}
