@NullMarked
package org.digitpad.ui.paper;

import org.jspecify.annotations.NullMarked;
