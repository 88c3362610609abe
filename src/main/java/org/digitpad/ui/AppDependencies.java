package org.digitpad.ui;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.digitpad.data.drawings.DrawingStore;
import org.digitpad.data.profiles.Profiles;
import org.digitpad.ui.answer.ActiveModel;
import org.digitpad.ui.common.PreferencesStore;
import org.digitpad.ui.common.SystemAppearance;
import org.digitpad.ui.compare.CompareDependencies;
import org.digitpad.ui.draw.DraftStore;
import org.digitpad.ui.learn.LearnDependencies;
import org.digitpad.ui.train.TrainDependencies;

/**
 * What the window depends on.
 *
 * @param models the models that the pad can use
 * @param drafts saves the drawing
 * @param drawings keeps recent drawings
 * @param myDrawings returns the file of the first person's drawings; slow, called in the background
 * @param profiles the people, each with drawings and models of their own
 * @param learning makes and keeps copies of models that have learned from drawings
 * @param preferences saves preferences
 * @param systemAppearance asks the operating system; slow, called on a background thread
 * @param training dependencies of the Train tab
 * @param comparison dependencies of the Compare tab
 * @param info for the About dialog
 */
record AppDependencies(
    ActiveModel.Models models,
    DraftStore drafts,
    DrawingStore drawings,
    Supplier<Path> myDrawings,
    Profiles profiles,
    LearnDependencies learning,
    PreferencesStore preferences,
    Supplier<SystemAppearance.Detected> systemAppearance,
    TrainDependencies training,
    CompareDependencies comparison,
    AppInfo info) {}
