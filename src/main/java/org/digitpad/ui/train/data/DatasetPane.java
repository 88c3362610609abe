package org.digitpad.ui.train.data;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.io.File;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.digitpad.i18n.Messages;
import org.digitpad.ui.common.FileDialogs;
import org.digitpad.ui.common.FormControls;
import org.digitpad.ui.common.LazyTooltips;
import org.digitpad.ui.train.data.DatasetViewModel.State;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A form to choose and to download the dataset. */
public final class DatasetPane extends VBox {
  private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

  /** Three lines, as a folder often takes two of them. */
  private static final double WORDS_HEIGHT = 64;

  private static final double SLOT_HEIGHT = 40;

  private final DatasetViewModel model;
  private final Label message = FormControls.wrappingLabel("data-sentence");
  private final ProgressBar bar = new ProgressBar(0);
  private final Button download = new Button(Messages.get("ui.train.data.download"));
  private final Button cancel = new Button(Messages.get("ui.train.data.cancel"));
  private final HBox downloading = new HBox(8, bar, cancel);

  public DatasetPane(DatasetViewModel model) {
    super(8);
    this.model = model;
    message.getStyleClass().add("data-sentence");
    message.textProperty().bind(model.messageProperty());
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.progressProperty().bind(model.downloadedProperty());
    download.setId("download");
    download.setMaxWidth(Double.MAX_VALUE);
    download.setOnAction(event -> model.download());
    cancel.setId("cancel-download");
    cancel.setOnAction(event -> model.cancel());
    bar.setAccessibleText(Messages.get("ui.train.data.downloadBar"));
    cancel.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    downloading.setAlignment(Pos.CENTER_LEFT);
    // always there, so that the settings below do not move
    StackPane slot = new StackPane(download, downloading);
    slot.setMinHeight(SLOT_HEIGHT);
    VBox words = new VBox(message);
    words.setMinHeight(WORDS_HEIGHT);
    Label heading = FormControls.heading(Messages.get("ui.train.data.heading"));
    HBox choice = new HBox(8, datasets(heading), others());
    choice.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(heading, choice, words, slot);
    model
        .errorProperty()
        .addListener((property, before, now) -> message.pseudoClassStateChanged(ERROR, now));
    message.pseudoClassStateChanged(ERROR, model.errorProperty().get());
    model.stateProperty().addListener((property, before, now) -> show(now));
    show(model.stateProperty().get());
  }

  private void show(State state) {
    FormControls.setVisible(downloading, state == State.DOWNLOADING);
    FormControls.setVisible(download, model.canDownload());
  }

  private ComboBox<DatasetChoice> datasets(Label heading) {
    ComboBox<DatasetChoice> list = FormControls.comboBox("data", heading, DatasetChoice::name);
    list.setItems(model.choices());
    list.valueProperty().bindBidirectional(model.chosenProperty());
    HBox.setHgrow(list, Priority.ALWAYS);
    return list;
  }

  /** A menu to choose datasets from disk. */
  private MenuButton others() {
    MenuItem folder = new MenuItem(Messages.get("ui.train.data.chooseFolder"));
    folder.setOnAction(event -> chooseFolder());
    MenuItem file = new MenuItem(Messages.get("ui.train.data.chooseFile"));
    file.setOnAction(event -> chooseFile());
    MenuButton others = new MenuButton("", new FontIcon(Feather.FOLDER), folder, file);
    others.setId("choose-other");
    others.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Tweaks.NO_ARROW);
    others.setAccessibleText(Messages.get("ui.train.data.chooseOther"));
    LazyTooltips.install(others, Messages.get("ui.train.data.chooseOther"));
    return others;
  }

  private void chooseFolder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(Messages.get("ui.train.data.folderTitle"));
    File folder = FileDialogs.of(this).folder(chooser, getScene().getWindow());
    if (folder != null) {
      model.chooseFolder(folder.toPath());
    }
  }

  private void chooseFile() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Messages.get("ui.train.data.fileTitle"));
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(Messages.get("ui.train.data.csvFiles"), "*.csv"),
            new FileChooser.ExtensionFilter(Messages.get("ui.train.data.allFiles"), "*"));
    File file = FileDialogs.of(this).open(chooser, getScene().getWindow());
    if (file != null) {
      model.chooseFile(file.toPath());
    }
  }
}
