package org.digitpad.ui.draw;

import atlantafx.base.theme.Styles;
import java.io.File;
import java.util.List;
import java.util.Objects;
import javafx.event.Event;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.digitpad.i18n.Messages;
import org.digitpad.nn.model.ModelFile;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.ui.answer.ActiveModel;
import org.digitpad.ui.common.LazyTooltips;
import org.digitpad.ui.common.OpenFileDialog;

/** Shows the name of the model on the pad, and offers the others in a menu. */
final class ModelChooser extends MenuButton {
  private final ActiveModel model;

  ModelChooser(ActiveModel model) {
    this.model = model;
    setId("model");
    getStyleClass().addAll(Styles.FLAT, "model-chooser");
    textProperty().bind(model.answer().modelNameProperty());
    setMnemonicParsing(false);
    setMaxWidth(USE_PREF_SIZE);
    setWrapText(true);
    LazyTooltips.install(this, Messages.get("ui.draw.model.tooltip"));
    accessibleTextProperty()
        .bind(
            textProperty()
                .map(name -> Messages.get("ui.draw.model.accessible", String.valueOf(name))));
    setOnShowing(this::fill);
    setOnShown(event -> focusActive());
    // in time for the menu, but not at the start
    hoverProperty().addListener((property, before, hovered) -> findOwn(hovered));
    focusedProperty().addListener((property, before, focused) -> findOwn(focused));
    // without an item the menu would never be shown, and so never be filled
    getItems().add(new MenuItem());
  }

  /** The name wraps, so the height depends on the width. */
  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    Node label = lookup(".label");
    Node arrow = lookup(".arrow-button");
    if (width < 0 || label == null || arrow == null) {
      return super.computePrefHeight(width);
    }
    double free = width - snappedLeftInset() - snappedRightInset() - arrow.prefWidth(-1);
    return snappedTopInset() + label.prefHeight(free) + snappedBottomInset();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  /** Lets the arrow keys begin at the model in use. */
  private void focusActive() {
    getItems().stream()
        .filter(item -> item instanceof RadioMenuItem choice && choice.isSelected())
        .map(MenuItem::getStyleableNode)
        .filter(Objects::nonNull)
        .findFirst()
        .ifPresent(Node::requestFocus);
  }

  private void findOwn(boolean wanted) {
    if (wanted) {
      model.findOwn();
    }
  }

  private void fill(Event showing) {
    LibraryModel active = model.activeProperty().get();
    getItems().clear();
    model.parentOf(active).ifPresent(this::addBack);
    model.bundled().forEach(choice -> getItems().add(item(choice, choice.title())));
    List<LibraryModel> own = model.own();
    if (!own.isEmpty() || !active.isBundled()) {
      getItems().add(new SeparatorMenuItem());
      own.forEach(choice -> getItems().add(item(choice, ActiveModel.listed(choice))));
      if (!active.isBundled() && !own.contains(active)) {
        getItems().add(item(active, active.title()));
      }
    }
    MenuItem open = new MenuItem(Messages.get("ui.draw.model.open"));
    open.setOnAction(event -> openFile());
    getItems().addAll(new SeparatorMenuItem(), open);
  }

  /** From a copy that has learned a hand back to the model that it is a copy of. */
  private void addBack(LibraryModel parent) {
    MenuItem back = new MenuItem(Messages.get("ui.draw.model.back", parent.title()));
    back.setId("model-back");
    back.setMnemonicParsing(false);
    back.setOnAction(event -> model.use(parent));
    getItems().addAll(back, new SeparatorMenuItem());
  }

  private MenuItem item(LibraryModel choice, String text) {
    RadioMenuItem item = new RadioMenuItem(text);
    item.setMnemonicParsing(false);
    item.setSelected(choice.equals(model.activeProperty().get()));
    item.setOnAction(event -> model.use(choice));
    return item;
  }

  private void openFile() {
    File file =
        OpenFileDialog.ask(
            this,
            Messages.get("ui.draw.model.open"),
            Messages.get("ui.compare.modelFiles"),
            ModelFile.PATTERN);
    if (file != null) {
      model.use(LibraryModel.ofFile(file.toPath()));
    }
  }
}
