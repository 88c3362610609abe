/**
 * The text that people read, from one resource bundle, and numbers as their language writes them.
 */
@NullMarked
package org.digitpad.i18n;

import org.jspecify.annotations.NullMarked;
