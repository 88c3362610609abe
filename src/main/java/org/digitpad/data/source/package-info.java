/** Finds the dataset that an option, the environment or the default names. */
@NullMarked
package org.digitpad.data.source;

import org.jspecify.annotations.NullMarked;
