package org.digitpad.ui.pad;

import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.digitpad.ink.DigitImage;
import org.digitpad.ui.common.DigitImagePainter;

/** The 28×28 image under the ink, if there is one, in the color of ink and scaled to the canvas. */
final class BackgroundLayer extends Pane {
  /** Keeps edges sharp on the largest canvas without making the picture too large. */
  private static final int SCALE = 20;

  private final ImageView view = new ImageView();

  /** Has no size: receives the color of ink from the stylesheet, as image views have none. */
  private final Rectangle color = new Rectangle();

  private DigitImage shown = DigitImage.BLANK;

  BackgroundLayer() {
    setId("canvas-background");
    setMouseTransparent(true);
    setVisible(false);
    color.getStyleClass().add("canvas-background");
    color.fillProperty().addListener(change -> paint());
    view.setSmooth(false);
    getChildren().addAll(color, view);
  }

  void show(DigitImage image) {
    setVisible(!image.isBlank());
    if (!image.equals(shown)) {
      shown = image;
      paint();
    }
  }

  private void paint() {
    if (!shown.isBlank() && color.getFill() instanceof Color ink) {
      view.setImage(DigitImagePainter.tinted(shown, SCALE, ink));
    }
  }

  @Override
  protected void layoutChildren() {
    view.setFitWidth(getWidth());
    view.setFitHeight(getHeight());
  }
}
