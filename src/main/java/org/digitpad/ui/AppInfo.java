package org.digitpad.ui;

import java.util.function.Supplier;
import org.digitpad.io.DataFolders;

/**
 * What the About dialog shows.
 *
 * @param version the version of DigitPad
 * @param folders returns the folders of settings, drawings and the log; may be slow
 */
public record AppInfo(String version, Supplier<DataFolders> folders) {}
