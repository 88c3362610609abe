/** Exports models as ONNX. */
@NullMarked
package org.digitpad.nn.onnx;

import org.jspecify.annotations.NullMarked;
