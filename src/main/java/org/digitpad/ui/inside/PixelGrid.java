package org.digitpad.ui.inside;

import java.util.Arrays;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * Values as a grid of cells of whole pixels, in the colors of {@link HeatColors}. Some of its cells
 * can be framed. Its parent gives it a multiple of its rows and columns.
 */
final class PixelGrid extends Region {
  /** Image pixels per JavaFX pixel, so that the cells are sharp on screens scaled up to 200%. */
  private static final int OVERSAMPLING = 2;

  private final ImageView view = new ImageView();
  private final Rectangle mark = new Rectangle();
  private int rows;
  private int columns;
  private int[] colors = new int[0];
  private int cellWidth;
  private int cellHeight;
  private int markedRow;
  private int markedColumn;
  private int markedRows;
  private int markedColumns;

  /** Which colors are painted, and in which cells. */
  private int[] painted = new int[0];

  PixelGrid(String id, String accessibleName) {
    setId(id);
    getStyleClass().add("inside-grid");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(accessibleName);
    view.setSmooth(false);
    mark.getStyleClass().add("inside-mark");
    mark.setManaged(false);
    mark.setMouseTransparent(true);
    mark.setVisible(false);
    getChildren().addAll(view, mark);
  }

  /** Returns the largest whole number of pixels a cell that fits, at least 1. */
  static int cell(double available, int cells) {
    return Math.max(1, (int) Math.floor(available / cells));
  }

  /**
   * Shows cells.
   *
   * @param newColors ARGB, row-major
   */
  void show(int newRows, int newColumns, int[] newColors) {
    if (rows != newRows || columns != newColumns) {
      rows = newRows;
      columns = newColumns;
      requestLayout();
    }
    colors = newColors;
    if (cellWidth > 0) {
      paint();
    }
  }

  /** Frames some cells. */
  void mark(int row, int column, int rowCount, int columnCount) {
    markedRow = row;
    markedColumn = column;
    markedRows = rowCount;
    markedColumns = columnCount;
    mark.setVisible(true);
    placeMark();
  }

  void unmark() {
    mark.setVisible(false);
  }

  /** Number of the row at a height within the grid. */
  int rowAt(double y) {
    return Math.max(0, Math.min(rows - 1, (int) (y / Math.max(1, cellHeight))));
  }

  /** Number of the column at a distance from the left edge. */
  int columnAt(double x) {
    return Math.max(0, Math.min(columns - 1, (int) (x / Math.max(1, cellWidth))));
  }

  /** Where the framed cells are, in the coordinates of the parent. */
  Bounds markedBounds() {
    return new BoundingBox(
        getLayoutX() + markedColumn * cellWidth,
        getLayoutY() + markedRow * cellHeight,
        markedColumns * cellWidth,
        markedRows * cellHeight);
  }

  int rows() {
    return rows;
  }

  int columns() {
    return columns;
  }

  private void placeMark() {
    mark.setX(markedColumn * cellWidth);
    mark.setY(markedRow * cellHeight);
    mark.setWidth(markedColumns * cellWidth);
    mark.setHeight(markedRows * cellHeight);
  }

  @Override
  protected void layoutChildren() {
    if (rows == 0 || columns == 0) {
      return;
    }
    int width = cell(getWidth(), columns);
    int height = cell(getHeight(), rows);
    WritableImage image = (WritableImage) view.getImage();
    int imageWidth = width * columns * OVERSAMPLING;
    int imageHeight = height * rows * OVERSAMPLING;
    cellWidth = width;
    cellHeight = height;
    if (image == null || image.getWidth() != imageWidth || image.getHeight() != imageHeight) {
      view.setImage(new WritableImage(imageWidth, imageHeight));
      view.setFitWidth(width * columns);
      view.setFitHeight(height * rows);
      painted = new int[0];
    }
    paint();
    placeMark();
  }

  private void paint() {
    WritableImage image = (WritableImage) view.getImage();
    int width = cellWidth * OVERSAMPLING;
    int height = cellHeight * OVERSAMPLING;
    if (image == null
        || image.getWidth() != width * columns
        || image.getHeight() != height * rows
        || colors.length != rows * columns) {
      return;
    }
    int[] line = new int[width * columns];
    for (int row = 0; row < rows; row++) {
      int from = row * columns;
      if (painted.length == colors.length
          && Arrays.equals(painted, from, from + columns, colors, from, from + columns)) {
        continue;
      }
      for (int column = 0; column < columns; column++) {
        Arrays.fill(line, column * width, (column + 1) * width, colors[from + column]);
      }
      // a scanline stride of 0 repeats the line
      image
          .getPixelWriter()
          .setPixels(
              0, row * height, line.length, height, PixelFormat.getIntArgbInstance(), line, 0, 0);
    }
    painted = colors;
  }
}
