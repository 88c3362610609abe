package org.digitpad.ui;

import java.util.function.Supplier;

/**
 * What the window tells about the app.
 *
 * @param version the released version
 * @param modelName name and size of the network, as in "Conv-GRU · 28,506 parameters"
 * @param dataFolder where settings and drawings lie; may be slow to find
 */
public record AppInfo(String version, String modelName, Supplier<String> dataFolder) {}
