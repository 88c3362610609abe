/**
 * Reads image files of digits. A file's structure is checked and its size bounded before Java's
 * decoders see it, and they see only the parts that make up the picture.
 */
@NullMarked
package org.digitpad.recognize.image;

import org.jspecify.annotations.NullMarked;
