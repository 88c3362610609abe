package org.digitpad.ui.mydrawings;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.digitpad.i18n.Messages;

/** The My Drawings tab: a toolbar, and below it the drawings. */
public final class MyDrawingsTab extends BorderPane {
  private static final double MARGIN = 24;

  /** On the left of the toolbar: whose drawings are shown. */
  private final HBox people = new HBox(8);

  /** On the right of the toolbar: what can be done with the drawings. */
  private final HBox tools = new HBox(8);

  public MyDrawingsTab(MyDrawingsViewModel model) {
    getStyleClass().add("my-drawings-tab");
    people.setAlignment(Pos.CENTER_LEFT);
    tools.setAlignment(Pos.CENTER_RIGHT);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox toolbar = new HBox(8, people, space, tools);
    toolbar.setAlignment(Pos.CENTER_LEFT);
    toolbar.setAccessibleText(Messages.get("ui.mydrawings.toolbar"));
    setPadding(new Insets(MARGIN));
    setTop(toolbar);
  }

  /** Adds controls to the left of the toolbar, such as the menu of people. */
  public void addPeople(Node... nodes) {
    people.getChildren().addAll(nodes);
  }

  /** Adds controls to the right of the toolbar, such as buttons that use the drawings. */
  public void addTools(Node... nodes) {
    tools.getChildren().addAll(nodes);
  }
}
