package org.digitpad.ui.mydrawings;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import org.digitpad.data.mydrawings.MyDrawing;
import org.digitpad.i18n.Messages;
import org.digitpad.ui.mydrawings.BrowseViewModel.Mode;
import org.jspecify.annotations.Nullable;

/**
 * The drawings in rows by label. Only the rows in sight have nodes. The arrow keys go from drawing
 * to drawing, Shift and Ctrl select several, a digit gives them that label, N that of no digit,
 * Delete removes them, and Enter or a double click puts one on the pad.
 */
final class DrawingGrid extends ListView<GridRow> {
  private static final double SCROLL_BAR = 16;
  private static final int PAGE_ROWS = 4;

  private final BrowseViewModel model;

  DrawingGrid(BrowseViewModel model) {
    this.model = model;
    setId("my-drawings-grid");
    getStyleClass().addAll("drawing-list", "my-drawings-grid");
    setItems(FXCollections.observableArrayList());
    // the rows have neither focus nor selection of their own: these belong to the drawings
    setSelectionModel(new NoRowSelection());
    setFocusModel(null);
    setCellFactory(view -> new RowCell());
    // a tooltip would cover the drawings
    setAccessibleHelp(Messages.get("ui.mydrawings.grid.help"));
    addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    addEventHandler(KeyEvent.KEY_TYPED, this::keyTyped);
    widthProperty().addListener((property, before, now) -> setColumns(now.doubleValue()));
    model.rowsProperty().addListener((property, before, now) -> getItems().setAll(now));
    model.currentProperty().addListener((property, before, now) -> showCurrent());
    model.selectionProperty().addListener((property, before, now) -> showCurrent());
    focusedProperty().addListener((property, before, now) -> focus(now));
    getItems().setAll(model.rowsProperty().get());
    describe();
  }

  private void setColumns(double width) {
    model.setColumns((int) ((width - SCROLL_BAR) / DrawingCell.WIDTH));
  }

  private void focus(boolean focused) {
    if (focused && model.currentProperty().get() < 0) {
      model.moveBy(0, Mode.SELECT);
    }
    refresh();
  }

  private void showCurrent() {
    int current = model.currentProperty().get();
    List<GridRow> rows = getItems();
    for (int i = 0; i < rows.size(); i++) {
      GridRow row = rows.get(i);
      if (!row.isHeading()
          && current >= row.start()
          && current < row.start() + row.drawings().size()) {
        scrollIntoSight(i);
        break;
      }
    }
    refresh();
    describe();
  }

  /** Scrolls no farther than needed: a row that is in sight stays where it is. */
  private void scrollIntoSight(int row) {
    for (Node node : lookupAll(".list-cell")) {
      if (node instanceof RowCell cell
          && cell.getIndex() == row
          && cell.isVisible()
          && cell.getBoundsInParent().getMinY() >= 0
          && cell.getBoundsInParent().getMaxY() <= getHeight()) {
        return;
      }
    }
    scrollTo(Math.max(0, row - 1));
  }

  private void describe() {
    int current = model.currentProperty().get();
    int count = model.shown().size();
    if (current < 0 || current >= count) {
      setAccessibleText(Messages.get("ui.mydrawings.grid"));
      return;
    }
    MyDrawing drawing = model.shown().get(current);
    setAccessibleText(
        Messages.get(
            model.selectionProperty().get().contains(drawing.id())
                ? "ui.mydrawings.grid.currentSelected"
                : "ui.mydrawings.grid.current",
            LabelNames.of(drawing.label()),
            current + 1,
            count,
            drawing.isMisread() ? LabelNames.read(drawing) : ""));
    notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
  }

  private void keyPressed(KeyEvent event) {
    boolean shift = event.isShiftDown();
    Mode mode = shift ? Mode.EXTEND : Mode.SELECT;
    KeyCode code = event.getCode();
    if (event.isShortcutDown()) {
      if (code == KeyCode.A) {
        model.selectAll();
      } else if (code == KeyCode.Z && !shift) {
        model.drawings().undo();
      } else {
        return;
      }
      event.consume();
      return;
    }
    switch (code) {
      case LEFT -> model.moveBy(-1, mode);
      case RIGHT -> model.moveBy(1, mode);
      case UP -> model.moveRows(-1, mode);
      case DOWN -> model.moveRows(1, mode);
      case PAGE_UP -> model.moveRows(-PAGE_ROWS, mode);
      case PAGE_DOWN -> model.moveRows(PAGE_ROWS, mode);
      case HOME -> model.moveBy(-model.shown().size(), mode);
      case END -> model.moveBy(model.shown().size(), mode);
      case SPACE -> model.choose(model.currentProperty().get(), Mode.TOGGLE);
      case ESCAPE -> model.clearSelection();
      case ENTER -> model.open();
      case DELETE, BACK_SPACE -> model.delete();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void keyTyped(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown() || event.getCharacter().length() != 1) {
      return;
    }
    char key = event.getCharacter().charAt(0);
    if (key >= '0' && key <= '9') {
      model.relabel(key - '0');
      event.consume();
    } else if (event
        .getCharacter()
        .equalsIgnoreCase(Messages.get("ui.mydrawings.correct.noDigit.key"))) {
      model.relabel(MyDrawing.NO_DIGIT);
      event.consume();
    }
  }

  /** A heading, or the drawings of a row. */
  private final class RowCell extends ListCell<GridRow> {
    private final Label heading = new Label();
    private final HBox row = new HBox();
    private final List<DrawingCell> cells = new ArrayList<>();

    RowCell() {
      heading.getStyleClass().add("group-title");
      setFocusTraversable(false);
    }

    @Override
    protected void updateItem(@Nullable GridRow item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        return;
      }
      if (item.isHeading()) {
        heading.setText(
            Messages.plural("ui.mydrawings.heading", item.count(), LabelNames.title(item.label())));
        setGraphic(heading);
        return;
      }
      while (cells.size() < item.drawings().size()) {
        DrawingCell cell = new DrawingCell();
        int column = cells.size();
        cell.setOnMousePressed(event -> pressed(event, column));
        cells.add(cell);
      }
      boolean focused = DrawingGrid.this.isFocused();
      for (int i = 0; i < item.drawings().size(); i++) {
        MyDrawing drawing = item.drawings().get(i);
        cells
            .get(i)
            .show(
                drawing,
                model.selectionProperty().get().contains(drawing.id()),
                focused && item.start() + i == model.currentProperty().get());
      }
      row.getChildren().setAll(cells.subList(0, item.drawings().size()));
      setGraphic(row);
    }

    private void pressed(MouseEvent event, int column) {
      GridRow item = getItem();
      if (item == null || event.getButton() != MouseButton.PRIMARY) {
        return;
      }
      DrawingGrid.this.requestFocus();
      Mode mode =
          event.isShiftDown() ? Mode.EXTEND : event.isShortcutDown() ? Mode.TOGGLE : Mode.SELECT;
      model.choose(item.start() + column, mode);
      if (event.getClickCount() == 2 && mode == Mode.SELECT) {
        model.open();
      }
      event.consume();
    }
  }
}
