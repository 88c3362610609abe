/** The people whose drawings are kept apart, and their folders. */
@NullMarked
package org.digitpad.data.profiles;

import org.jspecify.annotations.NullMarked;
