package org.digitpad.ui.compare;

import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.Numbers;
import org.digitpad.ui.answer.Answer;
import org.digitpad.ui.answer.ProbabilityBars;
import org.digitpad.ui.answer.VerdictView;
import org.digitpad.ui.common.FormControls;
import org.digitpad.ui.common.IconButtons;
import org.digitpad.ui.common.LazyTooltips;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A model with its answer, which is marked if it differs from the majority's. */
final class ModelColumn extends VBox {
  private static final PseudoClass DIFFERS = PseudoClass.getPseudoClass("differs");
  private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  /** High enough for the mark, so that nothing moves when it comes. */
  private static final double FOOTER_HEIGHT = 24;

  /** High enough for digits above a sentence. */
  private static final double MIN_DIGIT_HEIGHT = 56;

  private static final double MAX_DIGIT_HEIGHT = 160;
  private static final double DIGIT_HEIGHT_SHARE = 0.12;

  /** Below it, the sentence is smaller, so that it still fits into a line, in pixels. */
  private static final double NARROW = 220;

  private static final PseudoClass NARROW_COLUMN = PseudoClass.getPseudoClass("narrow");

  private final ModelColumnViewModel column;
  private final VerdictView verdict = new VerdictView(false);
  private final ProbabilityBars bars;
  private final Label time = new Label();
  private final FontIcon markIcon = new FontIcon(Feather.GIT_BRANCH);
  private final Label mark = new Label("", markIcon);
  private final Label error = FormControls.wrappingLabel("load-error");

  /**
   * @param remove removes the column
   * @param reducedMotion whether nothing is animated
   */
  ModelColumn(ModelColumnViewModel column, Runnable remove, ObservableBooleanValue reducedMotion) {
    super(8);
    this.column = column;
    getStyleClass().addAll("column", column.style());
    bars = new ProbabilityBars(reducedMotion);
    VBox.setVgrow(bars, Priority.ALWAYS);
    verdict.setGap(8);
    heightProperty().addListener(change -> setDigitHeight());
    widthProperty()
        .addListener(
            (property, before, now) ->
                pseudoClassStateChanged(NARROW_COLUMN, now.doubleValue() < NARROW));
    setDigitHeight();
    error.setAlignment(Pos.TOP_LEFT);
    error.setMaxHeight(Double.MAX_VALUE);
    VBox.setVgrow(error, Priority.ALWAYS);
    getChildren().addAll(header(remove), verdict, bars, error, footer());
    column.answer().answerProperty().addListener((property, before, now) -> show(now));
    column.markProperty().addListener(change -> updateMark());
    show(column.answer().answerProperty().get());
    updateMark();
  }

  /** Returns a square in the color of the model whose style class an ancestor has. */
  static Region colorMark() {
    Region mark = new Region();
    mark.getStyleClass().add("model-color");
    return mark;
  }

  /** Returns a label with the color and the title of a model. */
  static Label coloredTitle(ModelColumnViewModel column) {
    Label title = new Label(column.title(), colorMark());
    title.getStyleClass().addAll("column-name", column.style());
    return title;
  }

  private void setDigitHeight() {
    double share = Math.round(DIGIT_HEIGHT_SHARE * getHeight());
    double height = Math.max(MIN_DIGIT_HEIGHT, Math.min(MAX_DIGIT_HEIGHT, share));
    verdict.setDigitHeight(height);
    verdict.setMinHeight(height);
    verdict.setMaxHeight(height);
  }

  private HBox header(Runnable remove) {
    Label title = new Label(column.title());
    title.getStyleClass().add("column-name");
    title.setMinWidth(0);
    title.setMaxWidth(Double.MAX_VALUE);
    // a narrow column cuts it
    LazyTooltips.install(title, column.title());
    HBox.setHgrow(title, Priority.ALWAYS);
    Button button = new Button();
    IconButtons.style(button, Feather.X, Messages.get("ui.compare.column.remove", column.title()));
    button.getStyleClass().add("remove");
    LazyTooltips.install(button, Messages.get("ui.compare.column.remove.tooltip"));
    button.setOnAction(event -> remove.run());
    HBox header = new HBox(8, colorMark(), title, button);
    header.setAlignment(Pos.CENTER_LEFT);
    return header;
  }

  private HBox footer() {
    time.getStyleClass().addAll("muted", "time");
    time.setMinWidth(USE_PREF_SIZE);
    LazyTooltips.install(time, Messages.get("ui.compare.column.time.tooltip", LatencyMeter.WINDOW));
    mark.getStyleClass().add("column-mark");
    mark.setMinWidth(USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox footer = new HBox(8, mark, space, time);
    footer.setMinHeight(FOOTER_HEIGHT);
    footer.setAlignment(Pos.CENTER_LEFT);
    return footer;
  }

  private void show(Answer answer) {
    boolean failed =
        answer.state() == Answer.State.FAILED || answer.state() == Answer.State.UNAVAILABLE;
    verdict.show(answer);
    bars.show(answer);
    FormControls.setVisible(verdict, !failed);
    FormControls.setVisible(bars, !failed);
    FormControls.setVisible(error, failed);
    error.setText(failed ? answer.sentence() : "");
    time.setText(answer.hasPrediction() ? micros(column.latencyProperty().get()) : "");
  }

  /** Returns a time as text, such as "1,234 µs". */
  static String micros(double micros) {
    return Messages.get("ui.compare.micros", Numbers.decimal(micros, 0));
  }

  private void updateMark() {
    ModelColumnViewModel.Mark now = column.markProperty().get();
    pseudoClassStateChanged(DIFFERS, now == ModelColumnViewModel.Mark.DIFFERS);
    pseudoClassStateChanged(RIGHT, now == ModelColumnViewModel.Mark.RIGHT);
    pseudoClassStateChanged(WRONG, now == ModelColumnViewModel.Mark.WRONG);
    mark.setVisible(now != ModelColumnViewModel.Mark.NONE);
    switch (now) {
      case NONE -> showMark("", Feather.GIT_BRANCH, column.title());
      case DIFFERS ->
          showMark(
              Messages.get("ui.compare.column.differs"),
              Feather.GIT_BRANCH,
              Messages.get("ui.compare.column.accessibleDiffers", column.title()));
      case RIGHT ->
          showMark(
              Messages.get("ui.compare.column.right"),
              Feather.CHECK,
              Messages.get("ui.compare.column.accessibleRight", column.title()));
      case WRONG ->
          showMark(
              Messages.get("ui.compare.column.wrong"),
              Feather.X,
              Messages.get("ui.compare.column.accessibleWrong", column.title()));
    }
  }

  private void showMark(String text, Feather icon, String accessible) {
    mark.setText(text);
    markIcon.setIconCode(icon);
    setAccessibleText(accessible);
  }
}
