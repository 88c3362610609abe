package org.digitpad.ui.common;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** A row of toggle buttons, of which at most one is selected; only its content is visible. */
public final class SegmentedPane extends HBox {
  /**
   * A button and its content.
   *
   * @param name label of the button
   * @param id node id of the button
   * @param content visible while the button is selected; the caller adds it to a parent
   */
  public record Segment(String name, String id, Node content) {}

  public SegmentedPane(List<Segment> segments) {
    ToggleGroup group = new ToggleGroup();
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      ToggleButton button = new ToggleButton(segment.name());
      button.setId(segment.id());
      button.setToggleGroup(group);
      button
          .getStyleClass()
          .add(
              i == 0
                  ? Styles.LEFT_PILL
                  : i == segments.size() - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
      segment.content().visibleProperty().bind(button.selectedProperty());
      segment.content().managedProperty().bind(button.selectedProperty());
      getChildren().add(button);
    }
  }

  /** Selects a button. */
  public void select(int index) {
    ((ToggleButton) getChildren().get(index)).setSelected(true);
  }
}
