package org.digitpad.ui.pad;

import atlantafx.base.theme.Styles;
import javafx.scene.Group;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import org.digitpad.i18n.Messages;
import org.digitpad.ui.common.Action;
import org.digitpad.ui.common.IconButtons;
import org.digitpad.ui.common.LazyTooltips;

/** The buttons that choose a tool, of which that of the present tool is selected. */
final class ToolButtons extends HBox {
  /** An eraser on a line, on a square of 24 units, as Feather's icons. */
  private static final String ERASER =
      "M8 20 3.5 15.5a2 2 0 0 1 0-3l9-9a2 2 0 0 1 3 0l5 5a2 2 0 0 1 0 3L12 20zM8 8l8 8M12 20h9";

  private static final double ERASER_SCALE = 17.0 / 24;

  ToolButtons(PadViewModel model, PadActions actions) {
    setMinWidth(USE_PREF_SIZE);
    ToggleButton pen = button(model, Tool.PEN, actions.pen(), "pen", Styles.LEFT_PILL);
    ToggleButton eraser =
        button(model, Tool.ERASER, actions.eraser(), "eraser", Styles.CENTER_PILL);
    ToggleButton select = button(model, Tool.SELECT, actions.select(), "select", Styles.RIGHT_PILL);
    eraser.setGraphic(eraserIcon(eraser));
    LazyTooltips.install(pen, Messages.get("ui.pad.pen.tip", actions.pen().shortcut()));
    LazyTooltips.install(eraser, Messages.get("ui.pad.eraser.tip", actions.eraser().shortcut()));
    LazyTooltips.install(select, Messages.get("ui.pad.select.tip", actions.select().shortcut()));
    getChildren().addAll(pen, eraser, select);
  }

  private static ToggleButton button(
      PadViewModel model, Tool tool, Action action, String id, String pill) {
    ToggleButton button = new ToggleButton();
    IconButtons.style(button, action.icon(), action.name());
    button.getStyleClass().remove(Styles.FLAT);
    button.getStyleClass().add(pill);
    button.setId(id);
    button.setMaxHeight(Double.MAX_VALUE);
    Runnable update = () -> button.setSelected(model.toolProperty().get() == tool);
    button.setOnAction(
        event -> {
          action.run();
          // the button has toggled itself, whatever the tool is now
          update.run();
        });
    model.toolProperty().addListener(change -> update.run());
    update.run();
    return button;
  }

  private static Group eraserIcon(ToggleButton button) {
    SVGPath icon = new SVGPath();
    icon.setContent(ERASER);
    icon.setFill(Color.TRANSPARENT);
    icon.setStrokeWidth(2);
    icon.setStrokeLineCap(StrokeLineCap.ROUND);
    icon.setStrokeLineJoin(StrokeLineJoin.ROUND);
    icon.setScaleX(ERASER_SCALE);
    icon.setScaleY(ERASER_SCALE);
    icon.strokeProperty().bind(button.textFillProperty());
    // a group, whose size is that of the scaled icon
    return new Group(icon);
  }
}
