package org.digitpad.recognize.image;

import org.digitpad.ink.scan.GrayImage;

/**
 * A picture that was read from a file, upright.
 *
 * @param image its luminance; of a large picture every {@code step}th column and row
 * @param step of how many columns and rows of the picture one is in the image, 1 or more
 */
public record Picture(GrayImage image, int step) {}
