package org.digitpad.ui;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.digitpad.ui.common.Action;

/**
 * A tab of the window.
 *
 * @param id its tab button has the node id {@code tab-} followed by this
 * @param name label of the tab button
 * @param view creates the content when the tab is first selected; the content receives the focus
 *     whenever the tab is selected
 * @param actions actions whose shortcuts work in this tab
 * @param onSelected called whenever the tab is selected
 */
record AppTab(
    String id,
    String name,
    Supplier<? extends Node> view,
    List<Action> actions,
    Runnable onSelected) {}
