/** The drawings of which a person has said what they are, and the file that they are kept in. */
@NullMarked
package org.digitpad.data.mydrawings;

import org.jspecify.annotations.NullMarked;
