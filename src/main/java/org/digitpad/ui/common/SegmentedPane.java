package org.digitpad.ui.common;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.event.ActionEvent;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** A row of buttons that work as tabs: one is selected, and only its content is visible. */
public final class SegmentedPane extends HBox {
  /**
   * A button and its content.
   *
   * @param name label of the button
   * @param id node id of the button
   * @param content visible while the button is selected; the caller adds it to a parent
   */
  public record Segment(String name, String id, Node content) {}

  private final ToggleGroup group = new ToggleGroup();

  /**
   * @param name name of the row for screen readers
   * @param segments the first is selected
   */
  public SegmentedPane(String name, List<Segment> segments) {
    setAccessibleRole(AccessibleRole.TAB_PANE);
    setAccessibleText(name);
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      ToggleButton button = new ToggleButton(segment.name());
      button.setId(segment.id());
      button.setAccessibleRole(AccessibleRole.TAB_ITEM);
      button.setToggleGroup(group);
      button.addEventFilter(ActionEvent.ACTION, event -> button.setSelected(true));
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
    ((ToggleButton) getChildren().get(0)).setSelected(true);
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case ITEM_COUNT -> getChildren().size();
      case ITEM_AT_INDEX -> getChildren().get((Integer) parameters[0]);
      case FOCUS_ITEM -> group.getSelectedToggle();
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }
}
