package org.digitpad.ui.inside;

import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.digitpad.i18n.Messages;
import org.digitpad.nn.kernel.LayerTrace;
import org.digitpad.ui.common.LazyTooltips;
import org.jspecify.annotations.Nullable;

/** Switches a unit, or its whole layer, off and on again. */
final class SwitchOffPane extends HBox {
  private final InsideViewModel model;
  private final ToggleButton unitButton = new ToggleButton(Messages.get("ui.inside.unitOff"));
  private final ToggleButton layerButton = new ToggleButton(Messages.get("ui.inside.layerOff"));
  private @Nullable LayerTrace layer;
  private int unit;

  /**
   * @param id beginning of the ids of the buttons
   */
  SwitchOffPane(String id, InsideViewModel model) {
    super(4);
    this.model = model;
    unitButton.setId(id + "-unit-off");
    layerButton.setId(id + "-layer-off");
    for (ToggleButton button : List.of(unitButton, layerButton)) {
      button.getStyleClass().add("inside-choice");
      button.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(button, Priority.ALWAYS);
    }
    LazyTooltips.install(unitButton, Messages.get("ui.inside.unitOff.tooltip"));
    LazyTooltips.install(layerButton, Messages.get("ui.inside.layerOff.tooltip"));
    unitButton.setOnAction(event -> switchUnit());
    layerButton.setOnAction(
        event -> {
          LayerTrace now = layer;
          if (now != null) {
            model.switchLayer(now);
          }
          update();
        });
    model.maskProperty().addListener((property, before, now) -> update());
    getChildren().addAll(unitButton, layerButton);
  }

  /** Switches the unit off, or on again. */
  void switchUnit() {
    LayerTrace now = layer;
    if (now != null) {
      model.switchUnit(now.layer().spec().name(), unit);
    }
    update();
  }

  /** Chooses what the buttons switch. */
  void choose(LayerTrace newLayer, int newUnit) {
    layer = newLayer;
    unit = newUnit;
    update();
  }

  private void update() {
    LayerTrace now = layer;
    if (now != null) {
      layerButton.setSelected(model.isOff(now));
      unitButton.setSelected(model.maskProperty().get().isOff(now.layer().spec().name(), unit));
    }
  }
}
