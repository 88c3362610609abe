package org.digitpad.ui.compare;

import java.util.Locale;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.digitpad.ui.answer.Answer;
import org.digitpad.ui.answer.ProbabilityBars;
import org.digitpad.ui.answer.VerdictView;
import org.digitpad.ui.common.Forms;
import org.digitpad.ui.common.IconButtons;
import org.digitpad.ui.common.LazyTooltips;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A model, its answer, and a mark where that is not what most answer. */
final class ModelColumn extends VBox {
  private static final PseudoClass ODD = PseudoClass.getPseudoClass("odd");
  private static final double SMALLEST_DIGIT = 48;
  private static final double LARGEST_DIGIT = 160;
  private static final double DIGIT_SHARE = 0.12;
  private static final double NANOS_A_MICRO = 1e3;

  private final ModelColumnViewModel column;
  private final VerdictView verdict = new VerdictView();
  private final ProbabilityBars bars;
  private final Label time = new Label();
  private final Label fault = Forms.wrappingLabel("fault");

  /**
   * @param remove takes the column away
   * @param still whether nothing may glide
   */
  ModelColumn(ModelColumnViewModel column, Runnable remove, ObservableBooleanValue still) {
    super(8);
    this.column = column;
    getStyleClass().addAll("column", column.style());
    bars = new ProbabilityBars(still);
    VBox.setVgrow(bars, Priority.ALWAYS);
    verdict.setSpacing(8);
    heightProperty().addListener(change -> setDigitHeight());
    setDigitHeight();
    fault.setAlignment(Pos.TOP_LEFT);
    fault.setMaxHeight(Double.MAX_VALUE);
    VBox.setVgrow(fault, Priority.ALWAYS);
    getChildren().addAll(header(remove), verdict, bars, fault, footer());
    column.answer().answerProperty().addListener((property, before, now) -> show(now));
    column.oddProperty().addListener(change -> mark());
    show(column.answer().answerProperty().get());
    mark();
  }

  private void setDigitHeight() {
    double share = Math.round(DIGIT_SHARE * getHeight());
    double height = Math.max(SMALLEST_DIGIT, Math.min(LARGEST_DIGIT, share));
    verdict.setDigitHeight(height);
    verdict.setMinHeight(height);
    verdict.setMaxHeight(height);
  }

  private HBox header(Runnable remove) {
    Region colour = new Region();
    colour.getStyleClass().add("model-colour");
    Label name = new Label(column.name());
    name.getStyleClass().add("column-name");
    name.setMinWidth(0);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    Button button = new Button();
    IconButtons.style(button, Feather.X, "Remove " + column.name());
    button.getStyleClass().add("remove");
    LazyTooltips.install(button, "Remove this column");
    button.setOnAction(event -> remove.run());
    HBox header = new HBox(8, colour, name, button);
    header.setAlignment(Pos.CENTER_LEFT);
    return header;
  }

  private HBox footer() {
    time.getStyleClass().addAll("muted", "time");
    time.setMinWidth(USE_PREF_SIZE);
    LazyTooltips.install(time, "From strokes to probabilities");
    Label differs = new Label("Differs", new FontIcon(Feather.ALERT_TRIANGLE));
    differs.getStyleClass().add("differs");
    differs.setMinWidth(USE_PREF_SIZE);
    differs.visibleProperty().bind(column.oddProperty());
    differs.managedProperty().bind(column.oddProperty());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox footer = new HBox(8, differs, space, time);
    footer.setAlignment(Pos.CENTER_LEFT);
    return footer;
  }

  private void show(Answer answer) {
    boolean failed = answer.isError();
    verdict.show(answer);
    bars.show(answer);
    Forms.setVisible(verdict, !failed);
    Forms.setVisible(bars, !failed);
    Forms.setVisible(fault, failed);
    fault.setText(failed ? answer.sentence() : "");
    time.setText(
        answer.hasPrediction()
            ? String.format(Locale.ROOT, "%,.0f µs", answer.nanos() / NANOS_A_MICRO)
            : "");
  }

  private void mark() {
    boolean odd = column.oddProperty().get();
    pseudoClassStateChanged(ODD, odd);
    setAccessibleText(column.name() + (odd ? ", differs from the others" : ""));
  }
}
