package org.digitpad.ui.inside;

/**
 * The value of a convolution that is followed by hand.
 *
 * @param layer number of the layer, from 0
 * @param channel from 0
 * @param step of the output, from 0
 */
record ConvolutionChoice(int layer, int channel, int step) {}
