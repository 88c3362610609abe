/** Network architectures as plain data: layers, shapes, parameter tensors and initializers. */
@NullMarked
package org.digitpad.nn.arch;

import org.jspecify.annotations.NullMarked;
