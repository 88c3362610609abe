/**
 * Recognizes drawings of several digits: groups the strokes into digits, and cuts strokes that run
 * through two of them.
 */
@NullMarked
package org.digitpad.recognize.sequence;

import org.jspecify.annotations.NullMarked;
