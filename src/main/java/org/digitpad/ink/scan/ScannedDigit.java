package org.digitpad.ink.scan;

import org.digitpad.ink.DigitImage;

/**
 * A digit, or what may be one, that was cut out of a picture.
 *
 * @param image the digit in the format of MNIST; blank if nothing stands out from the background
 * @param box where the digit is, in pixels of the picture; the whole picture if there is no ink
 * @param whole whether all ink that may belong to the digit is in it
 */
public record ScannedDigit(DigitImage image, InkBounds box, boolean whole) {}
