package org.digitpad.ui.drawings;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.digitpad.i18n.Messages;
import org.digitpad.ui.common.AfterFirstFrame;
import org.jspecify.annotations.Nullable;

/**
 * A strip of the recent drawings, the newest first, and of the examples while there are few. A
 * click or Enter puts one on the canvas, Delete removes it.
 */
public final class DrawingStrip extends HBox {
  /** Height of the strip, with its scroll bar. */
  public static final double HEIGHT = 80;

  /** Space on the left and on the right, for the ring of the focus. */
  public static final double PADDING = 4;

  /** From so many drawings on, the examples are left to the menu. */
  private static final int FEW = 10;

  private static final double HINT_WIDTH = 184;

  private final DrawingsViewModel model;
  private final Label hint = new Label(Messages.get("ui.drawings.empty"));

  /** Has no size: receives the color of ink from the stylesheet, as images have none. */
  private final Rectangle color = new Rectangle();

  private @Nullable ListView<Thumbnail> list;

  public DrawingStrip(DrawingsViewModel model) {
    super(16);
    this.model = model;
    setId("drawings");
    setAlignment(Pos.CENTER_LEFT);
    hint.setId("drawings-hint");
    hint.getStyleClass().add("muted");
    hint.setWrapText(true);
    HBox.setMargin(hint, new Insets(0, 0, 0, PADDING));
    hint.setMinWidth(HINT_WIDTH);
    hint.setPrefWidth(HINT_WIDTH);
    color.getStyleClass().add("thumbnail-ink");
    color.setManaged(false);
    getChildren().add(color);
    model.drawingsProperty().addListener((property, before, now) -> show());
    model.examplesProperty().addListener((property, before, now) -> show());
    model.loadedProperty().addListener((property, before, now) -> show());
    // loading JavaFX's lists would delay the start
    visibleProperty().addListener((property, before, visible) -> prepare());
    prepare();
  }

  private void prepare() {
    if (isVisible() && list == null) {
      AfterFirstFrame.then(this::create);
    }
  }

  private void create() {
    if (list != null) {
      return;
    }
    ListView<Thumbnail> created = new ListView<>();
    created.setId("drawings-list");
    created.getStyleClass().add("drawing-list");
    created.setOrientation(Orientation.HORIZONTAL);
    created.setFixedCellSize(ThumbnailCell.WIDTH);
    created.setAccessibleText(Messages.get("ui.drawings.accessible"));
    created.setAccessibleHelp(Messages.get("ui.drawings.tooltip"));
    created.setCellFactory(view -> new ThumbnailCell(model, this::ink));
    created.setPrefHeight(HEIGHT);
    created.setMinHeight(Region.USE_PREF_SIZE);
    created.setMinWidth(0);
    created.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    HBox.setHgrow(created, Priority.ALWAYS);
    color.fillProperty().addListener(change -> created.refresh());
    list = created;
    show();
  }

  private void show() {
    ListView<Thumbnail> shown = list;
    if (shown == null || !model.loadedProperty().get()) {
      return;
    }
    boolean none = model.drawingsProperty().get().isEmpty();
    List<Thumbnail> thumbnails = new ArrayList<>(model.drawingsProperty().get());
    if (thumbnails.size() < FEW) {
      thumbnails.addAll(model.examplesProperty().get());
    }
    if (!shown.getItems().equals(thumbnails)) {
      int focused = shown.getFocusModel().getFocusedIndex();
      shown.getItems().setAll(thumbnails);
      // keeps a place for the keys after a removal
      int place = Math.max(0, Math.min(focused, thumbnails.size() - 1));
      shown.getSelectionModel().clearSelection();
      shown.getFocusModel().focus(place);
    }
    List<Region> wanted = none ? List.of(hint, shown) : List.of(shown);
    if (!getChildren().subList(1, getChildren().size()).equals(wanted)) {
      getChildren().remove(1, getChildren().size());
      getChildren().addAll(wanted);
    }
  }

  private Color ink() {
    return color.getFill() instanceof Color fill ? fill : Color.BLACK;
  }

  private void keyPressed(KeyEvent event) {
    ListView<Thumbnail> shown = list;
    if (shown == null) {
      return;
    }
    if (event.getCode() == KeyCode.Z && event.isShortcutDown() && !event.isShiftDown()) {
      if (model.canRestoreProperty().get()) {
        model.restoreRemoved();
        event.consume();
      }
      return;
    }
    Thumbnail focused = shown.getFocusModel().getFocusedItem();
    if (focused == null) {
      return;
    }
    switch (event.getCode()) {
      case ENTER, SPACE -> {
        model.open(focused);
        event.consume();
      }
      case DELETE, BACK_SPACE -> {
        model.remove(focused);
        // also for an example: the key would clear the canvas
        event.consume();
      }
      default -> {}
    }
  }
}
