package org.digitpad.ui;

import java.util.List;
import javafx.scene.Node;
import org.digitpad.ui.common.Command;

/**
 * One of the things that the window can show.
 *
 * @param name what people call it
 * @param view fills the window below the header; takes the focus when the room is entered
 * @param commands what can be done in it
 */
record Room(String name, Node view, List<Command> commands) {}
