/**
 * Recognizes digits in drawings and image files with a model, live or one at a time, and lists the
 * models available.
 */
@NullMarked
package org.digitpad.recognize;

import org.jspecify.annotations.NullMarked;
