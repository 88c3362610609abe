package org.digitpad.evaluate;

/**
 * The digit that a model predicts for one image.
 *
 * @param digit the most probable digit; the smallest one if several are equally probable
 * @param confidence its probability, 0 to 1
 */
public record TopPrediction(int digit, double confidence) {}
