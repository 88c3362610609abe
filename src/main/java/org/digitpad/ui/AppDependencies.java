package org.digitpad.ui;

import java.util.function.Supplier;
import org.digitpad.recognize.CanvasRecognizer;
import org.digitpad.ui.common.PreferencesStore;
import org.digitpad.ui.common.SystemAppearance;
import org.digitpad.ui.compare.CompareDependencies;
import org.digitpad.ui.draw.DraftStore;
import org.digitpad.ui.train.TrainDependencies;

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
record AppDependencies(
    Supplier<CanvasRecognizer> reader,
    DraftStore drafts,
    PreferencesStore settings,
    Supplier<SystemAppearance.Look> systemLook,
    TrainDependencies training,
    CompareDependencies comparing,
    AppInfo info) {}
