package org.digitpad.explain;

import java.util.function.DoubleFunction;
import org.digitpad.ink.Drawing;

/**
 * Changes of one kind that differ by how strong they are.
 *
 * @param stroke number of the stroke that is changed; -1 if all are
 * @param levels strengths to try, in growing order; what they measure depends on the kind
 * @param amountPerLevel what a level of 1 changes, as {@link NearestChange#amount} measures it
 * @param changed makes the drawing for a level
 */
record ChangeFamily(
    ChangeKind kind,
    int stroke,
    double[] levels,
    double amountPerLevel,
    DoubleFunction<Drawing> changed) {}
