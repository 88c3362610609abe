package org.digitpad.ui.answer;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.DigitImage;
import org.digitpad.ui.common.DigitImagePainter;
import org.digitpad.ui.common.LazyTooltips;

/**
 * The image that the network sees, in whole pixels and always white on black. On hover or focus it
 * also shows the 20×20 box that holds the digit and the center where its center of mass is placed.
 */
public final class NetworkInputView extends Region {
  private static final int SIDE = DigitImage.SIDE;
  private static final int BOX = 20;
  private static final double FRAME = 1;
  private static final PseudoClass EMPTY = PseudoClass.getPseudoClass("empty");

  /** Image pixels per JavaFX pixel, so that the image is sharp on screens scaled up to 200%. */
  private static final int OVERSAMPLING = 2;

  private final ImageView view = new ImageView();
  private final Rectangle box = new Rectangle();
  private final Line across = new Line();
  private final Line down = new Line();
  private final List<Shape> guides = List.of(box, across, down);
  private DigitImage shown = DigitImage.BLANK;
  private int cell;

  public NetworkInputView() {
    setId("network-image");
    getStyleClass().add("network-image");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(Messages.get("ui.answer.networkImage"));
    LazyTooltips.install(this, Messages.get("ui.answer.networkImage.tip"));
    view.setSmooth(false);
    getChildren().add(view);
    for (Shape guide : guides) {
      guide.getStyleClass().add("guide");
      guide.setManaged(false);
      guide.setMouseTransparent(true);
      guide.setVisible(false);
      getChildren().add(guide);
    }
    // no bindings: loading JavaFX's class Bindings would delay the start
    hoverProperty().addListener(change -> showGuides());
    focusedProperty().addListener(change -> showGuides());
    setCell(4);
  }

  private void showGuides() {
    boolean visible = isHover() || isFocused();
    for (Shape guide : guides) {
      guide.setVisible(visible);
    }
  }

  /** Sets how many JavaFX pixels wide and high one pixel of the image is. */
  public void setCell(int next) {
    if (next != cell) {
      cell = next;
      int side = SIDE * cell * OVERSAMPLING;
      view.setImage(new WritableImage(side, side));
      paint();
      requestLayout();
    }
  }

  /** Returns the width and height, including the frame. */
  public static double side(int cell) {
    return SIDE * cell + 2 * FRAME;
  }

  /**
   * Shows an image.
   *
   * @param empty whether there is no image yet, in which case only the frame is shown
   */
  public void show(DigitImage image, boolean empty) {
    view.setVisible(!empty);
    pseudoClassStateChanged(EMPTY, empty);
    if (!image.equals(shown)) {
      shown = image;
      paint();
    }
  }

  private void paint() {
    DigitImagePainter.paint((WritableImage) view.getImage(), shown, cell * OVERSAMPLING);
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
