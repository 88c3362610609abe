package org.digitpad.data.synth;

/** Which doodles: no template is in both parts, so that what is measured has never been learned. */
public enum NonDigitSplit {
  LEARN,
  MEASURE
}
