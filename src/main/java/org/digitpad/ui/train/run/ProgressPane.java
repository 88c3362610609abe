package org.digitpad.ui.train.run;

import atlantafx.base.theme.Styles;
import java.io.File;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.digitpad.nn.model.ModelFile;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.train.UnfinishedRun;
import org.digitpad.ui.common.Forms;
import org.digitpad.ui.common.SaveFileDialog;
import org.digitpad.ui.train.TrainViewModel;
import org.jspecify.annotations.Nullable;

/** On top: how far the run is, what came of it, and what can be done with that. */
public final class ProgressPane extends VBox {
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

  private final TrainViewModel model;
  private final Label headline = Forms.sentence("headline");
  private final Label detail = Forms.sentence("detail");
  private final ProgressBar bar = new ProgressBar(0);
  private final Button use = new Button("Use on the pad");
  private final Button save = new Button("Save as…");
  private final Label offer = Forms.sentence("offer");
  private final Button goOn = new Button("Go on");
  private final Button discard = new Button("Discard");
  private final HBox offered;

  public ProgressPane(TrainViewModel model) {
    super(8);
    this.model = model;
    ProgressViewModel progress = model.run().progress();
    getStyleClass().add("progress-pane");
    headline.getStyleClass().add("headline");
    headline.textProperty().bind(progress.headlineProperty());
    detail.getStyleClass().add("muted");
    detail.textProperty().bind(progress.detailProperty());
    bar.setId("progress");
    bar.setMaxWidth(Double.MAX_VALUE);
    // where the window is low, the charts give way
    bar.setMinHeight(USE_PREF_SIZE);
    setMinHeight(USE_PREF_SIZE);
    bar.progressProperty().bind(progress.fractionProperty());
    use.setId("use");
    use.getStyleClass().add(Styles.ACCENT);
    use.setOnAction(event -> withResult(model.runs()::use));
    save.setId("save-as");
    save.setOnAction(event -> withResult(this::saveAs));
    for (Button button : new Button[] {use, save, goOn, discard}) {
      button.setMinWidth(Button.USE_PREF_SIZE);
    }
    goOn.setId("go-on");
    goOn.setOnAction(event -> model.goOn());
    discard.setId("discard");
    discard.setOnAction(event -> model.discard());
    HBox.setHgrow(offer, Priority.ALWAYS);
    offer.setMaxWidth(Double.MAX_VALUE);
    offered = new HBox(8, offer, goOn, discard);
    offered.setId("unfinished");
    offered.getStyleClass().add("offer");
    offered.setAlignment(Pos.CENTER_LEFT);
    VBox words = new VBox(4, headline, detail);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox top = new HBox(8, words, use, save);
    top.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(top, bar, offered);
    model.run().stateProperty().addListener((property, before, now) -> update());
    model.unfinished().runProperty().addListener((property, before, now) -> update());
    update();
  }

  private void update() {
    RunState state = model.run().stateProperty().get();
    headline.pseudoClassStateChanged(FAILED, state == RunState.FAILED);
    Forms.visible(use, state == RunState.DONE);
    Forms.visible(save, state == RunState.DONE);
    UnfinishedRun run = model.unfinished().runProperty().get();
    Forms.visible(offered, run != null && !state.running());
    offer.setText(sentence(run));
  }

  private static String sentence(@Nullable UnfinishedRun run) {
    return run == null
        ? ""
        : String.format(
            "A training of %s is not finished: epoch %d of %d, recipe %s, seed %d.",
            run.settings().architecture().title(),
            run.history().size(),
            run.settings().epochs(),
            run.settings().recipe().name(),
            run.settings().seed());
  }

  private void withResult(Consumer<LibraryModel> action) {
    LibraryModel result = model.run().resultProperty().get();
    if (result != null) {
      action.accept(result);
    }
  }

  private void saveAs(LibraryModel run) {
    File file = SaveFileDialog.ask(this, "Save the model", ModelFile.name(run.title()));
    if (file != null) {
      model.runs().saveAs(run, file.toPath());
    }
  }
}
