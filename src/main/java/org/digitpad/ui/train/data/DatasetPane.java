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
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.digitpad.ui.common.Forms;
import org.digitpad.ui.common.LazyTooltips;
import org.digitpad.ui.train.TrainViewModel;
import org.digitpad.ui.train.data.DatasetViewModel.State;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What to learn from, and how to get it. */
public final class DatasetPane extends VBox {
  private static final PseudoClass FAULTY = PseudoClass.getPseudoClass("faulty");

  private final DatasetViewModel data;
  private final Label sentence = Forms.wrappingLabel("data-sentence");
  private final ProgressBar bar = new ProgressBar(0);
  private final Button download = new Button("Download (11.6 MB)");
  private final Button cancel = new Button("Cancel");

  public DatasetPane(TrainViewModel model) {
    super(8);
    data = model.data();
    sentence.getStyleClass().add("data-sentence");
    sentence.textProperty().bind(data.sentenceProperty());
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.progressProperty().bind(data.downloadedProperty());
    download.setId("download");
    download.setMaxWidth(Double.MAX_VALUE);
    download.setOnAction(event -> data.download());
    cancel.setId("cancel-download");
    cancel.setOnAction(event -> data.cancel());
    HBox choice = new HBox(8, sets(), others());
    choice.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(Forms.heading("From what"), choice, sentence, bar, cancel, download);
    data.faultyProperty()
        .addListener((property, before, now) -> sentence.pseudoClassStateChanged(FAULTY, now));
    sentence.pseudoClassStateChanged(FAULTY, data.faultyProperty().get());
    data.stateProperty().addListener((property, before, now) -> show(now));
    show(data.stateProperty().get());
    disableProperty().bind(model.run().runningProperty());
  }

  private void show(State state) {
    Forms.setVisible(bar, state == State.DOWNLOADING);
    Forms.setVisible(cancel, state == State.DOWNLOADING);
    Forms.setVisible(download, data.canDownload());
  }

  private ComboBox<DatasetChoice> sets() {
    ComboBox<DatasetChoice> sets =
        Forms.comboBox("data", "Images to learn from", DatasetChoice::name);
    sets.setItems(data.choices());
    sets.valueProperty().bindBidirectional(data.chosenProperty());
    HBox.setHgrow(sets, Priority.ALWAYS);
    return sets;
  }

  /** Sets that lie where only their owner knows. */
  private MenuButton others() {
    MenuItem folder = new MenuItem("Folder with the four MNIST files…");
    folder.setOnAction(event -> chooseFolder());
    MenuItem file = new MenuItem("Kaggle's train.csv…");
    file.setOnAction(event -> chooseFile());
    MenuButton others = new MenuButton("", new FontIcon(Feather.FOLDER), folder, file);
    others.setId("choose-other");
    others.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Tweaks.NO_ARROW);
    others.setAccessibleText("Choose a folder or a file");
    LazyTooltips.install(others, "Choose a folder or a file");
    return others;
  }

  private void chooseFolder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle("Folder with the four MNIST files");
    File folder = chooser.showDialog(getScene().getWindow());
    if (folder != null) {
      data.chooseFolder(folder.toPath());
    }
  }

  private void chooseFile() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Kaggle's train.csv");
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter("Comma-separated values", "*.csv"),
            new FileChooser.ExtensionFilter("All files", "*"));
    File file = chooser.showOpenDialog(getScene().getWindow());
    if (file != null) {
      data.chooseFile(file.toPath());
    }
  }
}
