/** Trained models with their cards, and the safetensors files in which they are stored. */
@NullMarked
package org.digitpad.nn.model;

import org.jspecify.annotations.NullMarked;
