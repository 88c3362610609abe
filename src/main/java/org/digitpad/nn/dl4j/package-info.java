/**
 * Training on Deeplearning4j: its layers on DigitPad's kernels, optimizers and the training step.
 */
@NullMarked
package org.digitpad.nn.dl4j;

import org.jspecify.annotations.NullMarked;
