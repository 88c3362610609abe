package org.digitpad.data.synth;

/**
 * The split of the non-digits. No template is in both parts, so that networks are tested with
 * drawings unlike those that they were trained on.
 */
public enum NonDigitSplit {
  TRAIN,
  TEST
}
