package org.digitpad.ui.drawings;

import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.digitpad.i18n.Messages;
import org.digitpad.ui.common.LazyTooltips;
import org.jspecify.annotations.Nullable;

/** A drawing in the strip: its picture in the color of ink, and what it was read as. */
final class ThumbnailCell extends ListCell<Thumbnail> {
  /** Width and height of the paper. */
  static final double SIDE = 56;

  /** Width of a cell: the paper, and what is between two. */
  static final double WIDTH = SIDE + 8;

  /** Side of the picture, and above what it was read as. */
  private static final double PICTURE_SIDE = SIDE - 4;

  private static final double PICTURE_SIDE_ABOVE_READING = SIDE - 16;

  private final DrawingsViewModel model;
  private final Supplier<Color> ink;
  private final WritableImage picture = new WritableImage(Thumbnail.SIDE, Thumbnail.SIDE);
  private final ImageView view = new ImageView(picture);
  private final Label reading = new Label();
  private final StackPane paper;

  /**
   * @param ink returns the color of ink in the present theme
   */
  ThumbnailCell(DrawingsViewModel model, Supplier<Color> ink) {
    this.model = model;
    this.ink = ink;
    view.setSmooth(true);
    StackPane.setAlignment(view, Pos.TOP_CENTER);
    StackPane.setMargin(view, new Insets(1));
    reading.getStyleClass().add("thumbnail-reading");
    StackPane.setAlignment(reading, Pos.BOTTOM_RIGHT);
    paper = new StackPane(view, reading);
    paper.getStyleClass().add("thumbnail");
    paper.setMinSize(SIDE, SIDE);
    paper.setMaxSize(SIDE, SIDE);
    // not on the cells, which go on where there is no drawing
    LazyTooltips.install(paper, Messages.get("ui.drawings.tooltip"));
    setPrefWidth(WIDTH);
    setAlignment(Pos.CENTER);
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menuRequested);
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && getItem() != null) {
      model.open(getItem());
    }
  }

  private void menuRequested(ContextMenuEvent event) {
    Thumbnail thumbnail = getItem();
    if (thumbnail == null) {
      return;
    }
    MenuItem open = new MenuItem(Messages.get("ui.drawings.cell.open"));
    open.setOnAction(action -> model.open(thumbnail));
    MenuItem remove = new MenuItem(Messages.get("ui.drawings.cell.remove"));
    remove.setOnAction(action -> model.remove(thumbnail));
    remove.setDisable(thumbnail.isExample());
    ContextMenu menu = new ContextMenu(open, remove);
    menu.setAutoHide(true);
    menu.show(this, event.getScreenX(), event.getScreenY());
    event.consume();
  }

  @Override
  protected void updateItem(@Nullable Thumbnail thumbnail, boolean empty) {
    super.updateItem(thumbnail, empty);
    if (empty || thumbnail == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    paint(thumbnail);
    String digits = thumbnail.kept().reading();
    reading.setText(thumbnail.isExample() ? "" : digits);
    double side = reading.getText().isEmpty() ? PICTURE_SIDE : PICTURE_SIDE_ABOVE_READING;
    view.setFitWidth(side);
    view.setFitHeight(side);
    setAccessibleText(name(thumbnail, digits));
    setGraphic(paper);
  }

  private String name(Thumbnail thumbnail, String digits) {
    if (thumbnail.isExample()) {
      return Messages.get("ui.drawings.cell.example", digits);
    }
    int place = getIndex() + 1;
    return digits.isEmpty()
        ? Messages.get("ui.drawings.cell.name", place)
        : Messages.get("ui.drawings.cell.read", place, digits);
  }

  private void paint(Thumbnail thumbnail) {
    Color color = ink.get();
    int rgb =
        (int) Math.round(255 * color.getRed()) << 16
            | (int) Math.round(255 * color.getGreen()) << 8
            | (int) Math.round(255 * color.getBlue());
    int side = Thumbnail.SIDE;
    int[] pixels = new int[side * side];
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        pixels[row * side + column] = thumbnail.ink(row, column) << 24 | rgb;
      }
    }
    picture
        .getPixelWriter()
        .setPixels(0, 0, side, side, PixelFormat.getIntArgbInstance(), pixels, 0, side);
  }
}
