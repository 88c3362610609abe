@NullMarked
package org.digitpad.ui.answer;

import org.jspecify.annotations.NullMarked;
