/**
 * Network architectures as plain data: layers, shapes, parameter tensors and their initializers.
 */
@NullMarked
package org.digitpad.nn.arch;

import org.jspecify.annotations.NullMarked;
