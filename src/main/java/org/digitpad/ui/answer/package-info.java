/** Shows predictions: the verdict, the probability bars and the image that the network sees. */
@NullMarked
package org.digitpad.ui.answer;

import org.jspecify.annotations.NullMarked;
