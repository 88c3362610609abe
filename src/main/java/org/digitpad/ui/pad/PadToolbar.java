package org.digitpad.ui.pad;

import atlantafx.base.theme.Styles;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import org.digitpad.ui.common.Command;
import org.digitpad.ui.common.IconButtons;
import org.digitpad.ui.common.LazyTooltips;

/** Below the paper: undo, redo and clear on the left, the brush on the right. */
public final class PadToolbar extends HBox {
  private static final double SLIDER_WIDTH = 144;
  private static final double NARROWEST_SLIDER = 48;

  /**
   * @param model for the brush
   * @param commands for the buttons
   */
  public PadToolbar(PadViewModel model, PadCommands commands) {
    super(8);
    getStyleClass().add("pad-toolbar");
    setAlignment(Pos.CENTER_LEFT);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren()
        .addAll(
            button(commands.undo(), "undo"),
            button(commands.redo(), "redo"),
            clear(commands.clear()),
            space,
            dot(PadViewModel.THINNEST),
            brush(model),
            dot(PadViewModel.THICKEST));
  }

  private static Button button(Command command, String id) {
    Button button = IconButtons.of(command);
    button.setId(id);
    return button;
  }

  private static Button clear(Command command) {
    Button button = button(command, "clear");
    button.getStyleClass().remove(Styles.BUTTON_ICON);
    button.setText(command.name());
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private static Slider brush(PadViewModel model) {
    Slider slider = new Slider(PadViewModel.THINNEST, PadViewModel.THICKEST, 0);
    slider.setId("brush");
    slider.setPrefWidth(SLIDER_WIDTH);
    slider.setMinWidth(NARROWEST_SLIDER);
    slider.setBlockIncrement(2);
    slider.setAccessibleText("Brush width");
    LazyTooltips.tell(slider, "Brush width, for the whole drawing");
    // no bidirectional binding: JavaFX's class of all bindings is slow to load at the start
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
