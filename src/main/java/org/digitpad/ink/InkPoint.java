package org.digitpad.ink;

/**
 * A place on the paper. x runs right and y runs down, in any unit that a whole drawing shares.
 *
 * @param x distance from the left
 * @param y distance from the top
 */
public record InkPoint(double x, double y) {}
