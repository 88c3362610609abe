package org.digitpad.ui;

import java.util.function.Supplier;
import javafx.scene.Node;

/**
 * An entry of the menu that lays a sheet over the window.
 *
 * @param title of the sheet; the menu adds an ellipsis
 * @param content makes what is on it, each time anew
 */
record DialogEntry(String title, Supplier<? extends Node> content) {}
