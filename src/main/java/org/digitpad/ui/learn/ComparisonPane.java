package org.digitpad.ui.learn;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.digitpad.i18n.Messages;
import org.digitpad.ui.common.DigitImagePainter;
import org.digitpad.ui.common.FormControls;
import org.digitpad.ui.common.LazyTooltips;
import org.digitpad.ui.learn.LearnResult.Row;

/** A copy beside its parent: figures before and after, what flipped, and what to do with it. */
final class ComparisonPane extends VBox {
  private static final PseudoClass BETTER = PseudoClass.getPseudoClass("better");
  private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
  private static final int SCALE = 2;

  /** More would take long to look at. */
  private static final int MAX_PICTURES = 36;

  private static final double NAME_WIDTH = 240;

  /** Wider, the eye would lose the row. */
  private static final double TABLE_WIDTH = 560;

  ComparisonPane(LearnViewModel model, LearnResult result) {
    super(16);
    getStyleClass().add("copy-comparison");
    Label headline = FormControls.wrappingLabel("learn-headline");
    headline.getStyleClass().add("headline");
    headline.setText(
        result.refusal().orElseGet(() -> Messages.get("ui.learn.better", result.parent())));
    headline.pseudoClassStateChanged(REFUSED, result.refusal().isPresent());
    getChildren()
        .addAll(
            headline, result.refusal().isPresent() ? close(model) : decision(model), table(result));
    addFlips(Messages.get("ui.learn.flips.own"), result.ownRight(), result.ownWrong());
    addFlips(Messages.get("ui.learn.flips.test"), result.testRight(), result.testWrong());
  }

  private static HBox decision(LearnViewModel model) {
    Label label = new Label(Messages.get("ui.learn.nameLabel"));
    TextField name = new TextField();
    name.setId("learn-name");
    name.setPrefWidth(NAME_WIDTH);
    label.setLabelFor(name);
    name.textProperty().bindBidirectional(model.nameProperty());
    name.setOnAction(event -> model.keep());
    Button keep = new Button(Messages.get("ui.learn.keep"));
    keep.setId("learn-keep");
    keep.getStyleClass().add(Styles.ACCENT);
    keep.setMinWidth(USE_PREF_SIZE);
    keep.setOnAction(event -> model.keep());
    LazyTooltips.install(keep, Messages.get("ui.learn.keepTip"));
    Button discard = new Button(Messages.get("ui.learn.discard"));
    discard.setId("learn-discard");
    discard.setMinWidth(USE_PREF_SIZE);
    discard.setOnAction(event -> model.discard());
    LazyTooltips.install(discard, Messages.get("ui.learn.discardTip"));
    HBox row = new HBox(8, label, name, keep, discard);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static HBox close(LearnViewModel model) {
    Button close = new Button(Messages.get("ui.learn.close"));
    close.setId("learn-close");
    close.setMinWidth(USE_PREF_SIZE);
    close.setOnAction(event -> model.discard());
    HBox row = new HBox(16, close, head(Messages.get("ui.learn.refusedHint")));
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static GridPane table(LearnResult result) {
    GridPane table = new GridPane();
    table.setId("learn-table");
    table.getStyleClass().add("copy-table");
    ColumnConstraints names = new ColumnConstraints();
    names.setHgrow(Priority.SOMETIMES);
    ColumnConstraints figures = new ColumnConstraints();
    figures.setHalignment(HPos.RIGHT);
    table.setMaxWidth(TABLE_WIDTH);
    table.getColumnConstraints().addAll(names, figures, figures);
    table.addRow(
        0,
        new Label(),
        head(Messages.get("ui.learn.before", result.parent())),
        head(Messages.get("ui.learn.after")));
    List<Row> rows = result.rows();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      Label name = new Label(row.name());
      name.setMinWidth(0);
      LazyTooltips.install(name, row.explanation());
      Label after = figure(row.after());
      after.pseudoClassStateChanged(BETTER, row.better());
      table.addRow(i + 1, name, figure(row.before()), after);
    }
    return table;
  }

  private static Label head(String text) {
    Label head = new Label(text);
    head.getStyleClass().add("muted");
    return head;
  }

  private static Label figure(String text) {
    Label figure = new Label(text);
    figure.getStyleClass().add("copy-figure");
    figure.setMinWidth(USE_PREF_SIZE);
    return figure;
  }

  private void addFlips(String title, List<Flip> right, List<Flip> wrong) {
    if (right.isEmpty() && wrong.isEmpty()) {
      return;
    }
    VBox part = new VBox(8, FormControls.heading(title));
    addPictures(part, "ui.learn.flips.right", right);
    addPictures(part, "ui.learn.flips.wrong", wrong);
    getChildren().add(part);
  }

  private static void addPictures(VBox part, String key, List<Flip> flips) {
    if (flips.isEmpty()) {
      return;
    }
    FlowPane pictures = new FlowPane(8, 8);
    flips.stream().limit(MAX_PICTURES).forEach(flip -> pictures.getChildren().add(picture(flip)));
    Label head = head(Messages.plural(key, flips.size()));
    part.getChildren().addAll(head, pictures);
    if (flips.size() > MAX_PICTURES) {
      part.getChildren()
          .add(head(Messages.plural("ui.learn.flips.more", flips.size() - MAX_PICTURES)));
    }
  }

  private static Node picture(Flip flip) {
    ImageView image = new ImageView(DigitImagePainter.of(flip.image(), SCALE));
    image.setAccessibleText(flip.spoken());
    Label change = new Label(Messages.get("ui.learn.flip", flip.before(), flip.after()));
    change.getStyleClass().add("flip");
    VBox picture = new VBox(2, image, change);
    picture.setAlignment(Pos.TOP_CENTER);
    LazyTooltips.install(picture, flip.spoken());
    return picture;
  }
}
