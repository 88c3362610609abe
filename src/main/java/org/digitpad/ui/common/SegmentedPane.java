package org.digitpad.ui.common;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** Names in a row of which one at most is chosen; its content shows, and that of no other. */
public final class SegmentedPane extends HBox {
  /**
   * A name with what it stands for.
   *
   * @param id of the button
   * @param content shown while the name is chosen; whoever lays it out places it
   */
  public record Pill(String name, String id, Node content) {}

  public SegmentedPane(List<Pill> pills) {
    ToggleGroup group = new ToggleGroup();
    for (int i = 0; i < pills.size(); i++) {
      Pill pill = pills.get(i);
      ToggleButton button = new ToggleButton(pill.name());
      button.setId(pill.id());
      button.setToggleGroup(group);
      button
          .getStyleClass()
          .add(
              i == 0
                  ? Styles.LEFT_PILL
                  : i == pills.size() - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
      pill.content().visibleProperty().bind(button.selectedProperty());
      pill.content().managedProperty().bind(button.selectedProperty());
      getChildren().add(button);
    }
  }

  /** Chooses a name. */
  public void choose(int index) {
    ((ToggleButton) getChildren().get(index)).setSelected(true);
  }
}
