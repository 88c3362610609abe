/** The models that a person can choose from. */
@NullMarked
package org.digitpad.ui.models;

import org.jspecify.annotations.NullMarked;
