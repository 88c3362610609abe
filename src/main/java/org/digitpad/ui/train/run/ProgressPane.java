package org.digitpad.ui.train.run;

import atlantafx.base.theme.Styles;
import java.util.function.Consumer;
import javafx.collections.SetChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.digitpad.i18n.Messages;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.ui.common.FormControls;
import org.digitpad.ui.train.history.RunHistoryViewModel;
import org.digitpad.ui.train.history.SaveModelDialog;

/** The progress of the current run and its result, with buttons to use and to save its model. */
public final class ProgressPane extends VBox {
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

  private final RunViewModel run;
  private final RunHistoryViewModel models;
  private final Label headline = FormControls.wrappingLabel("headline");
  private final Label detail = FormControls.wrappingLabel("detail");
  private final Button use = new Button(Messages.get("ui.train.run.use"));
  private final Button save = new Button(Messages.get("ui.train.run.saveAs"));

  /**
   * @param run the current run
   * @param models uses and saves the run's model
   */
  public ProgressPane(RunViewModel run, RunHistoryViewModel models) {
    super(8);
    this.run = run;
    this.models = models;
    ProgressViewModel progress = run.progress();
    headline.getStyleClass().add("headline");
    headline.textProperty().bind(progress.headlineProperty());
    detail.getStyleClass().add("muted");
    detail.textProperty().bind(progress.detailProperty());
    use.setId("use");
    use.getStyleClass().add(Styles.ACCENT);
    use.setMinWidth(USE_PREF_SIZE);
    use.setOnAction(event -> withResult(models::use));
    save.setId("save-as");
    save.setMinWidth(USE_PREF_SIZE);
    save.setOnAction(event -> withResult(result -> SaveModelDialog.ask(this, models, result)));
    VBox text = new VBox(4, headline, detail);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox top = new HBox(8, text, use, save);
    top.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(top, bar(progress));
    // in a low window the charts shrink instead
    setMinHeight(USE_PREF_SIZE);
    run.stateProperty().addListener((property, before, now) -> show(now));
    run.resultProperty().addListener((property, before, now) -> show(run.stateProperty().get()));
    models
        .deleted()
        .addListener((SetChangeListener<LibraryModel>) change -> show(run.stateProperty().get()));
    show(run.stateProperty().get());
  }

  private static ProgressBar bar(ProgressViewModel progress) {
    ProgressBar bar = new ProgressBar(0);
    bar.setId("progress");
    bar.setAccessibleText(Messages.get("ui.train.run.progressBar"));
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setMinHeight(USE_PREF_SIZE);
    bar.progressProperty().bind(progress.fractionProperty());
    return bar;
  }

  private void show(RunState state) {
    headline.pseudoClassStateChanged(FAILED, state == RunState.FAILED);
    LibraryModel result = run.resultProperty().get();
    boolean there = state == RunState.DONE && result != null && !models.deleted().contains(result);
    FormControls.setVisible(use, there);
    FormControls.setVisible(save, there);
  }

  private void withResult(Consumer<LibraryModel> action) {
    LibraryModel result = run.resultProperty().get();
    if (result != null) {
      action.accept(result);
    }
  }
}
