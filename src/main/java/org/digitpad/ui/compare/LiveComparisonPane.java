package org.digitpad.ui.compare;

import java.io.File;
import java.util.stream.Stream;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.digitpad.i18n.Messages;
import org.digitpad.nn.model.ModelFile;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.ui.answer.ActiveModel;
import org.digitpad.ui.answer.DigitBoxesLayer;
import org.digitpad.ui.common.FormControls;
import org.digitpad.ui.common.LazyTooltips;
import org.digitpad.ui.common.OpenFileDialog;
import org.digitpad.ui.pad.CanvasView;
import org.digitpad.ui.pad.PadActions;
import org.digitpad.ui.pad.PadToolbar;
import org.digitpad.ui.pad.PadViewModel;

/** The consensus of the models, and below it the canvas beside a column per model. */
final class LiveComparisonPane extends Region {
  private static final double GAP = 24;
  private static final double TOOLBAR_GAP = 8;
  private static final double HEADER_GAP = 12;

  /** A line for the sentence and one for the note, whether they are there or not. */
  private static final double HEADER_HEIGHT = 48;

  /** The sentence takes two lines below this width if several models differ. */
  private static final double NARROW = 960;

  private static final double NARROW_HEADER_HEIGHT = 76;

  /** The canvas gets smaller by so much at a time, until all columns have enough space. */
  private static final double STEP = 8;

  private static final double MIN_CANVAS_SIDE = 240;
  private static final double MAX_CANVAS_SIDE = 1280;
  private static final double MIN_COLUMNS_WIDTH =
      3 * (ModelColumnsPane.MIN_COLUMN_WIDTH + ModelColumnsPane.GAP);

  private final CompareViewModel model;
  private final HBox header;
  private final CanvasView canvas;
  private final DigitBoxesLayer boxes;
  private final PadToolbar toolbar;
  private final ModelColumnsPane columns;

  LiveComparisonPane(
      CompareViewModel model,
      PadViewModel pad,
      PadActions actions,
      ObservableBooleanValue reducedMotion) {
    this.model = model;
    header = header();
    canvas = new CanvasView(pad);
    boxes = new DigitBoxesLayer(model.row(), canvas);
    toolbar = new PadToolbar(pad, actions);
    columns = new ModelColumnsPane(model, reducedMotion);
    getChildren().addAll(header, canvas, boxes, toolbar, columns);
  }

  @Override
  public void requestFocus() {
    canvas.requestFocus();
  }

  private HBox header() {
    Label consensus = new Label();
    consensus.setId("consensus");
    consensus.getStyleClass().add("sentence");
    consensus.setWrapText(true);
    Label note = FormControls.wrappingLabel("compare-note");
    note.getStyleClass().add("muted");
    Runnable update =
        () -> {
          consensus.setText(model.consensusProperty().get().text());
          String message = model.messageProperty().get();
          note.setText(message.isEmpty() ? model.disagreements().canvasNote() : message);
        };
    Stream.of(
            model.consensusProperty(),
            model.messageProperty(),
            model.disagreements().onCanvasProperty())
        .forEach(property -> property.addListener(change -> update.run()));
    update.run();
    VBox texts = new VBox(consensus, note);
    texts.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(texts, Priority.ALWAYS);
    HBox line = new HBox(16, texts, addButton());
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private MenuButton addButton() {
    MenuButton button = new MenuButton(Messages.get("ui.compare.addModel"));
    button.setId("add-model");
    // the skin keeps the text in a label of its own
    button.setAccessibleText(button.getText());
    button.setMinWidth(USE_PREF_SIZE);
    LazyTooltips.install(button, Messages.get("ui.compare.addModel.tooltip"));
    button.setOnShowing(
        event -> {
          button.getItems().setAll(model.addable().stream().map(this::addItem).toList());
          if (!button.getItems().isEmpty()) {
            button.getItems().add(new SeparatorMenuItem());
          }
          button.getItems().add(addFileItem());
        });
    // without an item the menu would never be shown, and so never be filled
    button.getItems().add(addFileItem());
    return button;
  }

  private MenuItem addItem(LibraryModel addable) {
    MenuItem item = new MenuItem(ActiveModel.listed(addable));
    item.setMnemonicParsing(false);
    item.setOnAction(event -> model.add(addable));
    return item;
  }

  private MenuItem addFileItem() {
    MenuItem item = new MenuItem(Messages.get("ui.compare.addFile"));
    item.setOnAction(event -> addFile());
    return item;
  }

  private void addFile() {
    File file =
        OpenFileDialog.ask(
            this,
            Messages.get("ui.compare.addModel"),
            Messages.get("ui.compare.modelFiles"),
            ModelFile.PATTERN);
    if (file != null) {
      model.addFile(file.toPath());
    }
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinHeight(double width) {
    double available = width < 0 ? getWidth() : width;
    double side = Math.min(MIN_CANVAS_SIDE, maxCanvasWidth(available));
    double body =
        Math.max(
            columns.minHeight(available - side - GAP), side + TOOLBAR_GAP + toolbar.prefHeight(-1));
    return headerHeight(available) + HEADER_GAP + body;
  }

  @Override
  protected double computePrefHeight(double width) {
    return computeMinHeight(width);
  }

  private double headerHeight(double width) {
    double reserved = width < NARROW ? NARROW_HEADER_HEIGHT : HEADER_HEIGHT;
    return snapSizeY(Math.max(reserved, header.prefHeight(width)));
  }

  /** Returns the side of the canvas, which leaves the columns their smallest size. */
  private double canvasSide(double width, double height, double maxSide) {
    double side = maxSide;
    while (side > MIN_CANVAS_SIDE && columns.minHeight(width - side - GAP) > height) {
      side = Math.max(MIN_CANVAS_SIDE, side - STEP);
    }
    return side;
  }

  private static double maxCanvasWidth(double width) {
    return Math.max(MIN_CANVAS_SIDE, width - GAP - MIN_COLUMNS_WIDTH);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double headerHeight = headerHeight(width);
    header.resizeRelocate(0, 0, width, headerHeight);
    double top = headerHeight + HEADER_GAP;
    double height = getHeight() - top;
    double toolbarHeight = snapSizeY(toolbar.prefHeight(-1));
    double maxHeight = height - TOOLBAR_GAP - toolbarHeight;
    double maxSide =
        Math.floor(Math.min(MAX_CANVAS_SIDE, Math.min(maxHeight, maxCanvasWidth(width))));
    double side = canvasSide(width, height, maxSide);
    canvas.resizeRelocate(0, top, side, side);
    boxes.resizeRelocate(0, top, side, side);
    toolbar.resizeRelocate(0, top + side + TOOLBAR_GAP, side, toolbarHeight);
    double columnsWidth = width - side - GAP;
    double columnsHeight =
        Math.max(side + TOOLBAR_GAP + toolbarHeight, columns.minHeight(columnsWidth));
    columns.resizeRelocate(side + GAP, top, columnsWidth, Math.min(height, columnsHeight));
  }
}
