package org.digitpad.ui;

import java.util.function.Supplier;
import org.digitpad.recognize.DigitReader;
import org.digitpad.ui.common.Settings;
import org.digitpad.ui.common.SystemLook;
import org.digitpad.ui.compare.CompareParts;
import org.digitpad.ui.pad.DraftStore;
import org.digitpad.ui.train.TrainParts;

/**
 * All that the window needs from outside of it.
 *
 * @param reader finds the reader; slow, called on the inference thread once the window is there
 * @param drafts keeps the drawing on the paper
 * @param settings remembers preferences
 * @param systemLook asks the system; slow, called on a background thread
 * @param training what the room to train in needs
 * @param comparing what the room to compare in needs
 * @param info what to tell about the app
 */
record AppParts(
    Supplier<DigitReader> reader,
    DraftStore drafts,
    Settings settings,
    Supplier<SystemLook.Look> systemLook,
    TrainParts training,
    CompareParts comparing,
    AppInfo info) {}
