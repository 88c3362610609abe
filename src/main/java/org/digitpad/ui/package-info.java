@NullMarked
package org.digitpad.ui;

import org.jspecify.annotations.NullMarked;
