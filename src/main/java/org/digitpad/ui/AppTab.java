package org.digitpad.ui;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.digitpad.ui.common.Command;

/**
 * One of the things that the window can show.
 *
 * @param name what people call it
 * @param view makes what fills the window below the header, when the room is first entered; takes
 *     the focus whenever it is
 * @param commands what can be done in it
 * @param entered called whenever people enter
 */
record AppTab(
    String name, Supplier<? extends Node> view, List<Command> commands, Runnable entered) {}
