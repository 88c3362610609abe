/** What all tabs share: actions, dialogs, themes, preferences and small controls. */
@NullMarked
package org.digitpad.ui.common;

import org.jspecify.annotations.NullMarked;
