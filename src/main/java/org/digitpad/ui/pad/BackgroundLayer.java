package org.digitpad.ui.pad;

import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.digitpad.ink.DigitImage;
import org.digitpad.ui.common.DigitPicture;

/** An image on the paper, under the ink and in its colour, in pixels as large as they must be. */
final class BackgroundLayer extends Pane {
  /** Edges stay sharp enough, and the picture small enough, on the largest papers. */
  private static final int ENLARGED = 20;

  private final ImageView view = new ImageView();

  /** Of no size: holds the colour that the stylesheet gives to ink, as images know none. */
  private final Rectangle colour = new Rectangle();

  private DigitImage shown = DigitImage.BLANK;

  BackgroundLayer() {
    setId("ground");
    setMouseTransparent(true);
    setVisible(false);
    colour.getStyleClass().add("ground");
    colour.fillProperty().addListener(change -> paint());
    view.setSmooth(false);
    getChildren().addAll(colour, view);
  }

  void show(DigitImage image) {
    setVisible(!image.isBlank());
    if (!image.equals(shown)) {
      shown = image;
      paint();
    }
  }

  private void paint() {
    if (!shown.isBlank() && colour.getFill() instanceof Color ink) {
      view.setImage(DigitPicture.inked(shown, ENLARGED, ink));
    }
  }

  @Override
  protected void layoutChildren() {
    view.setFitWidth(getWidth());
    view.setFitHeight(getHeight());
  }
}
