/**
 * Data augmentation: random rotation, slant, scale, elastic deformation and stroke thickness of
 * digit images.
 */
@NullMarked
package org.digitpad.data.augment;

import org.jspecify.annotations.NullMarked;
