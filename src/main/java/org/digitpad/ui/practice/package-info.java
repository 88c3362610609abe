/** Practice: a round that asks for digits, so that there are drawings to learn from. */
@NullMarked
package org.digitpad.ui.practice;

import org.jspecify.annotations.NullMarked;
