package org.digitpad.ui.mydrawings;

import java.io.File;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.util.Duration;
import org.digitpad.i18n.Messages;
import org.digitpad.ui.common.FileDialogs;
import org.digitpad.ui.common.FormControls;
import org.digitpad.ui.common.LazyTooltips;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The My Drawings tab: a toolbar, below it the filter and the drawings, and at the bottom a
 * sentence about the last change, with Undo.
 */
public final class MyDrawingsTab extends BorderPane {
  private static final double MARGIN = 24;
  private static final double MESSAGE_HEIGHT = 24;
  private static final Duration SLOW = Duration.millis(400);
  private static final double EMPTY_WIDTH = 440;
  private static final PseudoClass INFORMING = PseudoClass.getPseudoClass("informing");

  private final BrowseViewModel model;
  private final MyDrawingFilesViewModel files;
  private final DrawingGrid grid;
  private final VBox empty;
  private final Label noneShown = new Label();
  private final StackPane drawingsPane;

  /** Ends when loading takes long enough to be told. */
  private final PauseTransition loadingIsSlow = new PauseTransition(SLOW);

  private final Button exportButton;
  private final Button deleteButton;

  /** Whether the drawings get the focus as soon as they are there. */
  private boolean focusLater;

  private final Button toPad = new Button(Messages.get("ui.mydrawings.empty.draw"));

  /** On the left of the toolbar: whose drawings are shown, and the buttons for their files. */
  private final HBox people = new HBox(8);

  /** On the right of the toolbar: what can be done with the drawings. */
  private final HBox tools = new HBox(8);

  /**
   * @param files imports and exports
   * @param draw shows the pad
   */
  public MyDrawingsTab(BrowseViewModel model, MyDrawingFilesViewModel files, Runnable draw) {
    this.model = model;
    this.files = files;
    getStyleClass().add("my-drawings-tab");
    setId("my-drawings");
    grid = new DrawingGrid(model);
    Button importButton =
        button("import-drawings", "ui.mydrawings.import", Feather.DOWNLOAD, this::importFile);
    exportButton =
        button("export-drawings", "ui.mydrawings.export", Feather.UPLOAD, this::exportFile);
    deleteButton = button("delete-drawings", "ui.mydrawings.delete", Feather.TRASH_2, this::delete);
    people.setAlignment(Pos.CENTER_LEFT);
    tools.setAlignment(Pos.CENTER_RIGHT);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    people.getChildren().addAll(importButton, exportButton, deleteButton);
    HBox toolbar = new HBox(8, people, space, tools);
    toolbar.setAlignment(Pos.CENTER_LEFT);
    toolbar.setMinHeight(Region.USE_PREF_SIZE);
    toolbar.getStyleClass().add("my-drawings-toolbar");
    empty = emptyState(draw);
    noneShown.setId("none-shown");
    noneShown.getStyleClass().add("muted");
    drawingsPane = new StackPane(grid, noneShown, empty);
    FilterPane filter = new FilterPane(model);
    BorderPane.setMargin(filter, new Insets(0, 16, 0, -8));
    setPadding(new Insets(16, MARGIN, 0, MARGIN));
    setTop(toolbar);
    BorderPane.setMargin(toolbar, new Insets(0, 0, 16, 0));
    setLeft(filter);
    setCenter(drawingsPane);
    setBottom(messageRow());
    centerProperty().addListener((property, before, now) -> show());
    model.rowsProperty().addListener((property, before, now) -> show());
    model.drawings().loadedProperty().addListener((property, before, now) -> show());
    loadingIsSlow.setOnFinished(event -> show());
    show();
  }

  /** Adds controls to the left of the toolbar, such as the menu of people. */
  public void addPeople(Node... nodes) {
    people.getChildren().addAll(0, List.of(nodes));
  }

  /** Adds controls to the right of the toolbar, such as buttons that use the drawings. */
  public void addTools(Node... nodes) {
    tools.getChildren().addAll(nodes);
  }

  /** Focuses the drawings, what leads to the first ones, or a page in their place. */
  @Override
  public void requestFocus() {
    if (getScene() != null && grid.getScene() == null) {
      getCenter().requestFocus(); // a page in their place
      return;
    }
    Node target = grid.isVisible() ? grid : toPad;
    focusLater = !target.isVisible() || !empty.isVisible() && target == toPad;
    target.requestFocus();
  }

