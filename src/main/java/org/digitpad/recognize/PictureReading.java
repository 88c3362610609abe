package org.digitpad.recognize;

import org.digitpad.ink.scan.InkBounds;

/**
 * What a picture was read as.
 *
 * @param prediction the network's prediction for what was cut out
 * @param box what was cut out, in pixels of the upright picture; where every nth pixel of a large
 *     picture was read, up to n − 1 pixels too large
 */
public record PictureReading(Prediction prediction, InkBounds box) {}
