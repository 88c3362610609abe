package org.digitpad.ui;

import java.util.function.Supplier;
import javafx.scene.Node;

/**
 * A menu item that opens a dialog.
 *
 * @param title title of the dialog; the menu adds an ellipsis
 * @param content creates the content of the dialog each time it is opened
 */
record DialogMenuItem(String title, Supplier<? extends Node> content) {}
