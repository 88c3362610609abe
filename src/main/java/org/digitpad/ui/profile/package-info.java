/** The people who use DigitPad: their menu and its dialogs. */
@NullMarked
package org.digitpad.ui.profile;

import org.jspecify.annotations.NullMarked;
