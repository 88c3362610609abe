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
import org.digitpad.nn.model.ModelFile;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.ui.common.Forms;
import org.digitpad.ui.common.LazyTooltips;
import org.digitpad.ui.common.OpenFileDialog;
import org.digitpad.ui.pad.CanvasView;
import org.digitpad.ui.pad.PadCommands;
import org.digitpad.ui.pad.PadToolbar;
import org.digitpad.ui.pad.PadViewModel;

/** What the models agree on, above the paper and a column for each of them. */
final class LiveComparisonPane extends Region {
  private static final double GAP = 24;
  private static final double TOOLS_GAP = 8;
  private static final double HEADER_GAP = 12;
  private static final double SMALLEST_PAPER = 240;
  private static final double LARGEST_PAPER = 1280;
  private static final double LEAST_COLUMNS =
      3 * (ModelColumnsPane.NARROWEST + ModelColumnsPane.GAP);

  private final CompareViewModel model;
  private final HBox header;
  private final CanvasView paper;
  private final PadToolbar tools;
  private final ModelColumnsPane columns;

  LiveComparisonPane(
      CompareViewModel model,
      PadViewModel pad,
      PadCommands commands,
      ObservableBooleanValue still) {
    this.model = model;
    header = header();
    paper = new CanvasView(pad);
    tools = new PadToolbar(pad, commands);
    columns = new ModelColumnsPane(model, still);
    getChildren().addAll(header, paper, tools, columns);
  }

  @Override
  public void requestFocus() {
    paper.requestFocus();
  }

  private HBox header() {
    Label consensus = new Label();
    consensus.setId("consensus");
    consensus.getStyleClass().add("sentence");
    consensus.setWrapText(true);
    Label note = Forms.sentence("compare-note");
    note.getStyleClass().add("muted");
    Runnable update =
        () -> {
          consensus.setText(model.consensusProperty().get().sentence());
          String told = model.messageProperty().get();
          note.setText(told.isEmpty() ? model.explorer().onPaperProperty().get() : told);
        };
    Stream.of(
            model.consensusProperty(), model.messageProperty(), model.explorer().onPaperProperty())
        .forEach(property -> property.addListener(change -> update.run()));
    update.run();
    VBox words = new VBox(consensus, note);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = new HBox(16, words, addButton());
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private MenuButton addButton() {
    MenuButton button = new MenuButton("Add a model");
    button.setId("add-model");
    button.setMinWidth(USE_PREF_SIZE);
    LazyTooltips.tell(button, "Compare one of your own models, or one from a file");
    button.setOnShowing(
        event -> {
          button.getItems().setAll(model.addable().stream().map(this::item).toList());
          if (!button.getItems().isEmpty()) {
            button.getItems().add(new SeparatorMenuItem());
          }
          MenuItem file = new MenuItem("From a file…");
          file.setOnAction(chosen -> addFile());
          button.getItems().add(file);
        });
    // a button without items does not even ask for them
    button.getItems().add(new MenuItem("From a file…"));
    return button;
  }

  private MenuItem item(LibraryModel choice) {
    MenuItem item = new MenuItem(choice.title());
    item.setMnemonicParsing(false);
    item.setOnAction(event -> model.add(choice));
    return item;
  }

  private void addFile() {
    File file = OpenFileDialog.ask(this, "Add a model", "Models", ModelFile.PATTERN);
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
    double all = width < 0 ? getWidth() : width;
    double paperSide = Math.min(SMALLEST_PAPER, widestPaper(all));
    double body =
        Math.max(
            columns.minHeight(all - paperSide - GAP), paperSide + TOOLS_GAP + tools.prefHeight(-1));
    return header.prefHeight(all) + HEADER_GAP + body;
  }

  @Override
  protected double computePrefHeight(double width) {
    return computeMinHeight(width);
  }

  private static double widestPaper(double width) {
    return Math.max(SMALLEST_PAPER, width - GAP - LEAST_COLUMNS);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double top = snapSizeY(header.prefHeight(width));
    header.resizeRelocate(0, 0, width, top);
    top += HEADER_GAP;
    double height = getHeight() - top;
    double toolsHeight = snapSizeY(tools.prefHeight(-1));
    double highest = height - TOOLS_GAP - toolsHeight;
    double side = Math.floor(Math.min(LARGEST_PAPER, Math.min(highest, widestPaper(width))));
    paper.resizeRelocate(0, top, side, side);
    tools.resizeRelocate(0, top + side + TOOLS_GAP, side, toolsHeight);
    double lowest = columns.minHeight(width - side - GAP);
    double besidePaper = Math.max(side + TOOLS_GAP + toolsHeight, lowest);
    columns.resizeRelocate(side + GAP, top, width - side - GAP, Math.min(height, besidePaper));
  }
}
