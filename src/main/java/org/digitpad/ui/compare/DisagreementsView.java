package org.digitpad.ui.compare;

import java.util.Locale;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.digitpad.evaluate.Disagreement;
import org.digitpad.ui.common.Forms;
import org.digitpad.ui.common.LazyTooltips;

/**
 * The digits on which the models differ: chips to filter them, and a strip of them that makes no
 * more nodes than are in sight. A click or Enter puts one on the paper.
 */
final class DisagreementsView extends VBox {
  private final DisagreementsViewModel model;
  private final FlowPane chips = new FlowPane(8, 8);
  private final ToggleGroup filters = new ToggleGroup();
  private final ListView<Disagreement> strip = new ListView<>();
  private final Label nothing = Forms.wrappingLabel("no-disagreement");

  DisagreementsView(DisagreementsViewModel model, TestPredictionsViewModel readings) {
    super(12);
    this.model = model;
    setId("explorer");
    ComboBox<DisagreementsViewModel.Order> order =
        Forms.comboBox("order", "Order", DisagreementsViewModel.Order::title);
    order.getItems().setAll(DisagreementsViewModel.Order.values());
    order.setValue(model.orderProperty().get());
    order.setMinWidth(Region.USE_PREF_SIZE);
    order.setOnAction(event -> model.orderProperty().set(order.getValue()));
    HBox.setHgrow(chips, Priority.ALWAYS);
    HBox top = new HBox(16, chips, order);
    top.setAlignment(Pos.TOP_LEFT);
    strip.setId("strip");
    strip.getStyleClass().add("strip");
    strip.setOrientation(Orientation.HORIZONTAL);
    strip.setAccessibleText("Digits on which the models differ; Enter puts one on the paper");
    strip.setCellFactory(list -> new DisagreementCell(model));
    strip.addEventFilter(KeyEvent.KEY_PRESSED, this::send);
    nothing.getStyleClass().add("muted");
    getChildren().addAll(top, new TestImagesStatus(readings), strip, nothing);
    model.shownProperty().addListener((property, before, now) -> show(now));
    show(model.shownProperty().get());
  }

  private void send(KeyEvent event) {
    Disagreement chosen = strip.getSelectionModel().getSelectedItem();
    boolean asked = event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE;
    if (asked && chosen != null) {
      model.send(chosen);
      event.consume();
    }
  }

  private void show(DisagreementsViewModel.Shown shown) {
    int models = shown.columns().size();
    strip.setPrefHeight(DisagreementCell.height(models) + DisagreementCell.SCROLL_BAR);
    strip.setMinHeight(strip.getPrefHeight());
    strip.getItems().setAll(shown.digits());
    Forms.setVisible(strip, !shown.digits().isEmpty());
    Forms.setVisible(nothing, shown.digits().isEmpty());
    nothing.setText(
        models < 2
            ? "As soon as two models have read the images, those on which they differ are here."
            : "They read all of these images alike.");
    showChips(models);
  }

  private void showChips(int models) {
    int wanted = models < 2 ? 0 : models;
    if (chips.getChildren().size() != wanted) {
      chips.getChildren().clear();
      filters.getToggles().clear();
      for (int right = 0; right < wanted; right++) {
        chips.getChildren().add(chip(right));
      }
    }
    for (int right = 0; right < chips.getChildren().size(); right++) {
      ToggleButton chip = (ToggleButton) chips.getChildren().get(right);
      chip.setText(String.format(Locale.ROOT, "%s · %,d", name(right, models), model.count(right)));
      chip.setSelected(model.rightProperty().get() == right);
    }
  }

  private ToggleButton chip(int right) {
    ToggleButton chip = new ToggleButton();
    chip.setId("right-" + right);
    chip.getStyleClass().add("chip");
    chip.setToggleGroup(filters);
    LazyTooltips.install(
        chip,
        right == DisagreementsViewModel.ANY
            ? "Digits that some models read right and others wrong"
            : "How many of the models read these right");
    chip.setOnAction(
        event -> {
          chip.setSelected(true);
          model.rightProperty().set(right);
        });
    return chip;
  }

  private static String name(int right, int models) {
    return switch (right) {
      case DisagreementsViewModel.ANY -> "All on which they differ";
      case 1 -> "Only one right";
      default -> "Only " + right + " of " + models + " right";
    };
  }
}
