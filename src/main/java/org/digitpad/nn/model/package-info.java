/** Trained models with their model cards, as safetensors files. */
@NullMarked
package org.digitpad.nn.model;

import org.jspecify.annotations.NullMarked;
