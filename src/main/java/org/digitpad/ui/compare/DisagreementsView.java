package org.digitpad.ui.compare;

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
import org.digitpad.i18n.Messages;
import org.digitpad.ui.common.FormControls;
import org.digitpad.ui.common.LazyTooltips;

/**
 * The test digits on which the models disagree: chips to filter them, and a virtualized strip of
 * them. A click or Enter puts a digit on the canvas.
 */
final class DisagreementsView extends VBox {
  private static final double ORDER_HEIGHT = 36;

  private final DisagreementsViewModel model;
  private final FlowPane filterChips = new FlowPane(8, 8);
  private final ToggleGroup filters = new ToggleGroup();
  private final ListView<Disagreement> strip = new ListView<>();
  private final Label placeholder = FormControls.wrappingLabel("no-disagreement");

  DisagreementsView(DisagreementsViewModel model, TestPredictionsViewModel predictions) {
    super(12);
    this.model = model;
    setId("disagreements");
    Label orderName = new Label(Messages.get("ui.compare.disagreements.order"));
    orderName.setMinWidth(Region.USE_PREF_SIZE);
    ComboBox<DisagreementsViewModel.Order> order =
        FormControls.comboBox("order", orderName, DisagreementsViewModel.Order::title);
    order.getItems().setAll(DisagreementsViewModel.Order.values());
    order.setValue(model.orderProperty().get());
    order.setMinWidth(Region.USE_PREF_SIZE);
    order.setOnAction(event -> model.orderProperty().set(order.getValue()));
    HBox.setHgrow(filterChips, Priority.ALWAYS);
    HBox ordering = new HBox(8, orderName, order);
    ordering.setAlignment(Pos.TOP_LEFT);
    ordering.setMinHeight(Region.USE_PREF_SIZE);
    orderName.setPrefHeight(ORDER_HEIGHT);
    HBox top = new HBox(16, filterChips, ordering);
    top.setAlignment(Pos.TOP_LEFT);
    strip.setId("strip");
    strip.getStyleClass().add("strip");
    strip.setOrientation(Orientation.HORIZONTAL);
    strip.setAccessibleText(Messages.get("ui.compare.disagreements.accessible"));
    strip.setCellFactory(list -> new DisagreementCell(model));
    strip.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    placeholder.getStyleClass().add("muted");
    getChildren().addAll(top, new TestImagesStatus(predictions), strip, placeholder);
    model.shownProperty().addListener((property, before, now) -> show(now));
    show(model.shownProperty().get());
  }

  private void keyPressed(KeyEvent event) {
    Disagreement selected = strip.getSelectionModel().getSelectedItem();
    boolean confirms = event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE;
    if (confirms && selected != null) {
      model.putOnCanvas(selected);
      event.consume();
    }
  }

  private void show(DisagreementsViewModel.Shown shown) {
    int models = shown.columns().size();
    strip.setPrefHeight(DisagreementCell.height(models) + DisagreementCell.SCROLL_BAR_HEIGHT);
    strip.setMinHeight(strip.getPrefHeight());
    strip.getItems().setAll(shown.digits());
    FormControls.setVisible(strip, !shown.digits().isEmpty());
    FormControls.setVisible(placeholder, shown.digits().isEmpty());
    placeholder.setText(
        Messages.get(
            models < 2
                ? "ui.compare.disagreements.tooFewModels"
                : "ui.compare.disagreements.none"));
    updateFilterChips(models);
  }

  private void updateFilterChips(int models) {
    int wanted = models < 2 ? 0 : models;
    if (filterChips.getChildren().size() != wanted) {
      filterChips.getChildren().clear();
      filters.getToggles().clear();
      for (int correct = 0; correct < wanted; correct++) {
        filterChips.getChildren().add(filterChip(correct));
      }
    }
    for (int correct = 0; correct < filterChips.getChildren().size(); correct++) {
      ToggleButton chip = (ToggleButton) filterChips.getChildren().get(correct);
      chip.setText(filterText(correct, models));
      chip.setSelected(model.correctModelsProperty().get() == correct);
    }
  }

  private ToggleButton filterChip(int correct) {
    ToggleButton chip = new ToggleButton();
    chip.setId("correct-" + correct);
    chip.getStyleClass().add("chip");
    chip.setToggleGroup(filters);
    LazyTooltips.install(
        chip,
        Messages.get(
            correct == DisagreementsViewModel.ANY
                ? "ui.compare.disagreements.any.tooltip"
                : "ui.compare.disagreements.filter.tooltip"));
    chip.setOnAction(
        event -> {
          chip.setSelected(true);
          model.correctModelsProperty().set(correct);
        });
    return chip;
  }

  private String filterText(int correct, int models) {
    return correct == DisagreementsViewModel.ANY
        ? Messages.get("ui.compare.disagreements.any", model.count(correct))
        : Messages.plural("ui.compare.disagreements.filter", correct, models, model.count(correct));
  }
}
