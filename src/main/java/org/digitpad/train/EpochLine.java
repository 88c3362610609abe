package org.digitpad.train;

import org.digitpad.i18n.Messages;
import org.digitpad.i18n.Numbers;
import org.digitpad.nn.model.EpochMetrics;

/** The metrics of an epoch as one line of text, in the format of Keras. */
public final class EpochLine {
  private static final int DECIMALS = 4;

  private EpochLine() {}

  /**
   * Returns the line of an epoch.
   *
   * @param epochs number of epochs of the whole run
   */
  public static String of(EpochMetrics epoch, int epochs) {
    return Messages.get(
        "train.epochLine",
        Integer.toString(epoch.epoch()),
        Integer.toString(epochs),
        Numbers.decimal(epoch.seconds(), 1),
        Numbers.decimal(epoch.loss(), DECIMALS),
        Numbers.decimal(epoch.accuracy(), DECIMALS),
        Numbers.decimal(epoch.valLoss(), DECIMALS),
        Numbers.decimal(epoch.valAccuracy(), DECIMALS));
  }
}
