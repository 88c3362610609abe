/** Export of models as ONNX files, which other programs can run. */
@NullMarked
package org.digitpad.nn.onnx;

import org.jspecify.annotations.NullMarked;
