/**
 * What a network does with a digit, as plain records: beliefs step by step, hidden states, what
 * mattered, what would change the answer. It computes in plain Java and on one thread.
 */
@NullMarked
package org.digitpad.explain;

import org.jspecify.annotations.NullMarked;
