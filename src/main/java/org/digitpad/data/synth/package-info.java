/** Digits as people write them, made up stroke by stroke. */
@NullMarked
package org.digitpad.data.synth;

import org.jspecify.annotations.NullMarked;
