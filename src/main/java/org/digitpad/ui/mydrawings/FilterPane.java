package org.digitpad.ui.mydrawings;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.digitpad.data.mydrawings.MyDrawing;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.Numbers;
import org.digitpad.ui.common.LazyTooltips;

/**
 * Chooses which drawings are shown: all or one label, each with its count, and misread ones only.
 */
final class FilterPane extends VBox {
  private static final double WIDTH = 136;

  private final BrowseViewModel model;
  private final List<ToggleButton> buttons = new ArrayList<>();
  private final List<Label> counts = new ArrayList<>();
  private final CheckBox misread = new CheckBox(Messages.get("ui.mydrawings.misreadOnly"));

  FilterPane(BrowseViewModel model) {
    super(0);
    this.model = model;
    setMinWidth(WIDTH);
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    ToggleGroup group = new ToggleGroup();
    for (int label = BrowseViewModel.ALL; label < MyDrawing.LABELS; label++) {
      getChildren().add(button(label, group));
    }
    misread.setId("misread-only");
    misread.setWrapText(true);
    LazyTooltips.install(misread, Messages.get("ui.mydrawings.misreadOnly.tooltip"));
    misread.setOnAction(event -> model.setMisreadOnly(misread.isSelected()));
    VBox.setMargin(misread, new Insets(12, 0, 12, 8));
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    Label local = new Label(Messages.get("ui.mydrawings.local"));
    local.getStyleClass().addAll("muted", "my-drawings-local");
    local.setWrapText(true);
    local.setMinHeight(0);
    getChildren().addAll(misread, space, local);
    model.rowsProperty().addListener((property, before, now) -> show());
    model.filterProperty().addListener((property, before, now) -> show());
    show();
  }

  private ToggleButton button(int label, ToggleGroup group) {
    Label name = new Label(name(label));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Label count = new Label();
    count.getStyleClass().add("filter-count");
    HBox content = new HBox(8, name, space, count);
    content.setAlignment(Pos.CENTER_LEFT);
    content.setPrefWidth(WIDTH - 24);
    ToggleButton button = new ToggleButton();
    button.setId("filter-" + (label == BrowseViewModel.ALL ? "all" : String.valueOf(label)));
    button.setGraphic(content);
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.getStyleClass().setAll("filter-button");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setToggleGroup(group);
    button.setOnAction(
        event -> {
          model.setFilter(label);
          show();
        });
    buttons.add(button);
    counts.add(count);
    return button;
  }

  private static String name(int label) {
    return label == BrowseViewModel.ALL
        ? Messages.get("ui.mydrawings.all")
        : LabelNames.title(label);
  }

  private void show() {
    for (int i = 0; i < buttons.size(); i++) {
      int label = i + BrowseViewModel.ALL;
      int count = model.count(label);
      counts.get(i).setText(count == 0 ? "" : Numbers.integer(count));
      buttons.get(i).setSelected(model.filterProperty().get() == label);
      buttons
          .get(i)
          .setAccessibleText(Messages.plural("ui.mydrawings.filter.name", count, name(label)));
    }
    misread.setSelected(model.misreadOnlyProperty().get());
  }
}
