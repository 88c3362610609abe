package org.digitpad.ui.pad;

import atlantafx.base.theme.Styles;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import org.digitpad.i18n.Messages;
import org.digitpad.ui.common.Action;
import org.digitpad.ui.common.IconButtons;
import org.digitpad.ui.common.LazyTooltips;

/**
 * The toolbar of the canvas: undo, redo and clear on the left, the brush width and what a tab adds
 * on the right.
 */
public final class PadToolbar extends HBox {
  private static final double SLIDER_WIDTH = 144;
  private static final double MIN_SLIDER_WIDTH = 48;

  /**
   * @param more controls at the right end
   */
  public PadToolbar(PadViewModel model, PadActions actions, Node... more) {
    super(8);
    getStyleClass().add("pad-toolbar");
    setAlignment(Pos.CENTER_LEFT);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren()
        .addAll(
            button(actions.undo(), "undo"),
            button(actions.redo(), "redo"),
            clear(actions.clear()),
            space,
            dot(PadViewModel.MIN_BRUSH),
            brush(model),
            dot(PadViewModel.MAX_BRUSH));
    getChildren().addAll(more);
  }

  private static Button button(Action action, String id) {
    Button button = IconButtons.of(action);
    button.setId(id);
    return button;
  }

  private static Button clear(Action action) {
    Button button = button(action, "clear");
    button.getStyleClass().remove(Styles.BUTTON_ICON);
    button.setText(action.name());
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private static Slider brush(PadViewModel model) {
    Slider slider = new Slider(PadViewModel.MIN_BRUSH, PadViewModel.MAX_BRUSH, 0);
    slider.setId("brush");
    slider.setPrefWidth(SLIDER_WIDTH);
    slider.setMinWidth(MIN_SLIDER_WIDTH);
    slider.setBlockIncrement(2);
    slider.setAccessibleText(Messages.get("ui.pad.brush"));
    LazyTooltips.install(slider, Messages.get("ui.pad.brush.tip"));
    // no bidirectional binding: loading JavaFX's class Bindings would delay the start
    DoubleProperty brush = model.brushProperty();
    slider.setValue(brush.get());
    slider.valueProperty().addListener((property, before, now) -> brush.set(slider.getValue()));
    brush.addListener((property, before, now) -> slider.setValue(brush.get()));
    return slider;
  }

  private static Circle dot(double width) {
    Circle dot = new Circle(width / 4);
    dot.getStyleClass().add("brush-dot");
    return dot;
  }
}
