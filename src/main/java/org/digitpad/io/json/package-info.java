/** JSON text as maps, lists, strings and numbers, without the weight of data binding. */
@NullMarked
package org.digitpad.io.json;

import org.jspecify.annotations.NullMarked;
