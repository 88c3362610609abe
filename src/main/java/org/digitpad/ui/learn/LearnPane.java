package org.digitpad.ui.learn;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.digitpad.i18n.Messages;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.ui.common.FormControls;
import org.digitpad.ui.common.LazyTooltips;
import org.digitpad.ui.learn.LearnViewModel.State;

/**
 * The page that learns from the person's drawings: what would be learned, the progress or the copy
 * beside its parent, and the copies that are kept.
 */
public final class LearnPane extends VBox {
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
  private static final double BAR_WIDTH = 200;

  /** Wider, the eye would lose the rows. */
  private static final double MAX_WIDTH = 880;

  /** Padding beside scrolled content, whose focus borders would be cut off otherwise. */
  private static final double EDGE = 4;

  /** Of a line, so that the first sentence moves nothing. */
  private static final double MESSAGE_HEIGHT = 20;

  /** Of a button, so that the copies stay where they are when it goes. */
  private static final double ROW_HEIGHT = 36;

  private final LearnViewModel model;
  private final Button learn = new Button(Messages.get("ui.learn.learn"));
  private final Button cancel = new Button(Messages.get("ui.learn.cancel"));
  private final HBox learning = new HBox(16);
  private final Label message = FormControls.wrappingLabel("learn-message");
  private final StackPane comparison = new StackPane();
  private final VBox copies = new VBox();
  private final Label copiesTitle = FormControls.heading(Messages.get("ui.learn.copies"));
  private final Button back = new Button();

  public LearnPane(LearnViewModel model) {
    super(16);
    this.model = model;
    setId("learn");
    getStyleClass().add("learn-pane");
    Label plan = FormControls.wrappingLabel("learn-plan");
    plan.textProperty().bind(model.planProperty());
    message.textProperty().bind(model.messageProperty());
    message.getStyleClass().add("learn-message");
    message.setMinHeight(MESSAGE_HEIGHT);
    VBox content =
        new VBox(
            16,
            plan,
            new VBox(8, action(), message),
            comparison,
            new VBox(8, copiesTitle, activeRow(), copies));
    content.setPadding(new Insets(EDGE));
    content.setMaxWidth(MAX_WIDTH);
    Node scroll = FormControls.scrolling(new VBox(content));
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().add(scroll);
    model.stateProperty().addListener((property, before, now) -> showState(now));
    model
        .resultProperty()
        .addListener((property, before, now) -> showState(model.stateProperty().get()));
    model
        .failedProperty()
        .addListener((property, before, now) -> message.pseudoClassStateChanged(FAILED, now));
    model.copies().addListener((ListChangeListener<LibraryModel>) change -> showCopies());
    model.activeProperty().addListener((property, before, now) -> showCopies());
    model.parentProperty().addListener((property, before, now) -> showParent(now));
    showState(model.stateProperty().get());
    showCopies();
    showParent(model.parentProperty().get());
  }

  /** Focuses the button that learns. */
  @Override
  public void requestFocus() {
    learn.requestFocus();
  }

  /**
   * The button, in whose place is the progress while a copy learns, so that a second click does
   * nothing.
   */
  private StackPane action() {
    learn.setId("learn-start");
    learn.setMinWidth(USE_PREF_SIZE);
    learn.disableProperty().bind(model.canLearnProperty().not());
    learn.setOnAction(event -> model.learn());
    LazyTooltips.install(learn, Messages.get("ui.learn.learnTip"));
    ProgressBar bar = new ProgressBar(0);
    bar.setId("learn-progress");
    bar.setAccessibleText(Messages.get("ui.learn.progressBar"));
    bar.setPrefWidth(BAR_WIDTH);
    bar.progressProperty().bind(model.progressProperty());
    cancel.setId("learn-cancel");
    cancel.setMinWidth(USE_PREF_SIZE);
    cancel.setOnAction(event -> model.cancel());
    learning.getChildren().addAll(bar, cancel);
    learning.setAlignment(Pos.CENTER_LEFT);
    StackPane place = new StackPane(learn, learning);
    place.setAlignment(Pos.CENTER_LEFT);
    place.setMinWidth(USE_PREF_SIZE);
    return place;
  }

  private void showState(State state) {
    boolean busy = state == State.LEARNING;
    boolean focused = learn.isFocused();
    learning.setVisible(busy);
    learn.setVisible(!busy);
    if (busy && focused) {
      cancel.requestFocus();
    }
    LearnResult result = model.resultProperty().get();
    boolean decided = comparison.isFocusWithin() && result == null;
    comparison
        .getChildren()
        .setAll(result == null ? List.of() : List.of(new ComparisonPane(model, result)));
    FormControls.setVisible(comparison, result != null);
    if (decided) {
      learn.requestFocus();
    }
    // one accent at a time: that of what to do next
    learn.getStyleClass().remove(Styles.ACCENT);
    if (result == null) {
      learn.getStyleClass().add(Styles.ACCENT);
    }
  }

  /** The pad's model, and the way back to its parent. */
  private HBox activeRow() {
    Label active = new Label();
    active.setId("learn-active");
    active.setMinWidth(0);
    active
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> Messages.get("ui.learn.active", model.activeProperty().get().title()),
                model.activeProperty()));
    back.setId("learn-back");
    back.setMinWidth(USE_PREF_SIZE);
    back.setOnAction(event -> model.goBack());
    LazyTooltips.install(back, Messages.get("ui.learn.backTip"));
    HBox row = new HBox(16, back, active);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMinHeight(ROW_HEIGHT);
    return row;
  }

  private void showParent(Optional<LibraryModel> parent) {
    parent.ifPresent(each -> back.setText(Messages.get("ui.learn.back", each.title())));
    FormControls.setVisible(back, parent.isPresent());
  }

  private void showCopies() {
    copies
        .getChildren()
        .setAll(model.copies().stream().map(copy -> new CopyRow(model, copy)).toList());
    boolean any = !model.copies().isEmpty();
    FormControls.setVisible(copiesTitle, any);
    FormControls.setVisible(copies, any);
  }
}
