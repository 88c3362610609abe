package org.digitpad.ui;

import java.util.function.Supplier;
import org.digitpad.io.DataFolders;

/**
 * What the About dialog shows.
 *
 * @param version the version of DigitPad
 * @param modelName name and size of the bundled model, as in "Conv-GRU · 28,506 parameters"
 * @param folders returns the folders of settings, drawings and the log; may be slow
 */
public record AppInfo(String version, String modelName, Supplier<DataFolders> folders) {}
