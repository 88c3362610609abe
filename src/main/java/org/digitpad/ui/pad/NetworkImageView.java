package org.digitpad.ui.pad;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import org.digitpad.ink.DigitImage;

/**
 * The image that the network sees, in whole pixels and always white on black. On hover or focus it
 * shows the 20×20 box that holds the digit and the centre where its weight is put.
 */
final class NetworkImageView extends Region {
  private static final int SIDE = DigitImage.SIDE;
  private static final int BOX = 20;
  private static final double FRAME = 1;

  private final WritableImage pixels = new WritableImage(SIDE, SIDE);
  private final ImageView view = new ImageView(pixels);
  private final Rectangle box = new Rectangle();
  private final Line across = new Line();
  private final Line down = new Line();
  private int cell = 4;

  NetworkImageView() {
    setId("network-image");
    getStyleClass().add("network-image");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText("What the network sees: 28 by 28 pixels, white on black");
    Tooltip.install(
        this,
        new Tooltip(
            "28×28 pixels, all that the network gets.\n"
                + "The digit is scaled into the box of 20×20,\nits weight on the cross."));
    view.setSmooth(false);
    getChildren().add(view);
    for (var guide : new javafx.scene.shape.Shape[] {box, across, down}) {
      guide.getStyleClass().add("guide");
      guide.setManaged(false);
      guide.setMouseTransparent(true);
      guide.visibleProperty().bind(hoverProperty().or(focusedProperty()));
      getChildren().add(guide);
    }
    show(DigitImage.BLANK);
  }

  /** Sets how many pixels of the window one of the image takes. */
  void setCell(int next) {
    if (next != cell) {
      cell = next;
      requestLayout();
    }
  }

  /** Width and height with its frame. */
  static double side(int cell) {
    return SIDE * cell + 2 * FRAME;
  }

  void show(DigitImage image) {
    int[] colours = new int[DigitImage.PIXELS];
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        int grey = Math.round(255 * image.at(row, column));
        colours[row * SIDE + column] = 0xff000000 | grey << 16 | grey << 8 | grey;
      }
    }
    pixels
        .getPixelWriter()
        .setPixels(0, 0, SIDE, SIDE, PixelFormat.getIntArgbInstance(), colours, 0, SIDE);
  }

  @Override
  protected double computePrefWidth(double height) {
    return side(cell);
  }

  @Override
  protected double computePrefHeight(double width) {
    return side(cell);
  }

  @Override
  protected void layoutChildren() {
    double edge = FRAME + cell * (SIDE - BOX) / 2.0;
    double middle = FRAME + cell * SIDE / 2.0;
    view.setFitWidth(SIDE * cell);
    view.setFitHeight(SIDE * cell);
    view.relocate(FRAME, FRAME);
    box.setX(edge);
    box.setY(edge);
    box.setWidth(BOX * cell);
    box.setHeight(BOX * cell);
    place(across, middle - cell, middle, middle + cell, middle);
    place(down, middle, middle - cell, middle, middle + cell);
  }

  private static void place(Line line, double x1, double y1, double x2, double y2) {
    line.setStartX(x1);
    line.setStartY(y1);
    line.setEndX(x2);
    line.setEndY(y2);
  }
}
