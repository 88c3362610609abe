/** Forward and backward passes of each layer type on OpenBLAS, and inference without ND4J. */
@NullMarked
package org.digitpad.nn.kernel;

import org.jspecify.annotations.NullMarked;
