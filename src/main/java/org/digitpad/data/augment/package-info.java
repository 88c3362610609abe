/**
 * Data augmentation: random rotation, shear, scale, translation, elastic deformation and stroke
 * thickness of digit images.
 */
@NullMarked
package org.digitpad.data.augment;

import org.jspecify.annotations.NullMarked;
