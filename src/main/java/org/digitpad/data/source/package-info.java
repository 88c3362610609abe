/** Selection of the dataset by the {@code --data} option, the environment or the default. */
@NullMarked
package org.digitpad.data.source;

import org.jspecify.annotations.NullMarked;