  private static Button button(String id, String key, Feather icon, Runnable action) {
    Button button = new Button(Messages.get(key), new FontIcon(icon));
    button.setId(id);
    button.setMinWidth(Region.USE_PREF_SIZE);
    LazyTooltips.install(button, tooltip(id));
    button.setOnAction(event -> action.run());
    return button;
  }

  private static String tooltip(String id) {
    return switch (id) {
      case "import-drawings" -> Messages.get("ui.mydrawings.import.tooltip");
      case "export-drawings" -> Messages.get("ui.mydrawings.export.tooltip");
      default -> Messages.get("ui.mydrawings.delete.tooltip");
    };
  }

  private VBox emptyState(Runnable draw) {
    Label title = FormControls.heading(Messages.get("ui.mydrawings.empty.title"));
    Label words = FormControls.wrappingLabel("my-drawings-empty");
    words.setText(Messages.get("ui.mydrawings.empty"));
    words.getStyleClass().add("muted");
    toPad.setId("draw-first");
    toPad.setOnAction(event -> draw.run());
    VBox box = new VBox(12, title, words, toPad);
    box.setAlignment(Pos.CENTER_LEFT);
    box.setMaxWidth(EMPTY_WIDTH);
    box.setMaxHeight(Region.USE_PREF_SIZE);
    return box;
  }

  private HBox messageRow() {
    MyDrawingsViewModel drawings = model.drawings();
    Label message = new Label();
    message.setId("my-drawings-message");
    message.getStyleClass().add("draft-error");
    message.textProperty().bind(drawings.messageProperty());
    message.setMinWidth(0);
    message.pseudoClassStateChanged(INFORMING, !drawings.failedProperty().get());
    drawings
        .failedProperty()
        .addListener((property, before, now) -> message.pseudoClassStateChanged(INFORMING, !now));
    LazyTooltips.install(message, message.textProperty());
    HBox row =
        new HBox(
            8, message, new UndoChangeButton(drawings, drawings.messageProperty(), "undo-change"));
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMinHeight(MESSAGE_HEIGHT);
    row.setPrefHeight(MESSAGE_HEIGHT);
    BorderPane.setMargin(row, new Insets(4, 0, 8, 0));
    return row;
  }

  private void show() {
    boolean none = model.drawings().drawingsProperty().get().isEmpty();
    boolean noneOfThese = model.shown().isEmpty();
    boolean loaded = model.drawings().loadedProperty().get();
    boolean focused = grid.isFocused();
    empty.setVisible(none && loaded);
    grid.setVisible(!noneOfThese);
    boolean slow = !loaded && loadingIsSlow.getCurrentTime().equals(SLOW);
    if (loaded) {
      loadingIsSlow.stop(); // which begins anew for the next person
    } else if (!slow) {
      loadingIsSlow.play();
    }
    noneShown.setVisible(noneOfThese && (!none || slow));
    String words =
        model.misreadOnlyProperty().get() ? "ui.mydrawings.noneMisread" : "ui.mydrawings.noneShown";
    noneShown.setText(Messages.get(slow ? "ui.mydrawings.loading" : words));
    // with a page in their place, nobody sees which drawings these buttons would take
    boolean covered = getCenter() != drawingsPane;
    exportButton.setDisable(noneOfThese || covered);
    deleteButton.setDisable(noneOfThese || covered);
    if (focusLater && (grid.isVisible() || empty.isVisible()) || focused && !grid.isVisible()) {
      requestFocus();
    }
  }

  private void delete() {
    model.delete();
    requestFocus();
  }

  private void importFile() {
    File file =
        FileDialogs.of(this)
            .open(chooser(Messages.get("ui.mydrawings.import")), getScene().getWindow());
    if (file != null) {
      files.importFile(file.toPath());
    }
  }

  private void exportFile() {
    FileChooser chooser = chooser(Messages.get("ui.mydrawings.export"));
    chooser.setInitialFileName(Messages.get("ui.mydrawings.fileName"));
    File file = FileDialogs.of(this).save(chooser, getScene().getWindow());
    if (file != null) {
      files.export(file.toPath(), model.shown());
    }
  }

  private static FileChooser chooser(String title) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser
        .getExtensionFilters()
        .addAll(
            new ExtensionFilter(
                Messages.get("ui.drawings.format.strokes"), List.of("*.jsonl", "*.jsonl.gz")),
            new ExtensionFilter(Messages.get("ui.drawings.allFiles"), "*.*"));
    return chooser;
  }
}
