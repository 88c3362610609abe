/** MNIST: its IDX files, the folder they lie in, and their verified download. */
@NullMarked
package org.digitpad.data.mnist;

import org.jspecify.annotations.NullMarked;
