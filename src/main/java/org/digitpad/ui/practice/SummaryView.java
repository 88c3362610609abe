package org.digitpad.ui.practice;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.digitpad.data.mydrawings.MyDrawing;
import org.digitpad.i18n.Messages;
import org.digitpad.ui.common.FormControls;
import org.digitpad.ui.common.LazyTooltips;
import org.digitpad.ui.pad.InkLayer;
import org.jspecify.annotations.Nullable;

/** What a round has brought: how many digits were read rightly, and which were not. */
final class SummaryView extends BorderPane {
  private static final double MARGIN = 24;
  private static final double MAX_WIDTH = 960;
  private static final double PAPER = 80;

  /** The same for all captions, so that the drawings stand in columns. */
  private static final double CELL_WIDTH = 88;

  private final PracticeViewModel model;
  private final Label title = FormControls.wrappingLabel("practice-title");
  private final Label reading = FormControls.wrappingLabel("practice-reading");
  private final Label heading = FormControls.heading(Messages.get("ui.practice.summary.misread"));
  private final FlowPane misread = new FlowPane(16, 16);
  private final Node wayOn;

  /**
   * @param problem why drawings could not be kept; empty if they were
   * @param learn learns from the drawings; null if nothing can
   */
  SummaryView(PracticeViewModel model, ObservableStringValue problem, @Nullable Runnable learn) {
    this.model = model;
    getStyleClass().add("practice-summary");
    title.getStyleClass().add("sentence");
    misread.setId("practice-misread");
    Label error = FormControls.wrappingLabel("practice-summary-error");
    error.getStyleClass().add("field-error");
    error.textProperty().bind(problem);
    Button drawings =
        button(
            "practice-drawings",
            Messages.get("ui.practice.summary.drawings"),
            Messages.get("ui.practice.summary.drawings.tooltip"),
            model::leave);
    Button again =
        button(
            "practice-again",
            Messages.get("ui.practice.summary.again"),
            Messages.get("ui.practice.summary.again.tooltip"),
            model::start);
    HBox buttons = new HBox(8, drawings, again);
    if (learn != null) {
      buttons
          .getChildren()
          .add(
              0,
              button(
                  "practice-learn",
                  Messages.get("ui.practice.summary.learn"),
                  Messages.get("ui.practice.summary.learn.tooltip"),
                  () -> leaveFor(learn)));
    }
    wayOn = buttons.getChildren().get(0);
    wayOn.getStyleClass().add(Styles.ACCENT);
    VBox top = new VBox(8, title, reading, error);
    ScrollPane scroll = FormControls.scrolling(new VBox(16, heading, misread));
    VBox.setMargin(buttons, new Insets(8, 0, 8, 0));
    top.getChildren().add(buttons);
    BorderPane page = new BorderPane(scroll, top, null, null, null);
    BorderPane.setMargin(scroll, new Insets(16, 0, 0, 0));
    page.setMaxWidth(MAX_WIDTH);
    page.setPadding(new Insets(MARGIN));
    setCenter(page);
    // to the summary belongs what is read yet
    model.summaryProperty().addListener((property, before, now) -> show(now));
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            model.leave();
            event.consume();
          }
        });
    show(model.summaryProperty().get());
  }

  private void leaveFor(Runnable next) {
    model.leave();
    next.run();
  }

  private static Button button(String id, String name, String tooltip, Runnable action) {
    Button button = new Button(name);
    button.setId(id);
    LazyTooltips.install(button, tooltip);
    button.setOnAction(event -> action.run());
    return button;
  }

  private void show(PracticeSummary summary) {
    title.setText(Messages.plural("ui.practice.summary.title", summary.count(), time(summary)));
    reading.setText(sentence(summary));
    boolean some = !summary.misread().isEmpty();
    FormControls.setVisible(heading, some);
    List<Node> cells = new ArrayList<>();
    summary.misread().forEach(drawing -> cells.add(cell(drawing)));
    misread.getChildren().setAll(cells);
  }

  private static String time(PracticeSummary summary) {
    long seconds = summary.time().toSeconds();
    return seconds < 60
        ? Messages.get("ui.practice.time.seconds", seconds)
        : Messages.get("ui.practice.time", seconds / 60, seconds % 60);
  }

  private static String sentence(PracticeSummary summary) {
    if (summary.reading() > 0) {
      return Messages.get("ui.practice.summary.stillReading");
    }
    if (summary.unread() == summary.count()) {
      return Messages.get("ui.practice.summary.notRead");
    }
    return summary.right() == summary.count()
        ? Messages.get("ui.practice.summary.allRight")
        : Messages.get("ui.practice.summary.right", summary.right(), summary.count());
  }

  private static Node cell(MyDrawing drawing) {
    InkLayer ink = new InkLayer();
    ink.setPrefSize(PAPER, PAPER);
    ink.show(drawing.drawing());
    StackPane paper = new StackPane(ink);
    paper.getStyleClass().add("thumbnail");
    paper.setMinSize(PAPER, PAPER);
    paper.setMaxSize(PAPER, PAPER);
    Integer answer = drawing.answer();
    String text =
        answer == null || answer == MyDrawing.NO_DIGIT
            ? Messages.get("ui.practice.summary.noDigit", drawing.label())
            : Messages.get("ui.practice.summary.readAs", drawing.label(), answer);
    Label caption = new Label(text);
    caption.setWrapText(true);
    VBox cell = new VBox(4, paper, caption);
    cell.setMinWidth(CELL_WIDTH);
    cell.setPrefWidth(CELL_WIDTH);
    cell.setAlignment(Pos.TOP_LEFT);
    cell.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    cell.setAccessibleText(text);
    return cell;
  }

  /** Focuses the way on. */
  @Override
  public void requestFocus() {
    wayOn.requestFocus();
  }
}
