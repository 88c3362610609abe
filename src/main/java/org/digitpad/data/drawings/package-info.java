/** The drawings that are kept for later, and the file that they are kept in. */
@NullMarked
package org.digitpad.data.drawings;

import org.jspecify.annotations.NullMarked;
