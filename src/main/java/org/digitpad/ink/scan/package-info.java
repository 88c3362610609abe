/**
 * Turns pictures of a digit (photos, scans) into the centred 28×28 grayscale images that the
 * networks read.
 */
@NullMarked
package org.digitpad.ink.scan;

import org.jspecify.annotations.NullMarked;
