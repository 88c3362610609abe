/** MNIST: its IDX files, the folder that contains them, and their verified download. */
@NullMarked
package org.digitpad.data.mnist;

import org.jspecify.annotations.NullMarked;
