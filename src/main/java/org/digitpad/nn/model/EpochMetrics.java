package org.digitpad.nn.model;

/**
 * What one epoch of training came to.
 *
 * @param epoch number from 1
 * @param seconds wall time of the pass over the training images, validation left out
 * @param loss mean cross-entropy on the training images while they passed, in nats; where some are
 *     no digits, that is one more class
 * @param accuracy share of training digits read right while they passed, 0 to 1
 * @param valLoss mean cross-entropy on the validation images after the epoch, in nats, before any
 *     calibration
 * @param valAccuracy share of validation images read right after the epoch, 0 to 1
 */
public record EpochMetrics(
    int epoch, double seconds, double loss, double accuracy, double valLoss, double valAccuracy) {}
