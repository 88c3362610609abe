/**
 * Conversion of pictures of a digit (photos, scans) to the centered 28×28 grayscale images that the
 * networks take.
 */
@NullMarked
package org.digitpad.ink.scan;

import org.jspecify.annotations.NullMarked;
