package org.digitpad.ui;

import java.util.function.Supplier;

/**
 * What the About dialog shows.
 *
 * @param version the version of DigitPad
 * @param modelName name and size of the bundled model, as in "Conv-GRU · 28,506 parameters"
 * @param dataFolder returns the folder of preferences and drawings; may be slow
 */
public record AppInfo(String version, String modelName, Supplier<String> dataFolder) {}
