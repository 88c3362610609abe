package org.digitpad.ui.inside;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * Values as a grid of cells of whole pixels, in the colors of {@link HeatColors}. Some of its cells
 * can be framed. Its parent gives it a multiple of its rows and columns.
 */
final class PixelGrid extends Region {
  /** Image pixels per JavaFX pixel, so that the cells are sharp on screens scaled up to 200%. */
  private static final int OVERSAMPLING = 2;

  private final ImageView view = new ImageView();

  /** What the image shows: written in place, as a writer of pixels converts each of them. */
  private @Nullable PixelBuffer<IntBuffer> buffer;

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
    boolean resized = rows != newRows || columns != newColumns;
    rows = newRows;
    columns = newColumns;
    colors = newColors;
    if (resized) {
      requestLayout();
    } else if (cellWidth > 0) {
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
    PixelBuffer<IntBuffer> before = buffer;
    int imageWidth = width * columns * OVERSAMPLING;
    int imageHeight = height * rows * OVERSAMPLING;
    cellWidth = width;
    cellHeight = height;
    if (before == null || before.getWidth() != imageWidth || before.getHeight() != imageHeight) {
      buffer =
          new PixelBuffer<>(
              imageWidth,
              imageHeight,
              IntBuffer.allocate(imageWidth * imageHeight),
              PixelFormat.getIntArgbPreInstance());
      painted = new int[0];
      paint();
      view.setImage(new WritableImage(buffer));
      view.setFitWidth(width * columns);
      view.setFitHeight(height * rows);
    }
    paint();
    placeMark();
  }

  /** Paints the rows that have changed. */
  private void paint() {
    PixelBuffer<IntBuffer> target = buffer;
    int width = cellWidth * OVERSAMPLING;
    int height = cellHeight * OVERSAMPLING;
    if (target == null
        || target.getWidth() != width * columns
        || target.getHeight() != height * rows
        || colors.length != rows * columns) {
      return;
    }
    int lineLength = width * columns;
    int[] pixels = target.getBuffer().array();
    int firstChanged = rows;
    int lastChanged = -1;
    for (int row = 0; row < rows; row++) {
      int from = row * columns;
      if (painted.length == colors.length
          && Arrays.equals(painted, from, from + columns, colors, from, from + columns)) {
        continue;
      }
      firstChanged = Math.min(firstChanged, row);
      lastChanged = row;
      int line = row * height * lineLength;
      for (int column = 0; column < columns; column++) {
        int left = line + column * width;
        Arrays.fill(pixels, left, left + width, colors[from + column]);
      }
      for (int copy = 1; copy < height; copy++) {
        System.arraycopy(pixels, line, pixels, line + copy * lineLength, lineLength);
      }
    }
    painted = colors;
    if (lastChanged >= 0) {
      Rectangle2D changed =
          new Rectangle2D(
              0, firstChanged * height, lineLength, (lastChanged + 1 - firstChanged) * height);
      target.updateBuffer(same -> changed);
    }
  }
}
