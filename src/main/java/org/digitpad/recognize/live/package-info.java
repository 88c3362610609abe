/** Recognizes a drawing while it grows, on a thread of its own. */
@NullMarked
package org.digitpad.recognize.live;

import org.jspecify.annotations.NullMarked;
