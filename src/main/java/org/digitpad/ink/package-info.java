/** Turns pen strokes into the centred 28×28 grayscale images that the networks read. */
@NullMarked
package org.digitpad.ink;

import org.jspecify.annotations.NullMarked;
